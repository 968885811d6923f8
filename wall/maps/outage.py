"""When a tile server counts as away, and when it may be asked again. Pure: time comes in.

One failure may be chance: a server is away after the second in a row that had to do with the connection, or the
fourth answer in a row that was no tile. Then nothing is asked but one tile after 1 s, 2 s, 4 s … 5 min, until that
comes. What was under way when it began does not prolong it.
"""

from __future__ import annotations

from collections.abc import Callable

from wall.model.map_kinds import MapFault

FIRST_S = 1.0
_LAST_S = 300.0
_OF_CONNECTION = frozenset({MapFault.UNREACHABLE, MapFault.SLOW, MapFault.REFUSED})
_MOST_OF_CONNECTION, _MOST_OF_CONTENT = 2, 4


def is_of_connection(fault: MapFault) -> bool:
    """Would another tile have failed as well?"""
    return fault in _OF_CONNECTION


class Outage:
    """`clock` gives monotonic seconds, `chance` numbers in [0, 1)."""

    def __init__(self, clock: Callable[[], float], chance: Callable[[], float], first_s: float = FIRST_S) -> None:
        self._clock = clock
        self._chance = chance
        self._first_s = first_s
        self._failures = 0
        self._wait_s = first_s
        self._until_s = 0.0
        self.is_away = False

    @property
    def left_s(self) -> float:
        """How long nothing may be asked yet."""
        return max(0.0, self._until_s - self._clock()) if self.is_away else 0.0

    def failed(self, fault: MapFault) -> bool:
        """It gave no tile. True: since now it is away."""
        self._failures += 1
        if self.is_away:
            if self.left_s == 0:
                self._wait()
            return False
        self.is_away = self._failures >= (_MOST_OF_CONNECTION if is_of_connection(fault) else _MOST_OF_CONTENT)
        if self.is_away:
            self._wait()
        return self.is_away

    def worked(self) -> bool:
        """It gave a tile. True: since now it is there again."""
        was_away, self.is_away = self.is_away, False
        self._failures, self._wait_s = 0, self._first_s
        return was_away

    def _wait(self) -> None:
        self._until_s = self._clock() + self._wait_s * (0.8 + 0.2 * self._chance())
        self._wait_s = min(_LAST_S, self._wait_s * 2)
