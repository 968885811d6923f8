"""An event loop that rests between its turns, for a process that receives many cameras.

Packets of many cameras come spread over time. A loop that wakes for each of them spends more on waking than on
the packets. This one wakes at most every `pause_s`, and then finds the packets of several cameras, and more of
each: about a quarter less CPU for 24 cameras, for a delay of half a pause on average (measured; see the package).
"""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Callable

PAUSE_S = 0.01


class PacedSelector(selectors.DefaultSelector):
    """Waits for sockets, but not again before `pause_s` has passed; what is due at once is never held up."""

    def __init__(
        self,
        pause_s: float = PAUSE_S,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__()
        self._pause_s = pause_s
        self._clock = clock
        self._sleep = sleep
        self._woke_s = clock() - pause_s

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Rest, then wait. A `timeout` of zero means that the loop has something to do already."""
        if timeout is not None and timeout <= 0:
            return super().select(timeout)
        rest_s = self._woke_s + self._pause_s - self._clock()
        if rest_s > 0:
            rest_s = rest_s if timeout is None else min(rest_s, timeout)
            self._sleep(rest_s)
            timeout = None if timeout is None else timeout - rest_s
        ready = super().select(timeout)
        self._woke_s = self._clock()
        return ready


def paced_loop(pause_s: float = PAUSE_S) -> asyncio.SelectorEventLoop:
    """Make such a loop: `asyncio.Runner(loop_factory=paced_loop)`."""
    return asyncio.SelectorEventLoop(PacedSelector(pause_s))
