"""Tells a supervisor of alarms whose rule says so, and of those to which nobody reacts: what is to be told is on the
disk before it is sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from threading import Lock

from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.push import (
    GIVE_UP_S,
    Parcel,
    PushChanged,
    PushHealth,
    again_s,
    is_to_be_escalated,
    is_to_be_told,
    told_of,
)
from wall.model.alarms.rule import Rule
from wall.model.alarms.ways_out import Way
from wall.model.errors import StoreError
from wall.model.events import WorkFailed
from wall.services.alarms.push_line import Outbox, PushLine, Sends

_FORGET_AFTER_S = 14 * 24 * 3600.0
_MOST_AT_ONCE = 1000
_WORK = "tell the supervisor"


@dataclass(frozen=True, slots=True)
class _Told:
    """Something that he is to be told: at one level of escalation, or, at 0, that the alarm came."""

    alarm: Alarm
    level: int
    at_s: float
    on_duty: str

    def parcel(self, way: Way) -> Parcel:
        alarm, waited_s = self.alarm, self.at_s - self.alarm.raised_s if self.level else 0.0
        body = json.dumps(told_of(alarm, self.level, waited_s, self.on_duty), ensure_ascii=False)
        return Parcel(alarm.alarm_id, alarm.rule_id, way, body, self.at_s, level=self.level)


class Pushes:
    """Any thread; everything but `set_ways` and `stop` returns at once. `tick` it about once a second.

    What comes while the disk does not take it waits in memory. A program that ends meanwhile finds it at its next start
    (`catch_up`): it was never put into the outbox.
    """

    def __init__(self, outbox: Outbox, again: Callable[[int], float] = again_s) -> None:
        self._outbox = outbox
        self._again = again
        self._lock = Lock()
        """Over the ways."""
        self._wanted: frozenset[Way] = frozenset()
        self._lines: dict[Way, PushLine] = {}
        self._owed: list[_Told] = []
        """What is not on the disk yet. Of the db thread."""
        self._has_failed = False
        self._is_ticking = False
        self.has_screen = False
        """Does a supervisor have a screen of the wall?"""

    def health(self) -> tuple[PushHealth, ...]:
        """Of every way, those that are off, too."""
        with self._lock:
            lines, wanted = self._lines, self._wanted
        return tuple(lines[way].health if way in lines else PushHealth(way, way in wanted) for way in Way)

    def set_ways(self, senders: Mapping[Way, Sends]) -> None:
        """Send on these ways from now on. What waits for another one is given up; what comes meanwhile waits for these.
        Blocks, a second at most for each way.
        """
        former = {each.way: each for each in self.health()}
        with self._lock:
            self._wanted = frozenset(senders)
        self.stop()
        lines = {way: PushLine(sender, self._outbox, former[way], self._again) for way, sender in senders.items()}
        with self._lock:
            self._lines = lines
        for line in lines.values():
            line.start()
        for way in set(Way) - lines.keys():
            self._outbox.db.work(_WORK, partial(self._give_up, way))
            self._outbox.publish(PushChanged(PushHealth(way)))

    def stop(self) -> None:
        """What waits, and what comes from now on, goes at the next start. Blocks, a second at most for each way."""
        with self._lock:
            lines, self._lines = self._lines, {}
        for line in lines.values():
            line.stop()

    def tell(self, alarm: Alarm) -> Future[bool]:
        """That it came, on every way. Is it on the disk? What is not is tried again every second."""
        told = self._told(alarm, 0)
        return self._outbox.db.work(_WORK, lambda: self._tell(told))

    def escalate(self, alarm: Alarm) -> Future[bool]:
        """That nobody has reacted to it, though it has been escalated `level` times."""
        told = self._told(alarm, alarm.level)
        return self._outbox.db.work(_WORK, lambda: self._put([told]))

    def catch_up(self, alarms: Iterable[Alarm], rule: Callable[[int], Rule | None]) -> Future[bool]:
        """What was not told because the program ended just then is told now; what was, is not told again."""
        since_s = self._outbox.unix() - GIVE_UP_S
        late = [(each, rule(each.rule_id)) for each in alarms if each.raised_s >= since_s]
        owed = [self._told(each, 0) for each, its_rule in late if is_to_be_told(each, its_rule)]
        owed += [self._told(each, each.level) for each, its_rule in late if is_to_be_escalated(each, its_rule)]
        return self._outbox.db.work(_WORK, lambda: self._put(owed))

    def tick(self) -> None:
        """Try again what the disk has not taken."""
        if self._owed and not self._is_ticking:
            self._is_ticking = True
            self._outbox.db.work(_WORK, self._try_again)

    def _told(self, alarm: Alarm, level: int) -> _Told:
        return _Told(alarm, level, self._outbox.unix(), self._outbox.on_duty())

    # -- on the db thread

    def _tell(self, told: _Told) -> bool:
        with self._lock:
            wanted = self._wanted
        is_kept = self._put([told])
        if not wanted and not self.has_screen:
            self._outbox.log(told.alarm.alarm_id, Deed.PUSH_UNSET, "")
        return is_kept

    def _try_again(self) -> None:
        self._is_ticking = False
        self._put([])

    def _put(self, told: Iterable[_Told]) -> bool:
        """Into the outbox, for the ways that are wanted at this moment, whatever is sent on them just now."""
        self._owed.extend(told)
        with self._lock:
            wanted, lines = self._wanted, tuple(self._lines.values())
        parcels = [each.parcel(way) for each in self._owed for way in Way if way in wanted]
        try:
            self._outbox.store.forget(self._outbox.unix() - _FORGET_AFTER_S)
            if parcels:
                self._outbox.store.add(parcels)
        except StoreError as error:
            if not self._has_failed:
                self._outbox.publish(WorkFailed(_WORK, error.cause, error.detail))
            self._has_failed = True
            return False
        self._owed.clear()
        self._has_failed = False
        for line in lines:
            line.wake()
        return True

    def _give_up(self, way: Way) -> None:
        """It is switched off."""
        while parcels := self._outbox.store.waiting(way, _MOST_AT_ONCE):
            self._outbox.store.end([each.parcel_id for each in parcels], self._outbox.unix())
            for each in parcels:
                self._outbox.log(each.alarm_id, Deed.PUSH_LOST, way.value)
