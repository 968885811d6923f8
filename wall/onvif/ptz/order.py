"""Which of moves and stops is the newest, and which moves the device may still have before it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Order:
    """Event-loop thread only. `moves` and `stops` count those that were begun."""

    def __init__(self) -> None:
        self.moves = 0
        self.stops = 0
        self._awaited: set[asyncio.Future[None]] = set()

    @contextmanager
    def move(self) -> Iterator[Callable[[], bool]]:
        """For as long as a move is under way. What it gives is asked before it is sent: has no stop come since?"""
        self.moves += 1
        stops, over = self.stops, asyncio.get_running_loop().create_future()

        def may_send() -> bool:
            if self.stops != stops:
                return False
            self._awaited.add(over)
            return True

        try:
            yield may_send
        finally:
            self._awaited.discard(over)
            over.set_result(None)

    def stop(self) -> tuple[asyncio.Future[None], ...]:
        """Whatever has not been sent is not sent any more. Gives what has been, and has no answer yet."""
        self.stops += 1
        return tuple(self._awaited)
