"""A program that says which displays it sees: one JSON list a line, at the start and after every change.

Its argument is how long plugs must have been quiet, in milliseconds. Ends with its standard input.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication

from wall.ui.screens.displays import Displays


def main() -> None:
    app = QGuiApplication(sys.argv)
    displays = Displays(app, settle_ms=int(sys.argv[1]))

    def tell(why: str) -> None:
        print(json.dumps([why, [asdict(display) for display in displays.now]]), flush=True)

    displays.changed.connect(lambda: tell("changed"))
    displays.lost.connect(lambda: tell("lost"))
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(app.quit)
    tell("start")
    app.exec()


if __name__ == "__main__":
    main()
