"""Two screens of one room in a window each, one below the other on the same display."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive, cameras
from tests.ui.pixels import view_of
from wall.model.board import Board
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.view import CameraCell
from wall.services.control_room import ControlRoom
from wall.services.opening import room_of
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow


@contextmanager
def room_of_two(live: FakeLive) -> Iterator[ControlRoom]:
    """Six cameras; 1 to 4 stand on the first screen, 5 and 1 on the second."""
    with room_of(cameras(6), 2, 2, live.bridge.publish) as room:
        room.keep_screens([*room.screens, Screen("2", 2)])
        board = Board(Layout.plain(2, 1)).put(0, CameraCell(5)).put(1, CameraCell(1))
        room.show(room.screens[1].screen_id, board.selected_at(0))
        yield room


@contextmanager
def windows_of(room: ControlRoom, qtbot: QtBot, live: FakeLive) -> Iterator[list[WallWindow]]:
    """They share their numbers, as the program's do."""
    numbers = TileNumbers()
    windows = [
        WallWindow(room, screen, live, live.bridge, DARK, numbers, monotonic=live.clock) for screen in room.screens
    ]
    for place, window in enumerate(windows):
        window.setGeometry(0, 400 * place, 641, 389)
        with qtbot.waitExposed(window):
            window.show()
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()
    assert live.feeds == {}


def numbers_on(window: WallWindow) -> list[int | None]:
    """The cameras whose tiles it shows."""
    return [tile.camera.number if tile else None for tile in view_of(window).tiles]
