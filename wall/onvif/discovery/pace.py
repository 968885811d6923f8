"""Keeps a search polite: so many questions a second, and no more."""

from __future__ import annotations

import asyncio

_SHORTEST_SLEEP_S = 0.01


class Pace:
    """Gives turns, evenly. For several tasks of one loop."""

    def __init__(self, per_second: float) -> None:
        self._every_s = 1.0 / per_second
        self._next_s = 0.0

    async def turn(self) -> None:
        """Wait for the next turn. A few that fall together come at once: a timer for each would cost more."""
        loop = asyncio.get_running_loop()
        self._next_s = max(self._next_s, loop.time()) + self._every_s
        wait_s = self._next_s - loop.time()
        if wait_s > _SHORTEST_SLEEP_S:
            await asyncio.sleep(wait_s)
