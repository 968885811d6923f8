"""Sticks that are really moved (SDL's virtual ones, through their process) drive the dome in hand, and let go of it."""

from __future__ import annotations

import os
import signal
import statistics
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.services.sticks_room import Player, running_sticks
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow
from tests.ui.sticks.domes import Domes
from wall.model.ptz import deeds
from wall.model.ptz.ability import NO_PTZ
from wall.model.ptz.move import Velocity
from wall.model.ptz.operator import Operator
from wall.model.sticks import AxisDoes, AxisUse, StickMap
from wall.services.control_room import ControlRoom
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.screen_lock import ScreenLock
from wall.ui.sticks.bridge import StickBridge
from wall.ui.sticks.driving import driven_by_sticks
from wall.ui.sticks.port import StickPorts
from wall.ui.wall_window import WallWindow

PATIENCE_MS = 15_000
FULL = 32767


class Desk:
    """A wall of four cameras, a stick in front of it, and the domes behind."""

    def __init__(
        self, window: WallWindow, room: ControlRoom, player: Player, domes: Domes, lock: ScreenLock, qtbot: QtBot
    ) -> None:
        self.window, self.room, self.player, self.domes, self.lock = window, room, player, domes, lock
        self._qtbot = qtbot
        self.said: list[str] = []
        self.is_settling = False
        room.select(window.screen_id)
        self.stick = player.plug()
        self.hand_name = f"stick:{self.stick}"

    def until(self, condition: object) -> None:
        assert callable(condition)
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def push(self, value: int = FULL, axis: int = 0) -> None:
        """Move an axis, and see the dome driven."""
        self.player.move(axis, value)
        self.until(lambda: self.domes.held() is not None)

    def rests(self, for_ms: int = 250) -> None:
        """Nothing drives, though two readings come."""
        self.until(lambda: self.domes.held() is None)
        count = len(self.domes.what("drive"))
        self._qtbot.wait(for_ms)
        assert len(self.domes.what("drive")) == count

    def centre(self) -> None:
        self.player.move(0, 0)
        self._qtbot.wait(220)


@pytest.fixture
def desk(make_window: MakeWindow, rooms: list[ControlRoom], qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    bridge = StickBridge()
    with running_sticks(lambda _event: None, bridge.hear, tmp_path / "city.db") as player:
        window, domes, lock = make_window(), Domes(), ScreenLock()
        made = Desk(window, rooms[-1], player, domes, lock, qtbot)
        with driven_by_sticks(
            StickPorts(player.sticks, bridge),
            cast(PtzPort, domes),
            rooms[-1],
            lambda screen: window if screen == window.screen_id else None,
            made,
            made.said.append,
            lock,
        ):
            qtbot.wait(220)
            yield made
        assert domes.told[-1][0] in ("let_all_go", "close") and domes.held() is None


def test_a_stick_drives_the_selected_tile_in_proportion_and_stops_it(desk: Desk) -> None:
    desk.push()
    assert desk.domes.told[-1] == ("drive", 1, desk.hand_name, Velocity(pan=1.0))
    desk.player.move(0, round(0.55 * FULL))
    desk.until(lambda: 0.2 < (desk.domes.held() or Velocity()).pan < 0.3)
    desk.player.move(1, -FULL)
    desk.until(lambda: (desk.domes.held() or Velocity()).tilt == 1.0)
    desk.player.move(0, 0)
    desk.player.move(1, 0)
    desk.until(lambda: desk.domes.what("let_go")[-1:] == [(desk.hand_name,)])
    desk.rests()


def test_it_is_said_again_as_long_as_it_is_held(desk: Desk) -> None:
    desk.push()
    count = len(desk.domes.driven)
    desk.until(lambda: len(desk.domes.driven) >= count + 10)
    times = [at_s for at_s, _ in desk.domes.driven[count:]]
    apart = [later - earlier for earlier, later in pairwise(times)]
    assert statistics.median(apart) < 0.15, "a lease is renewed every 150 ms at least"


@pytest.mark.alone
def test_from_the_stick_to_the_dome_in_milliseconds(desk: Desk) -> None:
    desk.push(FULL // 2)
    took_s = []
    for turn in range(30):
        wanted = round(FULL * (0.6 + turn % 2 * 0.4))
        count, moved_s = len(desk.domes.driven), time.monotonic()
        before = desk.domes.held()
        desk.player.move(0, wanted)
        desk.until(lambda before=before: desk.domes.held() != before)
        fresh = [at_s for at_s, velocity in desk.domes.driven[count:] if velocity != before]
        took_s.append(fresh[0] - moved_s)
    assert statistics.median(took_s) < 0.010


def test_a_pulled_stick_lets_go_at_once(desk: Desk) -> None:
    desk.push()
    desk.player.pull()
    desk.until(lambda: desk.domes.what("let_go") == [(desk.hand_name,)])
    desk.rests()


def test_the_end_of_its_process_lets_go(desk: Desk) -> None:
    desk.push()
    assert desk.player.sticks.pid is not None
    os.kill(desk.player.sticks.pid, signal.SIGKILL)
    desk.until(lambda: desk.domes.what("let_go") == [(desk.hand_name,)])


def test_a_process_that_hangs_renews_nothing(desk: Desk, qtbot: QtBot) -> None:
    """So the desk's lease runs out after 400 ms."""
    desk.push()
    assert desk.player.sticks.pid is not None
    os.kill(desk.player.sticks.pid, signal.SIGSTOP)
    qtbot.wait(200)
    count = len(desk.domes.told)
    qtbot.wait(500)
    assert len(desk.domes.told) == count
    os.kill(desk.player.sticks.pid, signal.SIGCONT)


def test_without_an_active_window_it_lets_go_and_a_held_stick_begins_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.push()
    desk.window.hide()
    desk.until(lambda: QApplication.activeWindow() is None)
    desk.rests()
    desk.window.show()
    other = QWidget()  # The offscreen platform gives the focus to nobody who had it last.
    qtbot.addWidget(other)
    for window in (other, desk.window):
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    desk.rests()
    desk.centre()
    desk.push()


def test_an_application_that_is_left_lets_go_at_once(desk: Desk, qapp: QApplication) -> None:
    desk.push()
    count = len(desk.domes.what("drive"))
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert desk.domes.told[-1] == ("let_all_go", "stick:") and len(desk.domes.what("drive")) == count
    desk.rests()


def test_a_locked_desktop_lets_go_and_a_held_stick_begins_nothing(desk: Desk) -> None:
    desk.push()
    desk.lock.on_told(True)  # As the desktop says it over its bus.
    assert desk.domes.told[-1] == ("let_all_go", "stick:")
    desk.rests()
    desk.lock.on_told(False)
    desk.rests()
    desk.centre()
    desk.push()


def test_another_tile_takes_the_stick_only_after_it_was_at_rest(desk: Desk) -> None:
    desk.push()
    desk.window.wishes.select(2)
    desk.until(lambda: desk.domes.held() is None)
    desk.rests()
    assert {each[0] for each in desk.domes.what("drive")} == {1}
    desk.centre()
    desk.push()
    assert desk.domes.told[-1][:2] == ("drive", 3)


def test_another_operator_takes_the_stick_only_after_it_was_at_rest(desk: Desk) -> None:
    desk.push()
    desk.domes.operator = Operator("minh")
    desk.rests()
    desk.centre()
    desk.push()


def test_nobody_drives_by_a_picture_that_is_held(desk: Desk, live: FakeLive) -> None:
    live.go_live((200, 40, 30))
    desk.until(lambda: desk.window.tiles_not_live() == [])
    desk.push()
    desk.window.holding.toggle()
    desk.rests()
    desk.window.holding.toggle()
    desk.rests()
    desk.centre()
    desk.push()


def test_while_it_is_settled_it_drives_nothing(desk: Desk) -> None:
    desk.is_settling = True
    desk.player.move(0, FULL)
    desk.player.press(deeds.USUAL.index(deeds.HOME))
    desk.rests()
    assert not desk.domes.what("go_home") and not desk.domes.what("drive")


def test_an_empty_cell_is_driven_nowhere(desk: Desk) -> None:
    desk.window.wishes.empty()
    desk.player.move(0, FULL)
    desk.player.press(0)
    desk.rests()
    assert not desk.domes.what("drive") and not desk.domes.what("go_preset")


def test_a_dome_is_made_ready_before_it_moves_and_a_fixed_camera_is_not(desk: Desk) -> None:
    desk.domes.abilities[2] = NO_PTZ
    desk.until(lambda: desk.domes.what("open") == [(1,)])
    desk.window.wishes.select(1)
    desk.until(lambda: desk.domes.what("close") == [(1,)])
    desk.window.wishes.select(3)
    desk.until(lambda: desk.domes.what("open") == [(1,), (4,)])
    desk.player.pull()
    desk.until(lambda: desk.domes.what("close") == [(1,), (4,)])


# -- buttons


def press(desk: Desk, deed: str) -> int:
    """A button that does this."""
    model = desk.player.sticks.sticks[desk.stick]
    desk.player.sticks.keep_map(model, desk.player.sticks.map_of(model).with_button(11, deed))
    desk.player.press(11)
    return 11


def test_a_button_goes_to_the_preset_in_that_place(desk: Desk) -> None:
    desk.player.press(1)
    desk.until(lambda: desk.domes.what("go_preset") == [(1, "p2")])
    desk.player.let_go(1)
    desk.player.press(8)
    desk.until(lambda: desk.said == ["This dome has no preset 9."])
    desk.domes.listed = None
    desk.player.press(0)
    desk.until(lambda: len(desk.said) == 2)
    assert "10.0.0.7" in desk.said[1]


def test_buttons_choose_tiles_in_a_ring_and_pass_over_empty_ones(desk: Desk) -> None:
    desk.window.wishes.select(1)
    desk.window.wishes.empty()
    desk.window.wishes.select(0)
    cells = []
    for _ in range(3):
        button = press(desk, deeds.NEXT_TILE)
        before = desk.window.wishes.board.selected_cell
        desk.until(lambda before=before: desk.window.wishes.board.selected_cell != before)
        cells.append(desk.window.wishes.board.selected_cell)
        desk.player.let_go(button)
    assert cells == [2, 3, 0]
    press(desk, deeds.FORMER_TILE)
    desk.until(lambda: desk.window.wishes.board.selected_cell == 3)


def test_a_held_button_zooms_until_it_is_let_go_and_adds_to_the_axis(desk: Desk) -> None:
    button = press(desk, deeds.ZOOM_OUT)
    desk.until(lambda: desk.domes.held() == Velocity(zoom=-0.5))
    desk.player.move(0, FULL)
    desk.until(lambda: desk.domes.held() == Velocity(pan=1.0, zoom=-0.5))
    desk.player.let_go(button)
    desk.until(lambda: desk.domes.held() == Velocity(pan=1.0))


def test_focus_lasts_as_long_as_its_button_and_iris_and_wiper_go_in_steps(desk: Desk) -> None:
    button = press(desk, deeds.FOCUS_FAR)
    desk.until(lambda: desk.domes.what("focus") == [(1, 0.4)] or desk.domes.what("focus") == [(1, 0.6)])
    desk.player.let_go(button)
    desk.until(lambda: desk.domes.what("focus")[-1] == (1, 0.0))
    for deed, wanted in (
        (deeds.IRIS_OPEN, ("iris", 1, 0.1)),
        (deeds.WIPER, ("auxiliary", 1, "tt:Wiper|On")),
        (deeds.WIPER, ("auxiliary", 1, "tt:Wiper|Off")),
        (deeds.LIGHT, ("auxiliary", 1, "tt:IRLamp|On")),
        (deeds.HOME, ("go_home", 1)),
        (deeds.AUTO_FOCUS, ("auto_focus", 1, True)),
    ):
        button = press(desk, deed)
        desk.until(lambda wanted=wanted: wanted in desk.domes.told)
        desk.player.let_go(button)


def test_a_focus_axis_is_stopped_with_the_stick(desk: Desk) -> None:
    model = desk.player.sticks.sticks[desk.stick]
    desk.player.sticks.keep_map(model, StickMap({AxisDoes.FOCUS: AxisUse(2)}))
    desk.centre()
    desk.player.move(2, FULL)
    desk.until(lambda: desk.domes.what("focus")[-1:] == [(1, 1.0)])
    desk.player.pull()
    desk.until(lambda: desk.domes.what("focus")[-1] == (1, 0.0))


def test_a_button_does_whatever_a_key_can_do(desk: Desk) -> None:
    press(desk, "wall.alone")
    desk.until(lambda: desk.window.wishes.board.single)


def test_two_sticks_are_two_hands(desk: Desk) -> None:
    other = desk.player.plug("b", "Cần thứ hai")
    desk.centre()
    desk.push()
    desk.player.move(2, FULL, "b")
    desk.until(lambda: ("drive", 1, f"stick:{other}", Velocity(zoom=1.0)) in desk.domes.told)
    desk.player.pull("b")
    desk.until(lambda: desk.domes.what("let_go") == [(f"stick:{other}",)])
    count = len(desk.domes.what("drive"))
    desk.until(lambda: len(desk.domes.what("drive")) > count + 2)
