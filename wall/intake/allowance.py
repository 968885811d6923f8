"""How often a caller may call: so many a second, and a few more at once after a quiet while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

_MOST_CALLERS = 1000


class Allowance:
    """One thread. `clock` is monotonic seconds."""

    def __init__(self, per_s: float, at_once: float, clock: Callable[[], float]) -> None:
        self._per_s = per_s
        self._at_once = at_once
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, caller: str) -> float:
        """How long this one has to wait before it may call; 0: now."""
        return max(0.0, (1.0 - self._now(caller)) / self._per_s)

    def spend(self, caller: str) -> None:
        """It has called."""
        self._left[caller] = (self._now(caller) - 1.0, self._clock())
        self._left.move_to_end(caller)
        if len(self._left) > _MOST_CALLERS:
            self._left.popitem(last=False)

    def _now(self, caller: str) -> float:
        left, then_s = self._left.get(caller, (self._at_once, self._clock()))
        return min(self._at_once, left + (self._clock() - then_s) * self._per_s)
