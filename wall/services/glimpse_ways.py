"""Which way to one camera's small picture is worth trying: the cheapest that works. Pure.

What a device will not give by one way is not asked for by it again for ten minutes, as long as there is another way;
one whose picture hung or crashed the process that decodes is not, whether there is one or not. A way that just does not
answer is passed over for half a minute, so that the other one gets its turn. A login that is refused or held back
closes all ways: the same password leads through each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from wall.model.errors import BusyError, UnreachableError, WallError
from wall.model.glimpse import Way
from wall.model.tile import RETRY_NEVER, Cause

_FOR_LONG_S = 600.0
_FOR_A_WHILE_S = 30.0
_PASSING = frozenset({Cause.TIMEOUT, Cause.UNREACHABLE, Cause.SESSIONS_FULL, Cause.DECODER_LOST, Cause.MEMORY})


class Ways:
    """Those of one camera. `now_s` is monotonic."""

    def __init__(self) -> None:
        self._not_before_s: dict[Way, float] = {}
        self._harmful: set[Way] = set()

    def choose(self, offered: Sequence[Way], now_s: float) -> Way | None:
        """The first that may be tried; where all are passed over, the one whose turn comes first."""
        harmless = [way for way in offered if way not in self._harmful or self._not_before_s[way] <= now_s]
        return min(harmless, key=lambda way: max(self._not_before_s.get(way, 0.0), now_s), default=None)

    @property
    def is_harmful(self) -> bool:
        """Has one of them hung or crashed what decodes?"""
        return bool(self._harmful)

    def failed(self, way: Way, error: WallError, now_s: float) -> bool:
        """It brought nothing. Is another way worth trying at once?"""
        if error.cause in RETRY_NEVER:
            return False
        if error.cause is Cause.DECODER:
            self._harmful.add(way)
        is_passing = error.cause in _PASSING or isinstance(error, UnreachableError | BusyError)
        self._not_before_s[way] = now_s + (_FOR_A_WHILE_S if is_passing else _FOR_LONG_S)
        return not is_passing

    def worked(self, way: Way) -> None:
        self._not_before_s.pop(way, None)
        self._harmful.discard(way)
