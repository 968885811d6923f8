"""Following a subject on a screen of the wall, with keys and arrows that are clicked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_room import FakeRoom
from tests.ui.fake_live import FakeLive
from tests.ui.map.live.conftest import SUB, inventory_of, url
from wall.model.geo.neighbours import Direction
from wall.model.inventory import Inventory
from wall.model.layout import Layout
from wall.model.view import CameraCell, cameras_in
from wall.ui.notice_box import NoticeBox
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Wall:
    """One screen with four cells; camera 6 of twelve stands in the first, and is selected."""

    def __init__(self, qtbot: QtBot, live: FakeLive, inventory: Inventory) -> None:
        self.live = live
        self.room = FakeRoom(live.bridge, inventory, screens=1)
        self.screen = self.room.screens[0].screen_id
        board = self.room.board(self.screen).with_layout(Layout.plain(2, 2)).put(0, CameraCell(6))
        self.room.show(self.screen, board)
        self.window = WallWindow(
            self.room, self.room.screens[0], live, live.bridge, DARK, TileNumbers(), monotonic=live.clock
        )
        self.window.resize(1280, 760)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, held)

    @property
    def cameras(self) -> tuple[int, ...]:
        return cameras_in(self.room.board(self.screen).page_contents())

    @property
    def said(self) -> str:
        box = self.window.findChild(NoticeBox)
        assert box is not None
        return box.text() if box.isVisible() else ""


@pytest.fixture
def wall(qtbot: QtBot, live: FakeLive) -> Iterator[Wall]:
    made = Wall(qtbot, live, inventory_of())
    yield made
    made.window.close()
    assert [timer for timer in made.window.findChildren(QTimer) if timer.isActive()] == []
    made.window.deleteLater()
    assert live.feeds == {}


def test_the_cell_shows_the_camera_that_one_goes_on_to_and_remembers_the_one_before(wall: Wall) -> None:
    wall.press(Qt.Key.Key_H)
    compass = wall.window.following.compass
    assert compass.isVisible() and len(compass.names) == 8
    wall.press(Qt.Key.Key_Left)
    assert wall.cameras == (5,)
    assert wall.said == "To the west: 5  Ngã Sáu – cổng bắc, 300 m"
    assert set(compass.names) == {
        *(Direction.NORTH, Direction.NORTH_EAST, Direction.EAST),
        *(Direction.SOUTH_EAST, Direction.SOUTH),
    }
    wall.press(Qt.Key.Key_Escape)
    assert not compass.isVisible()
    wall.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wall.cameras == (6,)


def test_the_next_picture_is_there_with_the_key(wall: Wall, qtbot: QtBot) -> None:
    wall.press(Qt.Key.Key_H)
    assert {wall.live.sources[tile].url for tile in wall.live.feeds} >= {url(each, SUB) for each in (5, 7, 2, 10)}
    shown = wall.live.count("show")
    wall.press(Qt.Key.Key_6)
    assert wall.cameras == (7,)
    assert wall.live.count("show") == shown
    assert {wall.live.sources[tile].url for tile in wall.live.awake} == {url(7, SUB)}


def test_digits_are_numbers_again_when_it_is_closed(wall: Wall) -> None:
    wall.press(Qt.Key.Key_H)
    wall.press(Qt.Key.Key_H)
    assert not wall.window.following.compass.isVisible()
    wall.press(Qt.Key.Key_6)
    assert wall.cameras == (6,)
    assert wall.said.startswith("6 ")
    wall.press(Qt.Key.Key_Escape)


def test_a_direction_has_a_key_of_its_own_also_where_the_picture_is_alone(wall: Wall) -> None:
    wall.press(Qt.Key.Key_Return)
    wall.press(Qt.Key.Key_Down, SHIFT)
    assert wall.cameras == (10,)
    assert wall.room.board(wall.screen).single
    wall.press(Qt.Key.Key_Down, SHIFT)
    assert wall.said == "No camera to the south within 3 km"


def test_its_arrows_stand_in_the_selected_cell_and_can_be_clicked(wall: Wall, qtbot: QtBot) -> None:
    wall.press(Qt.Key.Key_H)
    compass = wall.window.following.compass
    assert compass.width() < wall.window.width() // 2 + 2
    QTest.mouseClick(compass, Qt.MouseButton.LeftButton, pos=compass.chip(Direction.EAST).center())
    assert wall.cameras == (7,)


def test_keys_of_following_can_be_changed_like_all_others(wall: Wall) -> None:
    ids = {action.objectName() for action in wall.window.keyboard.actions}
    assert {"wall.follow", "wall.hop_north", "wall.hop_south_west"} <= ids
    wall.window.keyboard.assign({"wall.hop_north": ("Ctrl+Alt+N",)})
    wall.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert wall.cameras == (2,)
