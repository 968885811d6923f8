"""Live pictures on the console's map: their keys, and what happens as one goes to another page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import FakeRoom
from tests.ui.fake_live import FakeLive
from tests.ui.map.live.conftest import SUB, inventory_of, url
from wall.ui.console import ConsoleWindow
from wall.ui.console.pages import CAMERAS, KEYS, MAP
from wall.ui.key_list import KeyList
from wall.ui.keys import id_of
from wall.ui.map.live.desk import LiveDesk


@pytest.fixture
def room(live: FakeLive) -> FakeRoom:
    return FakeRoom(live.bridge, inventory_of())


@pytest.fixture
def fleet(live: FakeLive) -> FakeFleet:
    return FakeFleet(live.bridge, inventory_of())


@pytest.fixture
def console(make_console: MakeConsole) -> ConsoleWindow:
    return make_console(page=MAP, with_maps=True)


def desk_of(console: ConsoleWindow) -> LiveDesk:
    assert console.map is not None
    (desk,) = console.map.parts
    assert isinstance(desk, LiveDesk)
    return desk


def received(live: FakeLive) -> set[str]:
    return {live.sources[tile].url for tile in live.feeds}


def test_on_another_page_nothing_is_received_and_back_it_is_there(console: ConsoleWindow, live: FakeLive) -> None:
    desk_of(console).pin(6)
    assert received(live) == {url(6, SUB)}
    console.go_to(CAMERAS)
    assert received(live) == set()
    console.go_to(MAP)
    assert received(live) == {url(6, SUB)}
    QTest.keyClick(console.focusWidget(), Qt.Key.Key_Escape)
    assert len(desk_of(console).pins) == 0


def test_letters_mean_something_on_the_map_and_are_letters_elsewhere(console: ConsoleWindow) -> None:
    desk = desk_of(console)
    assert console.map is not None
    console.map.cameras.select((6,))
    console.tree.look_for()
    QTest.keyClicks(console.focusWidget(), "p")
    assert len(desk.pins) == 0
    console.map.enter()
    QTest.keyClick(console.focusWidget(), Qt.Key.Key_P)
    assert list(desk.pins.pictures) == [6]


def test_from_another_page_what_is_done_on_the_map_is_done_where_one_sees_it(console: ConsoleWindow) -> None:
    """As the palette does it."""
    assert console.map is not None
    console.go_to(CAMERAS)
    grid = next(each for each in console.map.keyboard.actions if id_of(each) == "map.grid_here")
    grid.trigger()
    assert console.page == MAP
    assert desk_of(console).to_wall.chooser.isVisible()


def test_its_keys_are_listed_and_can_be_changed(console: ConsoleWindow, room: FakeRoom, qtbot: QtBot) -> None:
    assert console.map is not None
    console.go_to(KEYS)
    room.assign_keys({"map.pin": ("Ctrl+Alt+P",)})
    pin = next(each for each in console.map.keyboard.actions if id_of(each) == "map.pin")
    qtbot.waitUntil(lambda: pin.shortcut().toString() == "Ctrl+Alt+P")
    console.toggle_key_list()
    key_list = console.findChild(KeyList)
    assert key_list is not None and "Ctrl+Alt+P" in key_list.texts
