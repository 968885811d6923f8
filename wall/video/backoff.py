"""How long to wait before the next try."""

from __future__ import annotations

from collections.abc import Callable

from wall.model.tile import Cause

_FIRST_S = 0.25
_LAST_S = 3.0
_SLOW_S = 4.0
_SLOW_CAUSES = frozenset({Cause.SESSIONS_FULL, Cause.CODEC, Cause.NO_VIDEO, Cause.NOT_VIDEO, Cause.OVERSIZE})


class Backoff:
    """Doubles from a quarter of a second to three, spread by a fifth so that 640 cameras do not knock as one.

    Three seconds is the most an officer should wait for a camera that is back; a refused try on a LAN costs nothing.
    `chance` gives numbers in [0, 1).
    """

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._next_s = _FIRST_S

    def delay_s(self, cause: Cause) -> float:
        """How long to wait after one more failure of this kind."""
        base_s = _SLOW_S if cause in _SLOW_CAUSES else self._next_s
        self._next_s = min(_LAST_S, self._next_s * 2)
        return base_s * (0.8 + 0.2 * self._chance())

    def succeeded(self) -> None:
        self._next_s = _FIRST_S
