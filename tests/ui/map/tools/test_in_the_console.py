"""The tools on the map's page of a real console, over the map that comes with the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.support.garbage import clear_garbage
from tests.ui.console.fake_city import NOW_S, health_of, inventory_of
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import FakeRoom
from tests.ui.fake_live import FakeLive
from tests.ui.map.mouse import Mouse
from tests.ui.map.shipped import ShippedMap
from wall.model.geo.mercator import to_world
from wall.model.inventory import Position
from wall.services.map_views import MapViews
from wall.ui.console import ConsoleWindow
from wall.ui.console.pages import MAP
from wall.ui.console.style import dress
from wall.ui.map.city_maps import CityMaps
from wall.ui.map.marks import CameraMark
from wall.ui.map.page import MapPage, MapPorts
from wall.ui.map.tools.desk import MapDesk
from wall.ui.map.tools.part import ToolPorts, tools_part
from wall.ui.theme import DARK, Theme

HERE = Position(21.1861, 106.0763)
MakeConsole = Callable[..., ConsoleWindow]


@pytest.fixture
def bridge(live: FakeLive) -> object:
    return live.bridge


@pytest.fixture
def fleet(live: FakeLive) -> FakeFleet:
    inventory = inventory_of(40)
    first = replace(inventory.cameras[0], position=HERE, bearing_deg=45.0, view_deg=60.0)
    inventory = replace(inventory, cameras=(first, *inventory.cameras[1:]))
    return FakeFleet(live.bridge, inventory, health_of(inventory))


@pytest.fixture
def make_console(qtbot: QtBot, live: FakeLive, fleet: FakeFleet, views: MapViews) -> Iterator[MakeConsole]:
    made: list[ConsoleWindow] = []
    room = FakeRoom(live.bridge, fleet.inventory)

    def maps_of(theme: Theme, window: ConsoleWindow) -> CityMaps:
        put, shown = window.hand.put_cameras, ShippedMap()
        tools = ToolPorts(
            window.facts,
            fleet,
            room,
            live.bridge,
            lambda cameras: put(cameras, is_wall_in_sight=False),
            lambda: NOW_S,
            views,
            maps=shown,
        )
        parts = (tools_part(theme, tools),)
        put_one = window.hand.put_in_selected_cell
        ports = MapPorts(window.facts, put_one, room.watched, maps=shown, events=live.bridge, parts=parts)
        return CityMaps(theme, ports, dress, None, window)

    def make(theme: Theme = DARK) -> ConsoleWindow:
        window = ConsoleWindow(
            fleet,
            room,
            live.bridge,
            live,
            theme,
            live.clock,
            unix_time=lambda: NOW_S,
            wall_clock=lambda: QDateTime.fromSecsSinceEpoch(int(NOW_S)),
            make_maps=lambda window: maps_of(theme, window),
        )
        made.append(window)
        window.resize(1440, 900)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go_to(MAP)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    clear_garbage()


@pytest.fixture
def console(make_console: MakeConsole) -> ConsoleWindow:
    return make_console()


def page_of(console: ConsoleWindow) -> MapPage:
    assert console.map is not None
    return console.map


def desk_of(console: ConsoleWindow) -> MapDesk:
    (desk,) = page_of(console).parts
    assert isinstance(desk, MapDesk)
    return desk


def press(console: ConsoleWindow, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(console.focusWidget() or console, key, keys)


def test_a_landmark_of_the_shipped_map_is_found_and_flown_to(console: ConsoleWindow, qtbot: QtBot) -> None:
    desk, canvas = desk_of(console), page_of(console).canvas
    press(console, Qt.Key.Key_F4)
    QTest.keyClicks(desk.finder.panel.line, "ga bac ninh")
    qtbot.waitUntil(lambda: "Ga Bắc Ninh" in [row.name for row in desk.finder.panel.list.rows.rows])
    desk.finder.panel.list.setCurrentIndex(desk.finder.panel.list.rows.index(0))
    QTest.keyClick(desk.finder.panel.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: canvas.frame.zoom == pytest.approx(17.5) and not canvas.is_moving)


def test_a_camera_is_placed_and_ctrl_z_takes_it_back(console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot) -> None:
    page, desk = page_of(console), desk_of(console)
    page.canvas.centre_on(to_world(HERE), 18.0, at_once=True)
    press(console, Qt.Key.Key_F6)
    mouse = Mouse(page.canvas)
    at = mouse.pixel(HERE)
    mouse.drag(at, at + QPoint(60, -30))
    qtbot.waitUntil(lambda: console.facts.city.cameras[1].position != HERE)
    press(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: console.facts.city.cameras[1].position == HERE)
    assert desk.bar.button_of("place").isChecked()
    press(console, Qt.Key.Key_Escape)
    press(console, Qt.Key.Key_Escape)
    assert not desk.bar.button_of("place").isChecked() and console.page == MAP


def test_who_sees_a_spot_comes_onto_the_wall(console: ConsoleWindow, qtbot: QtBot) -> None:
    page, desk = page_of(console), desk_of(console)
    page.canvas.centre_on(to_world(HERE), 18.0, at_once=True)
    press(console, Qt.Key.Key_F8)
    mouse = Mouse(page.canvas)
    mouse.click(mouse.pixel(HERE) + QPoint(30, -30))
    assert desk.sight.panel.list.rows.rows[0].cameras == (1,)
    desk.sight.panel._all.click()
    assert 1 in [getattr(each, "camera_id", 0) for each in console.wall.room.board(1).page_contents()]


def test_a_dome_sees_where_it_looks_now(console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot) -> None:
    page, desk = page_of(console), desk_of(console)
    page.canvas.centre_on(to_world(HERE), 18.0, at_once=True)
    fleet.edit([replace(fleet.inventory.cameras[0], has_ptz=True)])
    qtbot.waitUntil(lambda: console.facts.city.cameras[1].has_ptz)
    press(console, Qt.Key.Key_F8)
    mouse = Mouse(page.canvas)
    behind = mouse.pixel(HERE) + QPoint(-30, 30)
    mouse.click(behind)
    assert "could turn to it" in desk.sight.panel.list.rows.rows[0].detail
    page.cameras.show_headings({1: (225.0, None)})
    mouse.click(behind)
    assert "could turn to it" not in desk.sight.panel.list.rows.rows[0].detail


def test_the_menu_of_a_camera_leads_to_its_place(console: ConsoleWindow) -> None:
    desk, menu = desk_of(console), QMenu()
    desk.add_actions(CameraMark(1), menu)
    menu.actions()[0].trigger()
    assert desk.placing.is_on and desk.placing.book.selected[0].key == 1
    menu.deleteLater()


def test_a_layer_lies_under_the_cameras_and_is_kept_in_a_view(
    console: ConsoleWindow, views: MapViews, qtbot: QtBot
) -> None:
    page, desk = page_of(console), desk_of(console)
    press(console, Qt.Key.Key_F9)
    desk.layers.check_of("heat").click()
    layers = page.canvas.layers
    assert [type(each).__name__ for each in layers][layers.index(page.cameras) - 1] == "HeatLayer"
    desk.views.keep("Ca đêm")
    qtbot.waitUntil(lambda: len(views.views) == 1)
    assert views.views[0].layers == ("heat",)
    desk.layers.check_of("heat").click()
    press(console, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: desk.switches.on == ("heat",))
