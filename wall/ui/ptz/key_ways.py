"""Which keys drive a dome, and where they lead."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from wall.model.ptz.move import Velocity

KeyWay = tuple[int, int, int]
"""Right, up, closer: each -1, 0 or 1."""

_LEFT, _RIGHT, _UP, _DOWN = (-1, 0, 0), (1, 0, 0), (0, 1, 0), (0, -1, 0)
_CLOSER, _FURTHER = (0, 0, 1), (0, 0, -1)
NOWHERE: KeyWay = (0, 0, 0)
"""Of a key that goes to a place."""

WAYS = {
    Qt.Key.Key_Left: _LEFT,
    Qt.Key.Key_Right: _RIGHT,
    Qt.Key.Key_Up: _UP,
    Qt.Key.Key_Down: _DOWN,
    Qt.Key.Key_Plus: _CLOSER,
    Qt.Key.Key_Equal: _CLOSER,
    Qt.Key.Key_Minus: _FURTHER,
    Qt.Key.Key_Underscore: _FURTHER,
}
"""With and without Shift one key has two names."""

PLACES = {Qt.Key.Key_Home: 0, **{Qt.Key(Qt.Key.Key_1 + place): place + 1 for place in range(9)}}
"""Home is 0, the presets are their places."""

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def velocity_of(ways: Iterable[KeyWay], speed: float) -> Velocity:
    """Of several keys at once. Of two that lead against each other neither counts."""
    pan, tilt, zoom = (max(-1, min(1, sum(way))) for way in zip(*set(ways), strict=True))
    return Velocity(speed * pan, speed * tilt, speed * zoom)


def is_ours(event: QKeyEvent) -> bool:
    return (event.key() in WAYS or event.key() in PLACES) and not event.modifiers() & ~_PLAIN


def place_of(event: QKeyEvent) -> int:
    """Which key of the keyboard it is; below 0 where the window system does not tell."""
    return event.nativeScanCode() or -event.key()
