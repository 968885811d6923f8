"""An operator at an X server: keys and the pointer, moved through XTEST as those of a real keyboard and mouse are."""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.x_link import Extension, XLink

_FAKE_INPUT = 2
_KEY_DOWN, _KEY_UP, _BUTTON_DOWN, _BUTTON_UP, _MOVE = 2, 3, 4, 5, 6
_FIRST_CODE, _CODES = 8, 248
_LEFT = 1
_ASYNC = 1
_STEPS = 12
_STEP_S = 0.02
"""A hand moves in steps, and programs answer each of them."""

_NAMED = {
    "Return": 0xFF0D,
    "Esc": 0xFF1B,
    "Tab": 0xFF09,
    "Del": 0xFFFF,
    "Num_Lock": 0xFF7F,
    "F1": 0xFFBE,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "PgUp": 0xFF55,
    "PgDown": 0xFF56,
    "Shift": 0xFFE1,
    "Ctrl": 0xFFE3,
    "Alt": 0xFFE9,
    "KP_Enter": 0xFF8D,
    "KP_*": 0xFFAA,
    "KP_+": 0xFFAB,
    "KP_-": 0xFFAD,
    "KP_/": 0xFFAF,
    **{f"KP_{digit}": 0xFFB0 + digit for digit in range(10)},
}
"""The keysyms of what is not its own letter (X11/keysymdef.h)."""


class XHand:
    """Presses and moves; what a program makes of it is seen later. Letters are ASCII, of a US keyboard."""

    def __init__(self, x: XLink) -> None:
        self._x = x
        self._xtest = Extension(b"XTEST", 0)
        self._codes = _codes(x)

    def press(self, keys: str) -> None:
        """One key with what is held meanwhile, named as Qt does: "Ctrl+Shift+s", "7", "KP_7"."""
        *held, key = keys.split("+") if not keys.endswith("+") else [keys]
        names = [*held, key]
        for name in names:
            self._fake(_KEY_DOWN, self._code(name))
        for name in reversed(names):
            self._fake(_KEY_UP, self._code(name))
        self._x.settle()

    def hold(self, key: str) -> None:
        """One key goes down, and repeats after a while as the server has it."""
        self._fake(_KEY_DOWN, self._code(key))
        self._x.settle()

    def let_go(self, key: str) -> None:
        """It goes up."""
        self._fake(_KEY_UP, self._code(key))
        self._x.settle()

    @contextmanager
    def grabbing(self) -> Iterator[None]:
        """All keys go to this client, as they go to a lock screen."""
        told = self._x.ask("grab_keyboard", 1, self._x.root, 0, _ASYNC, _ASYNC)
        assert told[1] == 0, "somebody else has grabbed it"
        yield
        self._x.tell("ungrab_keyboard", 0)
        self._x.settle()

    def type(self, text: str) -> None:
        """Small letters, digits, and what needs no Shift."""
        for letter in text:
            self.press(letter)

    def move(self, x: int, y: int) -> None:
        """The pointer is there."""
        self._fake(_MOVE, 0, x, y)
        self._x.settle()

    def click(self, x: int, y: int) -> None:
        """With the left button."""
        self.move(x, y)
        self._fake(_BUTTON_DOWN, _LEFT)
        self._fake(_BUTTON_UP, _LEFT)
        self._x.settle()

    @contextmanager
    def dragging(self, x: int, y: int) -> Iterator[None]:
        """The left button is held from there on; where the block ends, it is let go."""
        self.move(x, y)
        self._fake(_BUTTON_DOWN, _LEFT)
        self._x.settle()
        yield
        self._fake(_BUTTON_UP, _LEFT)
        self._x.settle()

    def carry(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """From there to here, as a hand does it."""
        for step in range(1, _STEPS + 1):
            self.move(x + (to_x - x) * step // _STEPS, y + (to_y - y) * step // _STEPS)
            time.sleep(_STEP_S)

    def _code(self, name: str) -> int:
        return self._codes[_NAMED.get(name) or ord(name)]

    def _fake(self, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
        """XTestFakeInput (XTEST 2.2, section 5)."""
        request = struct.pack("=4xBB2xII8xhh7xB", kind, detail, 0, self._x.root, x, y, 0)
        self._x.send(self._xtest, _FAKE_INPUT, request)


def _codes(x: XLink) -> dict[int, int]:
    """The key that has a keysym on it, on whichever level."""
    told = x.ask("get_keyboard_mapping", _FIRST_CODE, _CODES)
    levels = told[1]
    symbols = struct.unpack_from(f"={levels * _CODES}I", told, 32)
    return {symbol: _FIRST_CODE + place // levels for place, symbol in reversed(list(enumerate(symbols))) if symbol}
