"""Alarms on the map in the console: real alarms, a real map, real clicks."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import WAIT_S, AlarmBench
from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.mute import Mute
from wall.ui.alarms.map_layer import SiteAlarms, by_site
from wall.ui.alarms.on_map import AlarmsOnMap
from wall.ui.console.pages import ALARMS, MAP
from wall.ui.console.window import ConsoleWindow
from wall.ui.keys import keys_now
from wall.ui.map.page import MapPage
from wall.ui.map.states import MapState


@pytest.fixture
def console(bench: AlarmBench, make_console: MakeConsole) -> ConsoleWindow:
    return make_console(page=MAP, with_maps=True, alarms=bench.facts)


def page_of(console: ConsoleWindow) -> MapPage:
    assert console.map is not None
    return console.map


def on_map(console: ConsoleWindow) -> AlarmsOnMap:
    return next(part for part in page_of(console).parts if isinstance(part, AlarmsOnMap))


def placed(console: ConsoleWindow) -> list[int]:
    """Cameras that stand on the map."""
    return list(page_of(console).cameras.places.rows)


def sign_of(console: ConsoleWindow) -> QPoint:
    """The middle of the one sign there is."""
    page, layer = page_of(console), on_map(console).layer
    page.canvas.viewport().grab()
    frame = page.canvas.frame
    hits = [
        (x, y)
        for x in range(0, int(frame.width), 4)
        for y in range(0, int(frame.height), 4)
        if isinstance(layer.hit(frame, x, y), SiteAlarms)
    ]
    assert hits, "no sign is to be seen"
    return QPoint(*hits[len(hits) // 2])


def test_a_camera_with_an_alarm_is_marked_until_it_is_seen_to(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    camera = placed(console)[0]
    page = page_of(console)
    before = page.canvas.viewport().grab().toImage()
    bench.say("line", camera)
    qtbot.waitUntil(lambda: page.cameras.state_of(camera) is MapState.ALARM)
    assert page.canvas.viewport().grab().toImage() != before
    lit = on_map(console).layer.is_lit
    qtbot.waitUntil(lambda: on_map(console).layer.is_lit is not lit)
    bench.act(Acknowledge(), bench.of(camera))
    qtbot.waitUntil(lambda: page.cameras.state_of(camera) is MapState.ACKNOWLEDGED)


def test_a_click_on_the_sign_leads_to_the_alarm(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    camera = placed(console)[0]
    bench.say("line", camera)
    qtbot.waitUntil(lambda: page_of(console).cameras.state_of(camera) is MapState.ALARM)
    QTest.mouseClick(page_of(console).canvas.viewport(), Qt.MouseButton.LeftButton, pos=sign_of(console))
    qtbot.waitUntil(lambda: console.page == ALARMS)
    assert console.alarms is not None
    assert [alarm.camera_id for alarm in console.alarms.page.selected()] == [camera]


def test_one_sign_for_a_site_says_how_many_there_are(
    bench: AlarmBench, console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot
) -> None:
    site = fleet.inventory.cameras[0].site_id
    cameras = [each.camera_id for each in fleet.inventory.cameras if each.site_id == site]
    cameras = [each for each in cameras if each in placed(console)]
    bench.say("line", *cameras[:-1])
    bench.say("tamper", cameras[-1])
    qtbot.waitUntil(lambda: page_of(console).cameras.state_of(cameras[-1]) is MapState.ALARM)
    page = page_of(console)
    at = sign_of(console)
    found = on_map(console).layer.hit(page.canvas.frame, at.x(), at.y())
    assert isinstance(found, SiteAlarms)
    assert found.alarms[0].camera_id == cameras[-1], "the most urgent first"
    assert len(found.alarms) == len(cameras)


def test_a_muted_camera_is_marked_until_that_is_lifted(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    """And the page of a window that was opened meanwhile says so, too."""
    page, camera = page_of(console), placed(console)[0]
    assert page.cameras.mutes_of(camera) == ()
    kept = bench.desk.mute(Mute(camera, 0, bench.now_s + 900, "cành cây trong gió")).result(WAIT_S)
    qtbot.waitUntil(lambda: page.cameras.mutes_of(camera) != ())
    until = time.strftime("%H:%M", time.localtime(kept.until_s))
    (said,) = page.cameras.mutes_of(camera)
    assert said.startswith(f"All alarms muted until {until}") and said.endswith(" · cành cây trong gió · Lan")
    assert console.maps is not None
    aside = console.maps.open_window().page
    assert aside.cameras.mutes_of(camera) == [said]
    bench.desk.unmute(kept.mute_id).result(WAIT_S)
    qtbot.waitUntil(lambda: page.cameras.mutes_of(camera) == aside.cameras.mutes_of(camera) == ())


def test_a_muted_site_is_said_of_all_its_cameras(
    bench: AlarmBench, console: ConsoleWindow, fleet: FakeFleet, qtbot: QtBot
) -> None:
    page, first = page_of(console), fleet.inventory.cameras[0]
    there = {each.camera_id for each in fleet.inventory.cameras if each.site_id == first.site_id}
    assert first.site_id is not None and 1 < len(there) < len(fleet.inventory.cameras)
    bench.desk.mute(Mute(0, first.site_id, bench.now_s + 60, "lễ hội", kinds=frozenset({"motion"}))).result(WAIT_S)
    qtbot.waitUntil(lambda: page.cameras.mutes_of(first.camera_id) != ())
    assert page.cameras.mutes_of(first.camera_id)[0].startswith("Muted at the whole site: Motion until ")
    assert {each for each in placed(console) if page.cameras.mutes_of(each)} == there & set(placed(console))
    bench.later(61)
    qtbot.waitUntil(lambda: page.cameras.mutes_of(first.camera_id) == ())


def test_what_stands_nowhere_has_no_sign() -> None:
    nowhere = Alarm("panic", 0, 0.0, 0.0)
    of_site = Alarm("outage", 0, 0.0, 0.0, site_id=3)
    of_camera = Alarm("line", 7, 0.0, 0.0, cameras=(7,))
    rolled = by_site([nowhere, of_site, of_camera], {7: (0.5, 0.5)}, {3: (0.1, 0.1)})
    assert {(each.alarms[0].kind, each.point) for each in rolled} == {("outage", (0.1, 0.1)), ("line", (0.5, 0.5))}


def test_the_keys_of_alarms_mean_the_same_with_the_hand_on_the_map(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    """Of two actions with one key Qt would trigger neither."""
    page = page_of(console)
    own = {key for action in page.keyboard.actions for key in keys_now(action)}
    of_console = {key for action in console.keyboard.actions for key in keys_now(action)}
    assert own & of_console == set()
    bench.say("line", placed(console)[0])
    page.canvas.setFocus()
    QTest.keyClick(page.canvas.viewport(), Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: console.page == ALARMS)


def test_a_map_in_a_window_of_its_own_shows_where_the_alarm_at_hand_is(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    """So place and pictures are seen together. The window that somebody works in is left as it is."""
    assert console.maps is not None and console.alarms is not None
    aside, in_hand = console.maps.open_window(), console.maps.open_window()
    in_hand.isActiveWindow = lambda: True  # type: ignore[method-assign]
    camera_id = placed(console)[0]
    bench.say("tamper", camera_id)
    console.go_to(ALARMS)
    page = console.alarms.page
    qtbot.waitUntil(lambda: len(page.view.alarms.rows) == 1)
    page.enter()
    qtbot.waitUntil(lambda: aside.page.selected_cameras() == (camera_id,))
    assert in_hand.page.selected_cameras() == () and console.page == ALARMS


def test_a_key_leads_from_an_alarm_to_its_place(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    camera_id = placed(console)[0]
    bench.say("tamper", camera_id)
    console.go_to(ALARMS)
    assert console.alarms is not None
    page = console.alarms.page
    qtbot.waitUntil(lambda: len(page.view.alarms.rows) == 1)
    page.enter()
    QTest.keyClick(page.view, Qt.Key.Key_G)
    assert console.page == MAP
    assert page_of(console).selected_cameras() == (camera_id,)
    frame = page_of(console).canvas.frame
    places = page_of(console).cameras.places
    row = places.rows[camera_id]
    x, y = frame.pixel(float(places.xs[row]), float(places.ys[row]))
    assert (0 < x < frame.width) and (0 < y < frame.height), "it is in sight"
