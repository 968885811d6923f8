"""The one clock of all sessions: a heap of who is due when, and one timer for the first of them."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from itertools import count
from typing import Protocol

_SLACK_S = 0.001
"""Frames due within this time are sent in the same wake-up: the loop's timers are no finer."""
_LATE_S = 1.0
"""A loop that stood still for so long does not catch up: the missed frames are gone, as with a camera."""


class Played(Protocol):
    """A session, as far as its clock is concerned."""

    is_playing: bool

    @property
    def interval_s(self) -> float:
        """Time between two frames."""
        ...

    def first_due(self) -> float:
        """When the first frame after PLAY goes out."""
        ...

    def step(self, now: float) -> None:
        """Send the frame that is due at monotonic time `now`."""
        ...


class Replay:
    """Tells sessions to send their frames. Event-loop thread only."""

    def __init__(self, loop: asyncio.AbstractEventLoop, monotonic: Callable[[], float]) -> None:
        self._loop = loop
        self._monotonic = monotonic
        self._due: list[tuple[float, int, Played]] = []
        self._order = count()
        self._timer: asyncio.TimerHandle | None = None

    def start(self, session: Played) -> None:
        """Play from the next moment that is the camera's."""
        if not session.is_playing:
            session.is_playing = True
            heapq.heappush(self._due, (session.first_due(), next(self._order), session))
            self._arm()

    def stop(self, session: Played) -> None:
        """Pause: nothing is sent until it is started again."""
        session.is_playing = False
        self._due = [entry for entry in self._due if entry[2] is not session]
        heapq.heapify(self._due)
        self._arm()

    def _arm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        if self._due:
            self._timer = self._loop.call_later(self._due[0][0] - self._monotonic(), self._wake)

    def _wake(self) -> None:
        self._timer = None
        now = self._monotonic()
        while self._due and self._due[0][0] <= now + _SLACK_S:
            due, order, session = self._due[0]
            following = due + session.interval_s
            if following < now - _LATE_S:
                following = now + session.interval_s
            # The next entry goes in first: stepping may stop the session, which takes it out again.
            heapq.heapreplace(self._due, (following, order, session))
            session.step(now)
        self._arm()
