"""Run by test_scale.py in a process of its own, because Qt's scale is set once: `scaled_wall.py FILE`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.fake_live import LIVE, FakeLive, cameras
from wall.services.opening import room_of
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_view import WallView
from wall.ui.wall_window import WallWindow


def main(target: str) -> None:
    """Paint nine tiles of stripes a single device pixel wide, and save the wall."""
    QApplication(sys.argv[:1])
    live = FakeLive(EventBridge())
    with room_of(cameras(9), 3, 3, live.bridge.publish) as room:
        window = WallWindow(room, room.screens[0], live, live.bridge, DARK, TileNumbers(), monotonic=live.clock)
        _look_at(window, live, target)


def _look_at(window: WallWindow, live: FakeLive, target: str) -> None:
    window.resize(700, 428)
    window.show()
    _until(lambda: len(live.feeds) == 9)
    for feed in live.feeds.values():
        feed.draw_stripes(live.clock())
    live.tell(LIVE)
    _until(lambda: not window.tiles_not_live())
    view = window.findChild(WallView)
    assert view is not None and window.tiles_not_live() == []
    for tile in view.tiles:
        assert tile is not None
        print(tile.target.x, tile.target.y, tile.target.width, tile.target.height, tile.is_exact)
    view.grab().toImage().save(target)
    window.close()


def _until(true: Callable[[], bool]) -> None:
    """Let Qt run until something is true; whoever started this process has the time limit."""
    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if true() else None)
    timer.start()
    loop.exec()
    timer.stop()


if __name__ == "__main__":
    main(sys.argv[1])
