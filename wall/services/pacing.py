"""Lets facts through at a pace that a window can draw: a storm of 640 devices arrives as a brisk walk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable

from wall.model.events import Event

_EVERY_S = 0.1
_MOST_AT_ONCE = 32


class Pacing:
    """Publishes events in their order, a few at a time, the newest of each kind only. On the io loop.

    What is told under the same `slot` as something that still waits takes its place.
    """

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self._waiting: dict[Hashable, Event] = {}
        self._timer: asyncio.TimerHandle | None = None

    def tell(self, slot: Hashable, event: Event) -> None:
        """Publish it now, if nothing was published just before, else in a moment."""
        self._waiting[slot] = event
        if self._timer is None:
            self._let_through()

    def flush(self) -> None:
        """Publish everything that waits."""
        waiting, self._waiting = self._waiting, {}
        for event in waiting.values():
            self._publish(event)

    def close(self) -> None:
        """Publish everything that waits, and leave no timer behind."""
        self.flush()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _let_through(self) -> None:
        self._timer = None
        for slot in list(self._waiting)[:_MOST_AT_ONCE]:
            self._publish(self._waiting.pop(slot))
            self._timer = self._timer or asyncio.get_running_loop().call_later(_EVERY_S, self._let_through)
