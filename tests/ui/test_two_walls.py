"""Two screens of one room, through one live view: each shows its own, and one hand goes over both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import cell_image, middle, rgb, view_of
from tests.ui.two_walls import numbers_on, room_of_two, windows_of
from wall.model.screen import Screen
from wall.model.view import CameraCell, HotspotCell
from wall.services.control_room import ControlRoom
from wall.ui import showing
from wall.ui.drag import Lifted, cell_freight, drop
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

RED, BLUE = (200, 40, 30), (20, 60, 220)


@pytest.fixture
def room(live: FakeLive) -> Iterator[ControlRoom]:
    with room_of_two(live) as room:
        yield room


@pytest.fixture
def walls(qtbot: QtBot, live: FakeLive, room: ControlRoom) -> Iterator[list[WallWindow]]:
    with windows_of(room, qtbot, live) as windows:
        yield windows


def click(window: WallWindow, cell: int) -> None:
    area = view_of(window).cells[cell]
    QTest.mouseClick(view_of(window), Qt.MouseButton.LeftButton, pos=QPoint(area.x + 50, area.y + 50))


def test_each_shows_its_own_under_numbers_of_its_own(qtbot: QtBot, live: FakeLive, walls: list[WallWindow]) -> None:
    assert [numbers_on(wall) for wall in walls] == [[1, 2, 3, 4], [5, 1]]
    tiles = [tile.number for wall in walls for tile in wall.showing.visible_tiles()]
    assert len(set(tiles)) == 6
    live.go_live(RED, *tiles[:4])
    live.go_live(BLUE, *tiles[4:])
    qtbot.waitUntil(lambda: all(wall.tiles_not_live() == [] for wall in walls))
    assert [middle(wall, 0) for wall in walls] == [RED, BLUE]
    walls[0].activateWindow()
    qtbot.waitUntil(walls[0].isActiveWindow)
    QTest.keyClick(view_of(walls[0]), Qt.Key.Key_Delete)
    assert numbers_on(walls[0])[0] is None
    assert numbers_on(walls[1]) == [5, 1], "the same camera on the other screen stays"


def test_the_frame_has_the_colour_of_the_hand_on_one_screen_only(
    qtbot: QtBot, live: FakeLive, room: ControlRoom, walls: list[WallWindow]
) -> None:
    accent = rgb(DARK.accent)
    for mine, other in ((0, 1), (1, 0)):
        click(walls[mine], 1)
        assert room.selected_screen == walls[mine].screen_id
        qtbot.waitUntil(lambda: rgb(cell_image(walls[mine], 1).pixelColor(0, 0)) == accent)  # noqa: B023
        cell = walls[other].wishes.board.selected_cell
        qtbot.waitUntil(lambda: rgb(cell_image(walls[other], cell).pixelColor(0, 0)) == rgb(DARK.muted))  # noqa: B023


def test_a_screen_that_opens_does_not_look_as_if_it_were_in_hand(live: FakeLive, room: ControlRoom) -> None:
    window = WallWindow(room, room.screens[1], live, live.bridge, DARK, TileNumbers(), monotonic=live.clock)
    window.screenshot()  # Not shown, for that would take it into the hand.
    assert room.selected_screen == room.screens[0].screen_id
    assert rgb(cell_image(window, 0).pixelColor(0, 0)) == rgb(DARK.muted)
    window.close()
    window.deleteLater()


def test_the_console_drives_a_wall_window(qtbot: QtBot, room: ControlRoom, walls: list[WallWindow]) -> None:
    screen_id = walls[1].screen_id
    room.show(screen_id, room.board(screen_id).put(1, CameraCell(6)))
    qtbot.waitUntil(lambda: numbers_on(walls[1]) == [5, 6])
    room.undo_board(screen_id)
    qtbot.waitUntil(lambda: numbers_on(walls[1]) == [5, 1])


def test_a_hotspot_shows_what_is_selected_on_the_other_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, room: ControlRoom, walls: list[WallWindow]
) -> None:
    walls[1].wishes.put(HotspotCell(), 0)
    click(walls[0], 2)
    qtbot.waitUntil(lambda: numbers_on(walls[1]) == [3, 1])
    assert showing.FOLLOW_MS <= 500


def test_a_tile_is_carried_over(qtbot: QtBot, live: FakeLive, room: ControlRoom, walls: list[WallWindow]) -> None:
    one, two = walls[0].screen_id, walls[1].screen_id
    assert drop(room, cell_freight(Lifted(one, 3), 4), two, 0)
    qtbot.waitUntil(lambda: [numbers_on(wall) for wall in walls] == [[1, 2, 3, None], [4, 1]])
    assert walls[1].wishes.board.gone_back().content_at(0) == CameraCell(5)


def test_a_screen_that_is_closed_for_good_disturbs_nobody(
    qtbot: QtBot, live: FakeLive, room: ControlRoom, walls: list[WallWindow]
) -> None:
    room.keep_screens(room.screens[:1])
    qtbot.wait(1100)  # Its window's second passes.
    assert numbers_on(walls[0]) == [1, 2, 3, 4]


def test_the_title_says_which_screen(qtbot: QtBot, room: ControlRoom, walls: list[WallWindow]) -> None:
    assert [wall.windowTitle() for wall in walls] == ["CityWall – Screen 1", "CityWall – Screen 2"]
    room.keep_screens([room.screens[0], Screen("Cổng", 7, screen_id=walls[1].screen_id)])
    qtbot.waitUntil(lambda: walls[1].windowTitle() == "CityWall – Screen 7")
