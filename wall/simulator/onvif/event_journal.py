"""What became of everything that a device had to say: kept for whom, handed out when, and whether that left the device.

For tests and benchmarks that must say where something was lost; a real device tells nobody.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

_MOST = 2000

Entry = tuple[float, int, str, str]
"""Monotonic second, subscription, what became of it, and in what words the notification tells itself apart."""


class EventJournal:
    """Of one device. Event-loop thread only; the oldest are forgotten."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._entries: deque[Entry] = deque(maxlen=_MOST)

    def note(self, subscription: int, what: str, said: Iterable[str] = ("",)) -> None:
        """One line for each of what was said."""
        now_s = self._clock()
        self._entries.extend((now_s, subscription, what, each) for each in said)

    def as_json(self) -> list[dict[str, Any]]:
        """All that is known, in its order, for the control port."""
        names = ("at_s", "subscription", "what", "said")
        return [dict(zip(names, entry, strict=True)) for entry in self._entries]
