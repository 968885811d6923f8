"""The call-up keypad: a number and Enter bring a camera. A value and the key that comes next; the clock is handed in.

    127 Enter       camera 127 into the selected cell
    127 / 4 Enter   camera 127 into cell 4
    * 12 Enter      the twelfth view onto the screen
    +  -            with nothing typed: the next or former camera of the site

Keys are named as Qt names them ("7", "/", "Return", "Backspace"); the number row and the keypad are the same. What is
typed is forgotten when no key comes for a while, so that nobody finishes what somebody else began.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TIMEOUT_S = 5.0
"""Without a key for so long, what was typed is gone."""
KEYS = frozenset("0123456789/*+-")
"""What belongs to the keypad of a window, whether something is typed or not."""

_POSSIBLE = re.compile(r"[0-9]{1,6}(/([1-9][0-9]?)?)?|\*([1-9][0-9]{0,5})?")
_STEPS = {"+": 1, "-": -1}


@dataclass(frozen=True, slots=True)
class CallUp:
    """Show the camera of this number. `cell` is the cell of the shown layout, from 0; None is the selected one."""

    number: int
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class CallUpView:
    """Show a view. `place` is where it stands in the list of views, from 0."""

    place: int


@dataclass(frozen=True, slots=True)
class Step:
    """Show the camera so many places further among those of the same site."""

    steps: int


Call = CallUp | CallUpView | Step


@dataclass(frozen=True, slots=True)
class Keypad:
    """What has been typed so far, and when the last key came (monotonic seconds)."""

    typed: str = ""
    last_s: float = 0.0

    def text(self, now_s: float) -> str:
        """What is to be shown now: "127/4", or "" when it has been forgotten."""
        return self.typed if now_s - self.last_s < TIMEOUT_S else ""

    def pressed(self, key: str, now_s: float) -> tuple[Keypad, Call | None] | None:
        """The keypad after a key, and what is called up by it; None for a key that is not the keypad's at this moment.

        Enter, Backspace and Esc belong to it only while something is typed. A digit too many, a second `/` and the
        like are taken and change nothing.
        """
        typed = self.text(now_s)
        if key in KEYS:
            return self._typed_on(typed, key, now_s)
        if not typed:
            return None
        if key in ("Return", "Enter"):
            return Keypad(), _call(typed)
        if key == "Esc":
            return Keypad(), None
        return (Keypad(typed[:-1], now_s), None) if key == "Backspace" else None

    def _typed_on(self, typed: str, key: str, now_s: float) -> tuple[Keypad, Call | None] | None:
        if not typed and key in _STEPS:
            return Keypad(), Step(_STEPS[key])
        if _POSSIBLE.fullmatch(typed + key):
            return Keypad(typed + key, now_s), None
        return (Keypad(typed, now_s), None) if typed else None


def _call(typed: str) -> Call | None:
    if typed.startswith("*"):
        return CallUpView(int(typed[1:]) - 1) if typed != "*" else None
    number, _, cell = typed.partition("/")
    return CallUp(int(number), int(cell) - 1 if cell else None)
