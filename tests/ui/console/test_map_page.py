"""The map in the console: every camera in the state that the lists tell, and one hand for all of them."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import FakeRoom
from tests.ui.map.hand import click, drag, move
from wall.model.events import HealthChanged, InventoryChanged
from wall.model.health import Health, Verdict
from wall.model.inventory import Inventory, Position
from wall.model.view import CameraCell
from wall.ui.console import ConsoleWindow
from wall.ui.console.pages import FOUND, MAP
from wall.ui.map.marks import CameraMark, ClusterMark
from wall.ui.map.page import MapPage
from wall.ui.map.states import MapState
from wall.ui.theme import DARK

PATIENCE_MS = 15_000


@pytest.fixture
def fleet(live: object, fleet: FakeFleet) -> FakeFleet:
    """Its first six cameras stand apart from each other, the others at their sites."""
    apart = (
        replace(camera, position=Position(21.19 + 0.002 * place, 106.07 + 0.003 * (place % 3)))
        for place, camera in enumerate(fleet.inventory.cameras[:6])
    )
    fleet.inventory_now = replace(fleet.inventory, cameras=(*apart, *fleet.inventory.cameras[6:]))
    return fleet


@pytest.fixture
def console(make_console: MakeConsole) -> ConsoleWindow:
    return make_console(page=MAP, with_maps=True)


def page_of(console: ConsoleWindow) -> MapPage:
    assert console.map is not None
    return console.map


def place_of(page: MapPage, camera: int, qtbot: QtBot) -> tuple[int, int]:
    """Where a camera's mark is, close enough to be one by itself."""
    page.show_camera(camera)
    qtbot.waitUntil(lambda: not page.canvas.is_moving, timeout=PATIENCE_MS)
    at = page.cameras.pixel_of(page.canvas.frame, camera)
    assert at is not None
    return round(at[0]), round(at[1])


def test_it_has_a_key_and_shows_the_whole_city(console: ConsoleWindow) -> None:
    page = page_of(console)
    assert console.page == MAP
    console.go_to(FOUND)
    QTest.keyClick(console, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert console.page == MAP and page.canvas.hasFocus()
    frame, around = page.canvas.frame, page.cameras.places.around
    assert around is not None and len(page.cameras.places) == 40
    assert frame.left <= around[0] and frame.right >= around[2]
    assert page.nothing.text == ""


def test_states_are_those_of_the_lists(console: ConsoleWindow, fleet: FakeFleet) -> None:
    page = page_of(console)
    told = {Verdict.WELL: MapState.LIVE, Verdict.LOST: MapState.LOST, Verdict.ILL: MapState.ILL}
    for camera in page.cameras.places.ids:
        verdict = console.facts.verdict_of(camera)
        assert verdict not in told or page.cameras.state_of(camera) is told[verdict]


def test_a_change_is_on_the_map_within_a_fifth_of_a_second(
    console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot
) -> None:
    page = page_of(console)
    camera = fleet.inventory.cameras[0].camera_id
    x, y = place_of(page, camera, qtbot)

    def pixels() -> int:
        image = page.canvas.viewport().grab().toImage()
        box = ((x + i, y + k) for i in range(-6, 7) for k in range(-6, 7))
        return sum(image.pixelColor(*at).rgb() == DARK.lost.rgb() for at in box)

    fleet.tell(HealthChanged({camera: Health(Verdict.WELL)}))
    qtbot.waitUntil(lambda: pixels() == 0, timeout=PATIENCE_MS)
    waits_s = []
    for _ in range(5):  # Of several changes, for the machine may be busy with other things.
        fleet.tell(HealthChanged({camera: Health(Verdict.LOST)}))
        began_s = time.monotonic()
        qtbot.waitUntil(lambda: pixels() > 30, timeout=PATIENCE_MS)
        waits_s.append(time.monotonic() - began_s)
        fleet.tell(HealthChanged({camera: Health(Verdict.WELL)}))
        qtbot.waitUntil(lambda: pixels() == 0, timeout=PATIENCE_MS)
    assert min(waits_s) < 0.2


def test_a_click_opens_the_camera_beside_the_map(console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot) -> None:
    page, camera = page_of(console), fleet.inventory.cameras[0].camera_id
    at = place_of(page, camera, qtbot)
    console.panel.open(fleet.inventory.cameras[5].camera_id)
    page.cameras.select(())
    click(page.canvas, at)
    assert console.panel.camera_id == camera and console.panel.isVisible()
    assert page.selected_cameras() == (camera,)
    click(page.canvas, (at[0] + 200, at[1] + 150))
    assert page.selected_cameras() == ()


def test_a_double_click_and_enter_send_it_to_the_wall(
    console: ConsoleWindow, fleet: FakeFleet, room: FakeRoom, qtbot: QtBot
) -> None:
    page, screen = page_of(console), room.selected_screen
    first, second = (each.camera_id for each in fleet.inventory.cameras[:2])
    at = place_of(page, first, qtbot)
    room.show(screen, room.board(screen).selected_at(2))
    QTest.mouseDClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(*at).toPoint())
    assert room.board(screen).page_contents()[2] == CameraCell(first)
    assert not page.canvas.is_moving
    place_of(page, second, qtbot)
    room.show(screen, room.board(screen).selected_at(3))
    page.enter()
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert room.board(screen).page_contents()[3] == CameraCell(second)
    assert "1" in console.notice.text


def test_a_group_is_opened_by_a_click(console: ConsoleWindow, qtbot: QtBot) -> None:
    page = page_of(console)
    frame = page.canvas.frame
    spots = {camera: page.cameras.pixel_of(frame, camera) for camera in page.cameras.places.ids}
    groups = (
        camera
        for camera, spot in spots.items()
        if spot is not None and isinstance(page.canvas.object_at(QPointF(*spot)), ClusterMark)
    )
    camera = next(groups)
    at = page.cameras.pixel_of(frame, camera)
    assert at is not None
    click(page.canvas, (round(at[0]), round(at[1])))
    qtbot.waitUntil(lambda: not page.canvas.is_moving, timeout=PATIENCE_MS)
    assert page.canvas.frame.zoom > frame.zoom
    assert camera in page.selected_cameras()


def test_a_camera_chosen_in_the_tree_comes_into_the_middle(
    console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot
) -> None:
    page, camera = page_of(console), fleet.inventory.cameras[4].camera_id
    console.tree.opened.emit(camera)
    qtbot.waitUntil(lambda: not page.canvas.is_moving, timeout=PATIENCE_MS)
    at = page.cameras.pixel_of(page.canvas.frame, camera)
    assert at is not None and at == pytest.approx((page.canvas.frame.width / 2, page.canvas.frame.height / 2), abs=1)
    assert page.canvas.object_at(QPointF(*at)) == CameraMark(camera)
    assert console.panel.camera_id == camera


def test_a_camera_among_many_at_one_place_is_shown_by_itself(
    console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot
) -> None:
    page, camera = page_of(console), fleet.inventory.cameras[20].camera_id
    at = place_of(page, camera, qtbot)
    assert page.canvas.object_at(QPointF(*at)) == CameraMark(camera)


def test_a_camera_is_carried_from_the_map(
    console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, camera = page_of(console), fleet.inventory.cameras[0].camera_id
    at, carried = place_of(page, camera, qtbot), []
    monkeypatch.setattr("wall.ui.map.page.QDrag.exec", lambda drag, _action: carried.append(drag.mimeData().formats()))
    before = page.canvas.frame
    drag(page.canvas, at, (at[0] + 60, at[1] + 60))
    assert carried == [["application/x-citywall-cameras"]]
    assert page.canvas.frame == before


def test_what_is_watched_on_the_wall_is_marked(
    console: ConsoleWindow, fleet: FakeFleet, room: FakeRoom, qtbot: QtBot
) -> None:
    page, camera = page_of(console), fleet.inventory.cameras[0].camera_id
    place_of(page, camera, qtbot)
    before = page.canvas.viewport().grab().toImage()
    room.note_shown(room.selected_screen, {camera: True})
    qtbot.waitUntil(lambda: page.canvas.viewport().grab().toImage() != before, timeout=PATIENCE_MS)


def test_alarms_and_muted_cameras_are_told_apart(console: ConsoleWindow, fleet: FakeFleet) -> None:
    page = page_of(console)
    one, two, three = (each.camera_id for each in fleet.inventory.cameras[:3])
    page.states.show_alarms({one}, {two})
    page.states.muted = frozenset({three, one})
    assert page.cameras.state_of(one) is MapState.ALARM
    assert page.cameras.state_of(two) is MapState.ACKNOWLEDGED
    assert page.cameras.state_of(three) is MapState.MUTED
    page.states.show_alarms(())
    page.states.muted = frozenset()
    assert page.cameras.state_of(one) not in (MapState.ALARM, MapState.MUTED)


def test_what_is_muted_is_so_on_all_maps_and_after_the_next_start(
    make_console: MakeConsole, fleet: FakeFleet, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = QSettings(f"{tmp_path}/looks.ini", QSettings.Format.IniFormat)
    console = make_console(page=MAP, with_maps=True, settings=settings)
    page, camera = page_of(console), fleet.inventory.cameras[0].camera_id
    assert console.maps is not None
    other = console.maps.open_window().page
    menu = QMenu()
    for add in page.menu_actions:
        add(CameraMark(camera), menu)
    next(action for action in menu.actions() if action.text() == "Mute it on the map").trigger()
    assert page.cameras.state_of(camera) is other.cameras.state_of(camera) is MapState.MUTED
    console.close()
    again = page_of(make_console(page=MAP, with_maps=True, settings=settings))
    assert again.cameras.state_of(camera) is MapState.MUTED
    menu.clear()
    for add in again.menu_actions:
        add(CameraMark(camera), menu)
    next(action for action in menu.actions() if action.text() == "Let it call for attention again").trigger()
    assert again.cameras.state_of(camera) is not MapState.MUTED


def test_an_empty_map_offers_the_one_action(console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot) -> None:
    page = page_of(console)
    bare = replace(
        fleet.inventory,
        sites=tuple(replace(site, position=None) for site in fleet.inventory.sites),
        cameras=tuple(replace(camera, position=None) for camera in fleet.inventory.cameras),
    )
    fleet.tell(InventoryChanged(bare))
    qtbot.waitUntil(lambda: page.nothing.text != "", timeout=PATIENCE_MS)
    assert page.nothing.text == "No camera has a place on the map yet."
    fleet.tell(InventoryChanged(Inventory()))
    qtbot.waitUntil(lambda: "will stand here" in page.nothing.text, timeout=PATIENCE_MS)
    page.search_requested.emit()
    assert console.page == FOUND


def test_esc_puts_down_what_is_chosen(console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot) -> None:
    page = page_of(console)
    place_of(page, fleet.inventory.cameras[0].camera_id, qtbot)
    QTest.keyClick(console, Qt.Key.Key_Escape)
    assert page.selected_cameras() == ()


def test_the_same_map_stands_in_a_window_of_its_own(
    make_console: MakeConsole, fleet: FakeFleet, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = QSettings(f"{tmp_path}/looks.ini", QSettings.Format.IniFormat)
    console = make_console(page=MAP, with_maps=True, settings=settings)
    assert console.maps is not None
    window = console.maps.open_window()
    window.resize(700, 500)
    camera = fleet.inventory.cameras[0].camera_id
    at = place_of(window.page, camera, qtbot)
    window.page.cameras.select(())
    click(window.page.canvas, at)
    assert console.panel.camera_id == camera
    move(window.page.canvas, at)
    fleet.tell(HealthChanged({camera: Health(Verdict.LOST)}))
    qtbot.waitUntil(lambda: window.page.cameras.state_of(camera) is MapState.LOST, timeout=PATIENCE_MS)
    window.close()
    assert console.maps.windows == []
    again = console.maps.open_window()
    assert (again.width(), again.height()) == (700, 500)


def test_the_words_are_vietnamese(vietnamese: None, make_console: MakeConsole) -> None:
    console = make_console(page=MAP, with_maps=True)
    titles = [page.title for page in console.pages.in_navigation]
    assert "Bản đồ" in titles
