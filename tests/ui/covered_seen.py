"""A program with a window that says whether anybody can see it: one JSON word a line, after each change.

It does what its standard input says, a word a line: "cover", "uncover", "half" by another window of its own; "glance":
covered for a moment; "anew": shown as a window without a frame. Ends with its standard input.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from wall.ui.exposure import Exposure

GLANCE_MS = 300


def main() -> None:
    app = QApplication(sys.argv)
    window, lid = QWidget(), QWidget()
    window.setGeometry(100, 100, 400, 300)
    lid.setGeometry(80, 80, 500, 400)
    exposure = Exposure(window)
    exposure.changed.connect(lambda can_be_seen: print(json.dumps(can_be_seen), flush=True))

    def read() -> None:
        for order in os.read(sys.stdin.fileno(), 4096).decode().splitlines() or [""]:
            obey(order)

    def obey(order: str) -> None:
        match order:
            case "cover":
                lid.show()
                lid.raise_()
            case "half":
                lid.move(200, 80)
            case "uncover":
                lid.hide()
            case "glance":
                lid.show()
                lid.raise_()
                QTimer.singleShot(GLANCE_MS, lid.hide)
            case "anew":
                window.hide()
                window.setWindowFlag(window.windowFlags().FramelessWindowHint)
                window.show()
            case "":
                exposure.end()
                app.quit()

    orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    orders.activated.connect(read)
    window.show()
    QTimer.singleShot(300, lambda: print(json.dumps("ready"), flush=True))
    app.exec()


if __name__ == "__main__":
    main()
