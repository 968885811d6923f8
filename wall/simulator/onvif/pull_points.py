"""Subscriptions to a device's events, fetched by long polls (ONVIF Core, section 9.1; WS-BaseNotification).

A subscription keeps what happened until it is pulled, up to a limit, and ends when nobody renews it in time.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from wall.simulator.onvif.event_journal import EventJournal

MAX_SUBSCRIPTIONS = 10
MAX_WAITING = 500
MAX_LIFE_S = 3600.0


@dataclass(frozen=True, slots=True)
class Notification:
    """One thing that a camera said. `operation` is "Initialized" or "Changed", or "" for what just happens; `at_s` is
    its own time.
    """

    topic: str
    operation: str
    at_s: float
    source: tuple[tuple[str, str], ...]
    data: tuple[tuple[str, str], ...]
    key: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """What tells it apart in a journal: how it is told, and all values."""
        values = (value for _, value in (*self.source, *self.key, *self.data))
        return " ".join((self.operation or "happens", self.topic.rpartition("/")[2], *values))


class Subscription:
    """One pull point. Event-loop thread only; times are monotonic seconds."""

    def __init__(self, number: int, wants: Callable[[str], bool], ends_s: float, journal: EventJournal) -> None:
        self.number = number
        self.ends_s = ends_s
        self._wants = wants
        self._journal = journal
        self._waiting: deque[Notification] = deque(maxlen=MAX_WAITING)
        self._arrived = asyncio.Event()
        self.is_dead = False
        """Does it go on answering, and never say anything any more?"""

    def put(self, notification: Notification) -> None:
        """Keep it for the next pull, if its topic was asked for."""
        if not self._wants(notification.topic):
            return
        if self.is_dead:
            self._journal.note(self.number, "not kept: it is dead", (notification.words,))
            return
        if len(self._waiting) == MAX_WAITING:
            self._journal.note(self.number, "forgotten: too much waited", (self._waiting[0].words,))
        self._waiting.append(notification)
        self._journal.note(self.number, "kept", (notification.words,))
        self._arrived.set()

    def wake(self) -> None:
        """End a poll that waits, with whatever there is."""
        self._arrived.set()

    async def pull(self, timeout_s: float, limit: int) -> list[Notification]:
        """The oldest notifications, waiting for the first one up to the timeout."""
        self._journal.note(self.number, "asked for more")
        if not self._waiting and timeout_s > 0:
            self._arrived.clear()
            try:
                async with asyncio.timeout(timeout_s):
                    await self._arrived.wait()
            except TimeoutError:
                return []
        pulled = [self._waiting.popleft() for _ in range(min(limit, len(self._waiting)))]
        self._journal.note(self.number, "handed out", (each.words for each in pulled))
        return pulled


class PullPoints:
    """All subscriptions of one device. Event-loop thread only; `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.journal = EventJournal(clock)
        self._by_number: dict[int, Subscription] = {}
        self._created = 0

    def __len__(self) -> int:
        self._forget_ended()
        return len(self._by_number)

    def create(self, wants: Callable[[str], bool], life_s: float) -> Subscription | None:
        """A new subscription for the topics that `wants` says yes to; None where there are too many."""
        if len(self) >= MAX_SUBSCRIPTIONS:
            return None
        self._created += 1
        ends_s = self._clock() + min(life_s, MAX_LIFE_S)
        subscription = Subscription(self._created, wants, ends_s, self.journal)
        self.journal.note(self._created, "created")
        self._by_number[self._created] = subscription
        return subscription

    def only(self) -> Subscription | None:
        """The one that there is, of a device that has but one."""
        self._forget_ended()
        return next(iter(self._by_number.values()), None)

    def find(self, number: int) -> Subscription | None:
        """The subscription of that number, unless it has ended."""
        self._forget_ended()
        return self._by_number.get(number)

    def renew(self, subscription: Subscription, life_s: float) -> None:
        """Let it end so many seconds from now."""
        subscription.ends_s = self._clock() + min(life_s, MAX_LIFE_S)

    def end(self, number: int) -> None:
        """End one; a poll that waits is answered."""
        subscription = self._by_number.pop(number, None)
        if subscription is not None:
            self.journal.note(number, "ended")
            subscription.wake()

    def end_all(self) -> None:
        """The device has lost its memory."""
        for number in tuple(self._by_number):
            self.end(number)

    def kill_silently(self) -> None:
        """Those that there are say nothing any more, and nobody can tell by their answers."""
        for subscription in self._by_number.values():
            subscription.is_dead = True

    def put(self, notification: Notification) -> None:
        """Tell every subscription."""
        for subscription in self._by_number.values():
            subscription.put(notification)

    def _forget_ended(self) -> None:
        now_s = self._clock()
        for number in [n for n, s in self._by_number.items() if s.ends_s <= now_s]:
            self.end(number)
