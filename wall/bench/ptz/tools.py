"""What a hand holds: keys of the keyboard, or a joystick (SDL's virtual one, in the program's own stick process)."""

from __future__ import annotations

import math
import os
import signal
import time
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from wall.bench.ptz.hand import Hand
from wall.bench.ptz.stage import Dome, Stage
from wall.model.errors import StartError
from wall.services.sticks import Sticks
from wall.ui.spin import spin

_FULL, _PUSHED = 32767, 26000
_PAN, _TILT = 0, 1
_PATIENCE_S = 10.0
_REST_S = 0.4
_CALM_S = 65.0
_PLUGS, _PLUGGED_WITHIN_S = 5, 4.0


class Tool(Protocol):
    """Pushed and let go; both give when that was."""

    @property
    def is_stick(self) -> bool:
        """Or else keys."""
        ...

    def take(self, dome: Dome) -> None:
        """Choose a dome."""
        ...

    def push(self, way: int, *, tilts: bool) -> float:
        """Right or up (1), left or down (-1)."""
        ...

    def release(self, at: QWidget | None = None) -> float:
        """Where another widget has the keys by then, it is heard there."""
        ...


class Keys:
    """Arrows, in PTZ mode."""

    is_stick = False

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._key = Qt.Key.Key_Right

    def take(self, dome: Dome) -> None:
        self._hand.take(dome)

    def push(self, way: int, *, tilts: bool) -> float:
        upward, sideways = (Qt.Key.Key_Up, Qt.Key.Key_Down), (Qt.Key.Key_Right, Qt.Key.Key_Left)
        self._key = (upward if tilts else sideways)[0 if way > 0 else 1]
        return self._hand.press(self._key)

    def release(self, at: QWidget | None = None) -> float:
        if at is None:
            return self._hand.release(self._key)
        now_s = time.monotonic()
        QTest.keyRelease(at, self._key)
        return now_s


class Stick:
    """One stick, plugged in when it is needed."""

    is_stick = True

    def __init__(self, stage: Stage, hand: Hand) -> None:
        sticks = stage.behind.sticks.sticks
        assert isinstance(sticks, Sticks)
        self._stage, self._hand, self._sticks = stage, hand, sticks
        self._axis = _PAN
        self._plugged = 0
        self._killed_s = -math.inf

    def take(self, dome: Dome) -> None:
        self._hand.choose(dome)
        if not self._sticks.sticks:
            self._plug()
        self.release()
        # It is believed once it was seen at rest with this tile, and the dome's line is warm by then.
        spin(_REST_S)

    def push(self, way: int, *, tilts: bool) -> float:
        self._axis = _TILT if tilts else _PAN
        # Pulled towards the hand it looks up: SDL's axes point down.
        return self._move(-way * _PUSHED if tilts else way * _PUSHED)

    def release(self, at: QWidget | None = None) -> float:
        return self._move(0)

    def pull(self) -> float:
        """Out of its socket."""
        now_s = time.monotonic()
        self._sticks.play({"do": "pull", "stick": self._name})
        spin(_PATIENCE_S, lambda: not self._sticks.sticks)
        return now_s

    @property
    def may_be_killed(self) -> bool:
        """A process that is killed again and again is begun anew later and later."""
        return time.monotonic() - self._killed_s > _CALM_S

    def kill(self) -> float:
        """Its process dies with it."""
        now_s, pid = time.monotonic(), self._sticks.pid
        self._killed_s = now_s
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
        spin(_PATIENCE_S, lambda: not self._sticks.sticks and self._sticks.pid not in (None, pid))
        return now_s

    def _move(self, value: int) -> float:
        now_s = time.monotonic()
        self._sticks.play({"do": "axis", "stick": self._name, "axis": self._axis, "value": min(_FULL, value)})
        return now_s

    def _plug(self) -> None:
        """Again where it was lost: the process that it went to may just have died."""
        for _ in range(_PLUGS):
            self._plugged += 1
            self._sticks.play({"do": "plug", "stick": self._name, "name": "Bench", "axes": 3, "buttons": 4})
            if spin(_PLUGGED_WITHIN_S, lambda: bool(self._sticks.sticks)):
                return
        raise StartError("no virtual joystick can be plugged in: is SDL there?")

    @property
    def _name(self) -> str:
        return f"bench {self._plugged}"
