"""A program with a wall of four domes that says what its hands do: one JSON list a line. It drives the first dome from
the beginning, and ends with its standard input.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.fake_live import FakeLive, cameras
from tests.ui.pixels import view_of
from tests.ui.ptz.fake_ptz import DOME, FakePtz
from wall.model.ptz.move import Velocity
from wall.services.opening import room_of
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow


class Telling(FakePtz):
    """Says each thing as it is asked."""

    def drive(self, camera_id: int, hand: str, velocity: Velocity) -> None:
        super().drive(camera_id, hand, velocity)
        say("drive", hand, velocity.pan, velocity.tilt, velocity.zoom)

    def let_go(self, hand: str) -> None:
        super().let_go(hand)
        say("let_go", hand)


def say(*what: object) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    app = QApplication(sys.argv)
    live = FakeLive(EventBridge())
    ptz = Telling(live.bridge)
    ptz.abilities = dict.fromkeys(range(1, 5), DOME)
    with room_of(cameras(4), 2, 2, live.bridge.publish) as room:
        window = WallWindow(
            room, room.screens[0], live, live.bridge, DARK, TileNumbers(), monotonic=live.clock, ptz=ptz
        )
        window.setGeometry(100, 100, 800, 480)
        window.show()
        window.activateWindow()
        orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        orders.activated.connect(lambda: os.read(sys.stdin.fileno(), 4096) or app.quit())

        def begin() -> None:
            if not window.isActiveWindow():
                QTimer.singleShot(50, begin)
                return
            live.go_live((200, 40, 30))
            QTest.keyClick(view_of(window), Qt.Key.Key_P)
            say("ready")

        QTimer.singleShot(50, begin)
        app.exec()
        window.close()


if __name__ == "__main__":
    main()
