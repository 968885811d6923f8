"""Tells a supervisor of alarms whose rule says so: what is to be told is on the disk before it is sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Future
from functools import partial
from threading import Lock

from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.push import GIVE_UP_S, Parcel, PushChanged, PushHealth, again_s, told_of
from wall.model.alarms.rule import Rule
from wall.model.alarms.state import State
from wall.model.alarms.ways_out import Way
from wall.services.alarms.push_line import Outbox, PushLine, Sends

_FORGET_AFTER_S = 14 * 24 * 3600.0
_MOST_AT_ONCE = 1000
_WORK = "tell the supervisor"


class Pushes:
    """Any thread; everything but `set_ways` and `stop` returns at once."""

    def __init__(self, outbox: Outbox, again: Callable[[int], float] = again_s) -> None:
        self._outbox = outbox
        self._again = again
        self._lock = Lock()
        self._lines: dict[Way, PushLine] = {}
        self.has_screen = False
        """Does a supervisor have a screen of the wall?"""

    def health(self) -> tuple[PushHealth, ...]:
        """Of every way, those that are off, too."""
        with self._lock:
            return tuple(self._lines[way].health if way in self._lines else PushHealth(way) for way in Way)

    def set_ways(self, senders: Mapping[Way, Sends], wanted: Collection[Way] | None = None) -> None:
        """Send on these ways from now on. What waits for one that is not `wanted` (None: those that are not there) is
        given up; one that is wanted and cannot be used now keeps it. Blocks, a second at most.
        """
        self.stop()
        lines = {way: PushLine(way, sender, self._outbox, self._again) for way, sender in senders.items()}
        with self._lock:
            self._lines = lines
        for line in lines.values():
            line.start()
        for way in set(Way) - lines.keys():
            if way not in (wanted or ()):
                self._outbox.db.work(_WORK, partial(self._give_up, way))
            self._outbox.publish(PushChanged(PushHealth(way)))

    def stop(self) -> None:
        """What waits goes on at the next start. Blocks, a second at most for each way."""
        with self._lock:
            lines, self._lines = self._lines, {}
        for line in lines.values():
            line.stop()

    def tell(self, alarm: Alarm) -> Future[None]:
        """Put it into the outbox, for every way; done once it is on the disk."""
        with self._lock:
            ways = tuple(self._lines)
        if not ways and not self.has_screen:
            self._outbox.log(alarm.alarm_id, Deed.PUSH_UNSET, "")
        return self._outbox.db.work(_WORK, lambda: self._add([alarm], ways))

    def catch_up(self, alarms: Iterable[Alarm], rule: Callable[[int], Rule | None]) -> Future[None]:
        """What was not told because the program ended just then is told now; what was, is not told again."""
        since_s = self._outbox.unix() - GIVE_UP_S
        owed = [each for each in alarms if each.raised_s >= since_s and _is_to_be_told(each, rule(each.rule_id))]
        with self._lock:
            ways = tuple(self._lines)
        return self._outbox.db.work(_WORK, lambda: self._add(owed, ways))

    # -- on the db thread

    def _add(self, alarms: Iterable[Alarm], ways: Iterable[Way]) -> None:
        now_s = self._outbox.unix()
        parcels = [
            Parcel(each.alarm_id, each.rule_id, way, json.dumps(told_of(each), ensure_ascii=False), now_s)
            for each in alarms
            for way in ways
        ]
        self._outbox.store.forget(now_s - _FORGET_AFTER_S)
        if parcels:
            self._outbox.store.add(parcels)
        with self._lock:
            lines = [line for way, line in self._lines.items() if way in ways]
        for line in lines:
            line.wake()

    def _give_up(self, way: Way) -> None:
        """It was switched off."""
        for each in self._outbox.store.waiting(way, _MOST_AT_ONCE):
            self._outbox.store.end((each.parcel_id,), self._outbox.unix())
            self._outbox.log(each.alarm_id, Deed.PUSH_LOST, way.value)


def _is_to_be_told(alarm: Alarm, rule: Rule | None) -> bool:
    if rule is None or not rule.response.push or alarm.state is not State.NEW:
        return False
    return not (alarm.is_drill or alarm.is_flood)
