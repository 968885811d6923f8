"""From a key at the window to the motors of a simulated dome, and above all back to rest: its own record counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.ptz.desk_room import DeskRoom, desk_room
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import view_of
from tests.ui.ptz.hand import hand_of, lift, mark, move, press, push, release, tap
from wall.demo import City, running_city
from wall.model.dome_events import PtzAbilityKnown
from wall.model.view import CameraCell
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

K = Qt.Key
GONE_WITHIN_S = 1.5
"""Later than that after the hand it would be a runaway."""
End = Callable[[WallWindow], object]


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(8, 1) as city:
        yield city


@pytest.fixture(scope="module")
def room(city: City, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskRoom]:
    with desk_room(city, tmp_path_factory.mktemp("desk")) as room:
        yield room


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, room: DeskRoom) -> Iterator[WallWindow]:
    """With the dome in its selected cell, in PTZ mode, at rest and far from the ends of its range."""
    with opened(qtbot, live, room) as window:
        tap(window, K.Key_P)
        qtbot.waitUntil(lambda: room.fleet.told(PtzAbilityKnown) != [], timeout=20_000)
        until_it_stands(qtbot, room)
        assert abs(where(room)) < 0.6
        yield window
    room.fault("ptz_ignores_stop", room.dome(), on=False)
    room.fault("ptz_ignores_timeout", room.dome(), on=False)
    room.fault("ptz_slow", room.dome(), on=False)
    until_it_stands(qtbot, room)


@contextmanager
def opened(qtbot: QtBot, live: FakeLive, room: DeskRoom) -> Iterator[WallWindow]:
    screen = room.room.screens[0]
    window = WallWindow(room.room, screen, live, live.bridge, DARK, TileNumbers(), monotonic=live.clock, ptz=room.desk)
    window.resize(960, 568)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.wishes.put(CameraCell(room.dome()))
    live.go_live((200, 40, 30))
    yield window
    window.close()
    window.deleteLater()


def where(room: DeskRoom) -> float:
    """How far to the right it looks."""
    return float(room.did(room.dome())["position"][0])


def until_it_moves(qtbot: QtBot, room: DeskRoom) -> None:
    qtbot.waitUntil(lambda: bool(room.did(room.dome())["moving"]), timeout=10_000)


def until_it_stands(qtbot: QtBot, room: DeskRoom) -> float:
    """When it came to rest, in its own record; told by the desk as well."""
    qtbot.waitUntil(lambda: not room.desk.standing(room.dome()).is_moving, timeout=10_000)
    qtbot.waitUntil(lambda: not room.did(room.dome())["moving"], timeout=10_000)
    return float(room.did(room.dome())["stopped_s"] or 0.0)


def test_it_moves_while_a_key_is_down_and_no_longer(qtbot: QtBot, window: WallWindow, room: DeskRoom) -> None:
    qtbot.waitUntil(lambda: mark(window, window.showing.selected_cell) is not None)
    pressed_s, before = time.monotonic(), where(room)
    press(window, K.Key_Right)
    until_it_moves(qtbot, room)
    qtbot.wait(1300)
    assert room.did(room.dome())["moving"], "for longer than the camera's own limit of a command"
    release(window, K.Key_Right)
    released_s = time.monotonic()
    assert until_it_stands(qtbot, room) < released_s + GONE_WITHIN_S
    (motion,) = [each for each in room.did(room.dome())["motions"] if each["from_s"] > pressed_s]
    assert motion["from_s"] < pressed_s + 0.5, "its connection is warm"
    assert motion["to_s"] > released_s - 0.1
    assert where(room) > before + 0.01, "to the right"


def test_the_mouse_pulls_it(qtbot: QtBot, window: WallWindow, room: DeskRoom) -> None:
    cell, before = window.showing.selected_cell, where(room)
    push(window, (0.5, 0.5), cell=cell)
    move(window, (0.1, 0.5), cell=cell)
    until_it_moves(qtbot, room)
    qtbot.wait(300)
    lift(window, (0.1, 0.5), cell=cell)
    until_it_stands(qtbot, room)
    assert where(room) < before - 0.01, "to the left"


def lose_focus(window: WallWindow) -> None:
    other = QWidget(window, Qt.WindowType.Window)
    other.show()
    other.activateWindow()


@pytest.mark.parametrize(
    "end",
    [lose_focus, WallWindow.close, lambda window: hand_of(window)._lock.locked.emit()],
    ids=["focus", "closed", "locked"],
)
def test_a_dome_with_every_vice_stands_when_the_hand_is_gone(
    qtbot: QtBot, window: WallWindow, room: DeskRoom, end: End
) -> None:
    room.fault("ptz_ignores_stop", room.dome())
    room.fault("ptz_ignores_timeout", room.dome())
    press(window, K.Key_Left)
    until_it_moves(qtbot, room)
    end(window)
    gone_s = time.monotonic()
    assert until_it_stands(qtbot, room) < gone_s + GONE_WITHIN_S


def test_a_window_that_hangs_lets_go(qtbot: QtBot, window: WallWindow, room: DeskRoom) -> None:
    """The key is still down when it is back: nothing moves until it is pressed anew."""
    room.fault("ptz_ignores_timeout", room.dome())
    press(window, K.Key_Right)
    until_it_moves(qtbot, room)
    hung_s = time.monotonic()
    time.sleep(1.6)
    assert not room.did(room.dome())["moving"] and room.did(room.dome())["stopped_s"] < hung_s + GONE_WITHIN_S
    qtbot.wait(400)
    assert not room.did(room.dome())["moving"], "what is renewed is gone"
    release(window, K.Key_Right)
    press(window, K.Key_Left)
    until_it_moves(qtbot, room)
    release(window, K.Key_Left)
    until_it_stands(qtbot, room)


def test_a_camera_that_answers_after_seconds_holds_nothing_up(qtbot: QtBot, window: WallWindow, room: DeskRoom) -> None:
    room.fault("ptz_slow", room.dome(), value=2)
    room.fault("ptz_ignores_timeout", room.dome())
    for key in (K.Key_Right, K.Key_Up):
        began_s = time.monotonic()
        press(window, key)
        assert time.monotonic() - began_s < 0.05
    until_it_moves(qtbot, room)
    for key in (K.Key_Right, K.Key_Up):
        release(window, key)
    released_s = time.monotonic()
    qtbot.waitUntil(lambda: not room.did(room.dome())["moving"], timeout=10_000)
    assert room.did(room.dome())["stopped_s"] < released_s + GONE_WITHIN_S
    assert view_of(window).hasFocus()
