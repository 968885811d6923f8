"""Listens to every ONVIF device of the fleet: one subscription each, and how well all of them are heard.

A device has one task, which is nearly always in a poll: no timer of ours runs for it. Once a second what changed is
told, and the inventory is looked at: whose ways have changed is subscribed to anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from wall.model.alarm_events import SubscriptionsChanged
from wall.model.alarms.subscription import Hearing, SubscriptionHealth
from wall.model.events import Event
from wall.model.inventory import Inventory
from wall.services.alarms.event_subjects import EventSubject, event_subjects
from wall.services.alarms.subscription import Means, Subscription

_TELL_EVERY_S = 1.0
_APART_S = 0.005
"""Between two devices that are asked for the first time."""


class Subscriptions:
    """On the io loop, but for `health`. `inventory` gives what there is now; `stop` in the end."""

    def __init__(self, inventory: Callable[[], Inventory], means: Means, publish: Callable[[Event], None]) -> None:
        self._inventory = inventory
        self._means = means
        self._publish = publish
        self._followed: Inventory | None = None
        self._held: dict[int, Subscription] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._leaving: set[asyncio.Task[None]] = set()
        self._without: dict[int, SubscriptionHealth] = {}
        """Devices that have no events."""
        self._told: dict[int, SubscriptionHealth] = {}
        self._running: asyncio.Task[None] | None = None

    @property
    def health(self) -> Mapping[int, SubscriptionHealth]:
        """How well each device is heard, by its id, as it was told last. Any thread."""
        return dict(self._told)

    async def start(self) -> None:
        """Listen, and tell how well it goes."""
        self._running = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Take leave of all at once."""
        tasks = [*self._tasks.values(), *self._leaving]
        if self._running is not None:
            tasks.append(self._running)
        self._held.clear()
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            self._follow()
            self._tell()
            await asyncio.sleep(_TELL_EVERY_S)

    def _follow(self) -> None:
        inventory = self._inventory()
        if inventory is self._followed:
            return
        self._followed = inventory
        subjects = event_subjects(inventory)
        others = [each for each, held in self._held.items() if subjects.get(each) != held.subject]
        former = {device_id: self._leave(device_id) for device_id in others}
        self._without = {each: self._no_events(each) for each, subject in subjects.items() if subject.target is None}
        new = [each for each in subjects.values() if each.target is not None and each.device_id not in self._held]
        for place, subject in enumerate(new):
            self._begin(subject, place * _APART_S, former.get(subject.device_id))

    def _begin(self, subject: EventSubject, after_s: float, former: Subscription | None = None) -> None:
        held = Subscription(subject, self._means)
        if former is not None:
            held.follow(former)
        self._held[subject.device_id] = held
        task = asyncio.create_task(held.run(after_s))
        self._tasks[subject.device_id] = task
        task.add_done_callback(partial(self._ended, subject))

    def _leave(self, device_id: int) -> Subscription:
        task = self._tasks.pop(device_id)
        task.cancel()
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)
        return self._held.pop(device_id)

    def _ended(self, subject: EventSubject, task: asyncio.Task[None]) -> None:
        """By a mistake of ours: for the crash handler. The device is listened to all the same."""
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        context = {"message": f"the events of device {subject.device_id}", "exception": error, "task": task}
        task.get_loop().call_exception_handler(context)
        if self._tasks.get(subject.device_id) is task:
            self._begin(subject, _TELL_EVERY_S * 5, self._held[subject.device_id])

    def _no_events(self, device_id: int) -> SubscriptionHealth:
        return self._without.get(device_id) or SubscriptionHealth(Hearing.NOT_OFFERED, self._means.clocks.unix())

    def _tell(self) -> None:
        now = self._without | {device_id: held.health for device_id, held in self._held.items()}
        changed = {each: health for each, health in now.items() if self._told.get(each) != health}
        self._told = now
        if changed:
            self._publish(SubscriptionsChanged(changed))
