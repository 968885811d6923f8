"""Hands that do anything at any time: after each step exactly that moves what is held by a hand that is there."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.pixels import view_of
from tests.ui.ptz.fake_ptz import FakePtz
from tests.ui.ptz.hand import hand_of, lift, move, press, push, release, repeat, tap
from wall.model.ptz.move import Velocity
from wall.ui.ptz.key_hand import USUAL_SPEED
from wall.ui.wall_window import WallWindow

K = Qt.Key
STEPS = 400
WAYS = {
    K.Key_Left: (-1, 0, 0),
    K.Key_Right: (1, 0, 0),
    K.Key_Up: (0, 1, 0),
    K.Key_Down: (0, -1, 0),
    K.Key_Plus: (0, 0, 1),
    K.Key_Minus: (0, 0, -1),
}


class Session:
    """A window, what is really pressed, and which of that counts: what was pressed since the hand was last lost."""

    def __init__(self, window: WallWindow, random: Random) -> None:
        self.window = window
        self.random = random
        self.elsewhere = QLineEdit(window)
        self.elsewhere.show()
        self.down: set[Qt.Key] = set()
        self.counted: set[Qt.Key] = set()
        self.pulls = False
        self.log: list[str] = []

    @property
    def is_driving(self) -> bool:
        return hand_of(self.window).mode.camera_id is not None

    @property
    def has_focus(self) -> bool:
        return view_of(self.window).hasFocus()

    def step(self) -> None:
        deeds = [
            *[self.press_a_key] * 6,
            *[self.release_a_key] * 5,
            *[self.repeat_a_key] * 2,
            *[self.use_the_mouse] * 4,
            *[self.toggle_mode] * 2,
            self.lose_focus,
            self.get_focus_back,
            self.choose_a_cell,
            self.lock,
        ]
        deed = self.random.choice(deeds)
        self.log.append(deed.__name__)
        deed()

    def lose(self) -> None:
        self.counted.clear()
        self.pulls = False

    def press_a_key(self) -> None:
        key = self.random.choice(list(WAYS))
        if key in self.down or not self.has_focus or not self.is_driving:
            return
        press(self.window, key)
        self.down.add(key)
        self.counted.add(key)

    def release_a_key(self) -> None:
        if not self.down:
            return
        key = self.random.choice(sorted(self.down))
        if self.has_focus:
            release(self.window, key)
            self.counted.discard(key)
        self.down.discard(key)

    def repeat_a_key(self) -> None:
        if self.down and self.has_focus and self.is_driving:
            repeat(self.window, self.random.choice(sorted(self.down)))

    def use_the_mouse(self) -> None:
        cell = self.window.showing.selected_cell
        if not self.is_driving or not self.has_focus:
            return
        if self.pulls and self.random.random() < 0.5:
            lift(self.window, (0.9, 0.5), cell=cell)
            self.pulls = False
        elif not self.pulls:
            push(self.window, (0.5, 0.5), cell=cell)
            move(self.window, (0.9, 0.5), cell=cell)
            self.pulls = True

    def toggle_mode(self) -> None:
        if not self.has_focus:
            return
        was_driving = self.is_driving
        tap(self.window, self.random.choice([K.Key_P, K.Key_Escape] if was_driving else [K.Key_P]))
        assert self.is_driving is not was_driving
        self.lose()

    def lose_focus(self) -> None:
        self.elsewhere.setFocus()
        self.lose()

    def get_focus_back(self) -> None:
        view_of(self.window).setFocus()

    def choose_a_cell(self) -> None:
        before = self.window.showing.selected_cell
        self.window.wishes.select(self.random.choice([0, 1]))
        if self.window.showing.selected_cell != before:
            self.lose()

    def lock(self) -> None:
        hand_of(self.window)._lock.locked.emit()
        self.lose()

    def expected(self) -> dict[str, Velocity]:
        ways = [WAYS[key] for key in self.counted]
        pan, tilt, zoom = (USUAL_SPEED * sum(way[axis] for way in ways) for axis in range(3))
        return {"keys:1": Velocity(pan, tilt, zoom)} if pan or tilt or zoom else {}


@pytest.mark.parametrize("seed", range(6))
def test_nothing_moves_that_nobody_holds(qtbot: QtBot, window: WallWindow, ptz: FakePtz, seed: int) -> None:
    session = Session(window, Random(seed))
    moved = 0
    for _ in range(STEPS):
        session.step()
        keys = {hand: velocity for hand, (_, velocity) in ptz.held.items() if hand == "keys:1"}
        assert keys == session.expected(), session.log[-12:]
        assert ("mouse:1" in ptz.held) == session.pulls, session.log[-12:]
        assert session.is_driving or ptz.held == {}
        assert {camera_id for camera_id, _ in ptz.held.values()} <= {hand_of(window).mode.camera_id}
        moved += bool(ptz.held)
    assert moved > STEPS / 10, "else it was no test"
    session.lose_focus()
    assert ptz.held == {}
