"""One window a screen, each on its display: plugged in, out and elsewhere; kiosk; beside the console."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screens.conftest import Walls
from tests.ui.screens.fake_displays import panel
from wall.model.grid import Rect
from wall.model.screen import Display, Screen
from wall.model.view import CameraCell
from wall.ui.screens.displays import area_of

DESK = panel(0, "DESK", is_primary=True)
ONE, TWO, THREE = panel(1, "S1"), panel(2, "S2"), panel(3, "S3")


def on(number: int, display: Display, *, kiosk: bool = False) -> Screen:
    """A screen that belongs to a display."""
    return Screen(f"Tường {number}", number, display.identity, kiosk)


def area(window: QWidget) -> Rect:
    return area_of(window.geometry())


def test_each_screen_fills_its_display_whatever_their_order(walls: Walls) -> None:
    walls.begin(on(1, ONE), on(2, TWO), on(3, THREE), displays=(THREE, ONE, DESK, TWO))
    assert [area(walls.the(number)) for number in (1, 2, 3)] == [ONE.area, TWO.area, THREE.area]
    assert all(walls.the(number).isFullScreen() for number in (1, 2, 3))
    assert walls.told() == []


def test_a_panel_gone_is_out_of_sight_at_once_and_told_when_plugs_are_quiet(walls: Walls) -> None:
    windows = walls.begin(on(1, ONE), on(2, TWO), displays=(DESK, ONE, TWO))
    walls.displays.unplug(TWO)
    assert walls.seen(2) is None, "else the window system puts it onto another panel"
    assert walls.told() == []
    walls.displays.settle()
    assert walls.told() == [("panel_lost", 2)]
    assert [screen.number for screen in windows.waiting] == [2]
    walls.displays.settle()
    assert walls.told() == [("panel_lost", 2)], "once"
    assert area(walls.the(1)) == ONE.area


def test_a_panel_comes_back_on_another_connector_with_its_pictures(walls: Walls, qtbot: QtBot) -> None:
    windows = walls.begin(on(1, ONE), on(2, TWO), displays=(DESK, ONE, TWO))
    before = walls.the(2)
    walls.displays.become(DESK, ONE)
    back = panel(4, "S2", "HDMI-1")
    with qtbot.waitSignal(windows.display_back) as told:
        walls.displays.become(DESK, ONE, back)
    assert told.args == [walls.screen(2)]
    assert walls.the(2) is before, "nothing was given back"
    assert area(before) == back.area
    assert walls.told() == [("panel_lost", 2), ("panel_back", 2)]
    assert windows.waiting == ()


def test_what_stays_away_is_given_back_and_made_anew(walls: Walls, qtbot: QtBot) -> None:
    walls.begin(on(1, ONE), displays=(DESK, ONE), give_up_ms=50)
    before = walls.the(1)
    walls.displays.become(DESK)
    qtbot.waitUntil(lambda: before.is_given_back)
    walls.displays.become(DESK, ONE)
    assert walls.the(1) is not before
    assert area(walls.the(1)) == ONE.area


def test_a_plug_that_bounces_is_nobodys_business(walls: Walls) -> None:
    walls.begin(on(1, ONE), displays=(DESK, ONE))
    before = walls.the(1)
    for _ in range(3):
        walls.displays.unplug(ONE)
        walls.displays.plug(ONE)
    walls.displays.settle()
    assert walls.the(1) is before
    assert walls.told() == []


def test_a_display_that_comes_late_gets_its_window_then(walls: Walls) -> None:
    walls.begin(on(1, ONE), on(2, TWO, kiosk=True), displays=(DESK, ONE))
    assert walls.seen(2) is None
    assert walls.told() == [("panel_lost", 2)]
    walls.displays.become(DESK, TWO, ONE)
    assert area(walls.the(2)) == TWO.area
    assert walls.told()[1:] == [("panel_back", 2)]


def test_a_wall_follows_its_display_over_the_desktop(walls: Walls) -> None:
    walls.begin(on(1, ONE), displays=(DESK, ONE))
    turned = replace(ONE, area=Rect(0, 1080, 1080, 1920))
    walls.displays.become(DESK, turned)
    assert area(walls.the(1)) == turned.area
    assert walls.told() == []


# -- whom a display belongs to


def test_swapped_cables_do_not_swap_the_walls(walls: Walls) -> None:
    walls.begin(on(1, ONE), on(2, TWO), displays=(DESK, ONE, TWO))
    walls.displays.become(DESK, panel(1, "S2", "DP-2"), panel(2, "S1", "DP-3"))
    assert area(walls.the(1)) == TWO.area
    assert area(walls.the(2)) == ONE.area


def test_equal_displays_without_serials_are_known_by_where_they_hang(walls: Walls) -> None:
    left, right = panel(1), panel(2)
    walls.begin(on(1, left), on(2, right), displays=(right, DESK, left))
    assert area(walls.the(1)) == left.area
    assert area(walls.the(2)) == right.area
    walls.displays.become(DESK, panel(1, connector="HDMI-1"))
    assert walls.seen(1) is None, "one of the two on a third connector: which one, nobody can say"
    assert walls.seen(2) is None


def test_clones_with_one_serial_are_never_taken_for_each_other(walls: Walls) -> None:
    left, right = panel(1, "SAME"), panel(2, "SAME")
    walls.begin(on(1, left), on(2, right), displays=(DESK, left, right))
    assert area(walls.the(1)) == left.area
    assert area(walls.the(2)) == right.area
    walls.displays.become(DESK, panel(1, "SAME", "HDMI-1"))
    assert (walls.seen(1), walls.seen(2)) == (None, None)
    assert sorted(walls.told()) == [("panel_lost", 1), ("panel_lost", 2)]


def test_displays_that_tell_nothing_are_known_by_their_connector(walls: Walls) -> None:
    mute, other = panel(1, model=""), panel(2, model="")
    walls.begin(on(1, mute), on(2, other), displays=(DESK, other, mute))
    assert area(walls.the(1)) == mute.area
    assert area(walls.the(2)) == other.area


def test_two_screens_on_one_display_do_not_fight_for_it(walls: Walls) -> None:
    windows = walls.begin(on(1, ONE), on(2, ONE), displays=(DESK, ONE))
    assert area(walls.the(1)) == ONE.area
    assert [screen.number for screen in windows.waiting] == [2]


def test_an_unknown_display_is_offered_and_nothing_opens_by_itself(walls: Walls, qtbot: QtBot) -> None:
    windows = walls.begin(on(1, ONE), displays=(DESK, ONE))
    with qtbot.waitSignal(windows.display_offered) as told:
        walls.displays.become(DESK, ONE, TWO)
    assert told.args == [TWO]
    assert windows.seen == 1
    assert windows.free == (DESK, TWO)
    with qtbot.assertNotEmitted(windows.display_offered):
        walls.displays.become(DESK, ONE)
        walls.displays.become(DESK, ONE, TWO)


def test_bound_by_hand_a_screen_goes_there(walls: Walls, qtbot: QtBot) -> None:
    windows = walls.begin(on(1, ONE), displays=(DESK, ONE, TWO))
    walls.room.keep_screens([walls.screen(1), Screen("Tường 2", 2, TWO.identity)])
    qtbot.waitUntil(lambda: walls.seen(2) is not None)
    qtbot.waitUntil(lambda: area(walls.the(2)) == TWO.area)
    walls.room.keep_screens([replace(walls.screen(1), display=THREE.identity), walls.screen(2)])
    qtbot.waitUntil(lambda: walls.seen(1) is None)
    assert walls.told() == [("panel_lost", 1)]
    walls.room.keep_screens([replace(walls.screen(1), display=None), walls.screen(2)])
    qtbot.waitUntil(lambda: walls.seen(1) is not None)
    assert walls.told()[1:] == [("panel_back", 1)], "who belongs to no display waits for none"
    walls.room.keep_screens([walls.screen(2)])
    qtbot.waitUntil(lambda: windows.seen == 1)
    assert walls.made[0].is_given_back


# -- kiosk


def is_kiosk(window: QWidget, wanted: bool) -> bool:
    return bool(window.windowFlags() & Qt.WindowType.FramelessWindowHint) is wanted


def test_no_key_leads_out_of_a_kiosk(walls: Walls, qtbot: QtBot) -> None:
    walls.begin(on(1, ONE, kiosk=True), displays=(DESK, ONE))
    window = walls.the(1)
    flags = window.windowFlags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.close()
    assert walls.the(1) is window
    window.showNormal()
    window.showMinimized()
    qtbot.waitUntil(lambda: window.isFullScreen() and not window.isMinimized())
    qtbot.waitUntil(lambda: area(window) == ONE.area)


def test_a_screen_becomes_a_kiosk_and_none_again(walls: Walls, qtbot: QtBot) -> None:
    walls.begin(on(1, ONE), displays=(DESK, ONE))
    window = walls.the(1)
    for kiosk in (True, False):
        walls.room.keep_screens([replace(walls.screen(1), kiosk=kiosk)])
        qtbot.waitUntil(partial(is_kiosk, window, kiosk))
        assert walls.the(1) is window, "nothing was given back"
        qtbot.waitUntil(lambda: area(window) == ONE.area)
    assert window.close()


def test_without_a_console_keys_go_to_the_first_wall(walls: Walls, qtbot: QtBot) -> None:
    walls.begin(on(1, ONE, kiosk=True), on(2, TWO), displays=(DESK, ONE, TWO))
    qtbot.waitUntil(walls.the(1).isActiveWindow)


# -- beside the console


def console_of(walls: Walls, area: Rect) -> QWidget:
    walls.console = QWidget()
    walls.console.setGeometry(area.x, area.y, area.width, area.height)
    walls.console.show()
    return walls.console


def test_the_console_leaves_a_panel_to_its_wall(walls: Walls) -> None:
    console = console_of(walls, Rect(1920 + 100, 100, 1440, 900))
    walls.begin(on(1, ONE), displays=(DESK, ONE))
    assert area(console).x < DESK.area.right
    assert (area(console).width, area(console).height) == (1440, 900)
    walls.displays.become(ONE, replace(DESK, area=Rect(0, 1080, 1920, 1080)))
    assert area(console).y >= 1080, "it stays on what is visible"


def test_a_console_larger_than_its_display_covers_no_wall_beside_it(walls: Walls) -> None:
    console = console_of(walls, Rect(700, 100, 1440, 900))
    walls.begin(Screen("1", 1, ONE.identity), displays=(DESK, ONE))
    assert area(console) == Rect(480, 100, 1440, 900)
    small = replace(DESK, area=Rect(0, 0, 1280, 720))
    walls.displays.become(small, replace(ONE, area=Rect(1280, 0, 1280, 720)))
    assert area(console) == small.area


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_where_every_panel_has_a_wall_the_console_stands_in_front_of_one(walls: Walls) -> None:
    console = console_of(walls, Rect(100, 100, 1440, 900))
    walls.begin(on(1, DESK, kiosk=True), on(2, ONE, kiosk=True), displays=(DESK, ONE))
    assert area(console) == Rect(100, 100, 1440, 900)
    assert not walls.the(1).windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert walls.the(2).windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    walls.displays.settle()
    assert area(console) == Rect(100, 100, 1440, 900)


# -- screens without a display


def test_a_free_screen_stands_where_it_stood_and_on_what_is_visible(walls: Walls) -> None:
    stood = Rect(300, 200, 900, 600)
    away = Rect(9000, 200, 900, 600)
    walls.begin(Screen("A", 1, area=stood), Screen("B", 2, area=away), Screen("C", 3), displays=(DESK,))
    assert area(walls.the(1)) == stood
    assert area(walls.the(2)) == Rect(DESK.area.right - 900, 200, 900, 600)
    assert DESK.area.contains(area(walls.the(3)).x, area(walls.the(3)).y)
    assert not walls.the(3).isFullScreen()


def test_a_free_screen_opens_beside_the_console(walls: Walls) -> None:
    console_of(walls, Rect(100, 100, 1440, 900))
    walls.begin(Screen("A", 1), displays=(DESK, ONE))
    assert area(walls.the(1)).x >= ONE.area.x


def test_where_the_operator_puts_a_free_screen_is_kept(walls: Walls, qtbot: QtBot) -> None:
    walls.begin(Screen("A", 1, area=Rect(300, 200, 900, 600)), displays=(DESK, ONE))
    walls.the(1).setGeometry(2000, 300, 1000, 700)
    qtbot.waitUntil(lambda: walls.screen(1).area == Rect(2000, 300, 1000, 700))
    walls.displays.settle()
    assert area(walls.the(1)) == Rect(2000, 300, 1000, 700)


def test_what_the_operator_closes_stays_closed_until_it_is_wanted_again(walls: Walls, qtbot: QtBot) -> None:
    windows = walls.begin(on(1, ONE), on(2, TWO), displays=(DESK, ONE, TWO))
    with qtbot.waitSignal(windows.screen_left) as told:
        walls.the(1).close()
    assert told.args == [walls.screen(1)]
    assert walls.made[0].is_given_back
    walls.displays.settle()
    assert walls.seen(1) is None
    assert [screen.number for screen in windows.left] == [1]
    screen_id = walls.screen(1).screen_id
    walls.room.show(screen_id, walls.room.board(screen_id).put(0, CameraCell(7)))
    qtbot.waitUntil(lambda: walls.seen(1) is not None)
    assert windows.left == ()
    walls.the(1).close()
    qtbot.waitUntil(lambda: windows.left != ())
    walls.room.select(walls.screen(2).screen_id)
    walls.room.select(screen_id)
    qtbot.waitUntil(lambda: area(walls.the(1)) == ONE.area if walls.seen(1) else False)


@pytest.mark.parametrize("displays", [(), (DESK,)])
def test_no_display_for_any_screen_is_no_fault(walls: Walls, displays: tuple[Display, ...]) -> None:
    windows = walls.begin(on(1, ONE), on(2, TWO), displays=displays)
    assert windows.seen == 0
    assert [screen.number for screen in windows.waiting] == [1, 2]
    walls.displays.become(DESK, ONE, TWO)
    assert windows.seen == 2


# -- whatever happens


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_plugged_no_wall_stands_on_another_ones_panel(seed: int, walls: Walls) -> None:
    """Six panels, two of them clones and two mute, are plugged in and out at random connectors."""
    chance = random.Random(seed)
    serials = {1: "S1", 2: "S2", 3: "SAME", 4: "SAME", 5: "", 6: ""}
    homes = {number: panel(number, serial, model="" if number > 4 else "U2723QE") for number, serial in serials.items()}
    walls.begin(*(on(number, home, kiosk=number % 2 == 0) for number, home in homes.items()), displays=(DESK,))
    for _ in range(40):
        places = chance.sample(sorted(homes), chance.randrange(7))
        connectors = chance.sample(range(1, 9), len(places))
        there = {
            number: replace(homes[number], identity=replace(homes[number].identity, connector=f"DP-{at + 1}"))
            for number, at in zip(places, connectors, strict=True)
        }
        walls.displays.become(DESK, *there.values())
        for number in (1, 2):  # Who has a serial of its own is always found, and nobody else is there.
            assert (walls.seen(number) is not None) == (number in there)
        stood = {number: area(window) for number in homes if (window := walls.seen(number)) is not None}
        assert len(set(stood.values())) == len(stood), "two walls on one panel"
        for number, at in stood.items():
            display = next(each for each in there.values() if each.area == at)
            assert display.identity.serial == serials[number]
            assert serials[number] or display.identity == homes[number].identity, "a mute panel somewhere else"
        lost = [told for told in walls.told() if told[0] == "panel_lost"]
        back = [told for told in walls.told() if told[0] == "panel_back"]
        assert len(lost) - len(back) == len(homes) - len(stood)
