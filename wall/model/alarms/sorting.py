"""What becomes of signals: every one has a fate, and those that want attention are an alarm, or count for one.

Pure: whoever sorts keeps the outcome, and shows it then. Ids are counted up from those that were kept last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.cases import Cases, News
from wall.model.alarms.city import City, Place
from wall.model.alarms.dedupe import is_stale
from wall.model.alarms.escalation import in_time
from wall.model.alarms.holding import Stretch, heard
from wall.model.alarms.matching import LocalTime, wanted_by
from wall.model.alarms.mute import Mute, is_muted
from wall.model.alarms.outcome import Filed, Outcome
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Fate, Phase, Signal
from wall.model.alarms.stretches import Stretches, Where, where

_FORGET_S = 3600.0


@dataclass(frozen=True, slots=True)
class Start:
    """Where sorting begins: what was kept. The ids are the largest that were given."""

    rules: Sequence[Rule] = ()
    mutes: Sequence[Mute] = ()
    open_alarms: Sequence[Alarm] = ()
    last_alarm: int = 0
    last_signal: int = 0


class Sorter:
    """On one thread. Everything gives what is to be kept; nothing that was given is taken back."""

    def __init__(self, start: Start, city: City, local: LocalTime) -> None:
        self.cases = Cases(start.open_alarms, start.last_alarm, city)
        self.last_signal = start.last_signal
        self._local = local
        self._mutes = tuple(start.mutes)
        self._rules = {rule.rule_id: rule for rule in start.rules}
        self._stretches = Stretches()

    def set_rules(self, rules: Iterable[Rule]) -> Outcome:
        """From now on. What waits for a rule that is gone waits no longer."""
        self._rules = {rule.rule_id: rule for rule in rules}
        for place, rule_id in self._stretches:
            rule = self._rules.get(rule_id)
            if rule is None or not rule.is_on:
                self._settle(self._stretches.pop(place, rule_id), Fate.UNWANTED, 0)
        return self._take()

    def set_mutes(self, mutes: Iterable[Mute]) -> None:
        self._mutes = tuple(mutes)

    def set_city(self, city: City) -> None:
        self.cases.city = city

    def sort(self, signals: Iterable[Signal]) -> Outcome:
        """New ones, in the order in which they came."""
        for signal in signals:
            self.last_signal += 1
            fate, alarm_id = self._sort(self.last_signal, signal)
            self.cases.out.filed[self.last_signal] = Filed(signal, fate, alarm_id)
        return self._take()

    def resume(self, waiting: Iterable[tuple[int, Signal]]) -> Outcome:
        """Those that waited when the program ended, by their ids."""
        for signal_id, signal in waiting:
            fate, alarm_id = self._sort(signal_id, signal)
            self.cases.out.refile(signal_id, fate, alarm_id)
        return self._take()

    def pass_time(self, now_s: float) -> Outcome:
        """What lasts long enough by now, is over, was not reacted to, is due again. Unix seconds."""
        for place, rule_id in self._stretches:
            self._look_after(place, rule_id, now_s)
        for alarm in self.cases.alarms:
            step = in_time(alarm, self._rules.get(alarm.rule_id), now_s)
            if step is not None:
                self.cases.put(step)
        self.cases.end_floods(self._rules, now_s)
        self.cases.forget(now_s - _FORGET_S)
        return self._take()

    # -- one signal

    def _sort(self, signal_id: int, signal: Signal) -> tuple[Fate, int]:
        at, place = where(signal), self.cases.city.place(signal.camera_id, signal.site_id)
        for rule_id in self._stretches.rules(at):
            self._look_after(at, rule_id, signal.at_s)
        if signal.phase is Phase.ENDS:
            return self._end(signal_id, signal, at, place)
        rules = wanted_by(self._rules.values(), signal, place, self._local)
        if not rules:
            return Fate.UNWANTED, 0
        if signal.phase is Phase.PULSE and is_muted(self._mutes, signal, place.site_id, signal.at_s):
            return Fate.MUTED, 0
        heard_by = {rule.rule_id: self._hear(at, rule, signal) for rule in rules}
        counted = self._count(signal, place, rules, heard_by)
        raised: list[tuple[Fate, int]] = []
        for rule in self._due(at, rules, signal.at_s):
            raised.append(self._raise(at, rule, signal.at_s, signals=0 if counted or raised else 1))
        return counted or (raised[0] if raised else self._wait(signal_id, signal, at, rules))

    def _hear(self, at: Where, rule: Rule, signal: Signal) -> Stretch:
        former = self._stretches.get(at, rule.rule_id)
        if former is not None and self._is_another(former, rule, signal):
            self._settle(self._stretches.pop(at, rule.rule_id), Fate.BRIEF, 0)
            former = None
        stretch = heard(former, signal, rule.merging)
        self._stretches.put(at, rule.rule_id, stretch)
        return stretch

    def _is_another(self, former: Stretch, rule: Rule, signal: Signal) -> bool:
        """Is what comes now not what there was? An end may have been lost on the way."""
        silent_s = signal.at_s - former.last_s
        if is_stale(signal.kind, silent_s):
            return True
        is_closed = bool(former.alarm_id) and self.cases.alarms.get(former.alarm_id) is None
        return is_closed and (not former.is_on or silent_s > rule.merging.quiet_s)

    def _count(
        self, signal: Signal, place: Place, rules: Sequence[Rule], heard_by: Mapping[int, Stretch]
    ) -> tuple[Fate, int] | None:
        """For the alarm that it has made already. A state that is told of again after its alarm was closed is known."""
        for rule in rules:
            stretch = heard_by[rule.rule_id]
            if stretch.alarm_id:
                counts = self.cases.count(stretch.alarm_id, signal, rule, place, is_on=stretch.is_on)
                return (Fate.COUNTED if counts else Fate.KNOWN), stretch.alarm_id
        return None

    def _due(self, at: Where, rules: Sequence[Rule], now_s: float) -> list[Rule]:
        """Those that it has lasted long enough for; the most urgent first."""
        return [rule for rule in rules if self._is_due(at, rule, now_s)]

    def _is_due(self, at: Where, rule: Rule, now_s: float) -> bool:
        stretch = self._stretches.get(at, rule.rule_id)
        return stretch is not None and stretch.is_due(rule.merging, now_s) and not self._is_muted(stretch, now_s)

    def _wait(self, signal_id: int, signal: Signal, at: Where, rules: Sequence[Rule]) -> tuple[Fate, int]:
        """For one rule of them, for a signal has one fate: the most urgent."""
        stretch = self._stretches.get(at, rules[0].rule_id)
        assert stretch is not None
        if stretch.waiting and signal.phase is Phase.BEGINS and stretch.waiting[-1][1] is Phase.BEGINS:
            return Fate.KNOWN, 0
        self._stretches.put(at, rules[0].rule_id, stretch.with_waiting(signal_id, signal.phase))
        return Fate.WAITING, 0

    # -- what goes on, and what ends

    def _look_after(self, at: Where, rule_id: int, now_s: float) -> None:
        """It has lasted long enough, or it is over."""
        rule = self._rules[rule_id]
        if self._is_due(at, rule, now_s):
            self._raise(at, rule, now_s, signals=0)
        stretch = self._stretches.get(at, rule_id)
        if stretch is not None and stretch.is_over(rule.merging, now_s):
            self._stretches.pop(at, rule_id)
            self._settle(stretch, Fate.MUTED if self._is_muted(stretch, now_s) else Fate.BRIEF, 0)

    def _raise(self, at: Where, rule: Rule, now_s: float, signals: int) -> tuple[Fate, int]:
        stretch = self._stretches.pop(at, rule.rule_id)
        told = signals + sum(phase is not Phase.ENDS for _, phase in stretch.waiting)
        place = self.cases.city.place(stretch.first.camera_id, stretch.first.site_id)
        news = News(rule, stretch.first, place, now_s, stretch.last_s, told, stretch.is_on)
        alarm_id, fate = self.cases.attend(news)
        self._settle(stretch, fate, alarm_id)
        self._stretches.put(at, rule.rule_id, replace(stretch, alarm_id=alarm_id, waiting=()))
        return fate, alarm_id

    def _end(self, signal_id: int, signal: Signal, at: Where, place: Place) -> tuple[Fate, int]:
        on = [rule_id for rule_id in self._stretches.rules(at) if self._end_stretch(at, rule_id, signal)]
        ended = self._end_alarms(signal, place)
        for rule_id in on:
            stretch = self._stretches.get(at, rule_id)
            if stretch is not None and stretch.waiting:
                # What it ends waits still: when the program starts anew, both must be known.
                self._stretches.put(at, rule_id, stretch.with_waiting(signal_id, signal.phase))
                return Fate.WAITING, 0
        return (Fate.ENDED, ended) if on or ended else (Fate.UNWANTED, 0)

    def _end_stretch(self, at: Where, rule_id: int, signal: Signal) -> bool:
        """Was it on?"""
        stretch = self._stretches.get(at, rule_id)
        if stretch is None or not stretch.is_on:
            return False
        self._stretches.put(at, rule_id, stretch.ended(signal.at_s))
        self._look_after(at, rule_id, signal.at_s)
        return True

    def _end_alarms(self, signal: Signal, place: Place) -> int:
        """Of this family and place, where nothing else of it goes on. The last one's id; 0 for none."""
        ended = 0
        for alarm in self.cases.alarms.of_place(kinds.family(signal.kind), place):
            is_same = alarm.is_drill is signal.is_drill and not alarm.is_flood
            goes_on = signal.kind != kinds.OUTAGE and self._stretches.is_on(alarm.alarm_id)
            if is_same and alarm.lasts and not goes_on:
                self.cases.end(alarm, signal.at_s)
                ended = alarm.alarm_id
        if signal.kind == kinds.OUTAGE:
            self._single_out(place, signal.at_s)
        return ended

    def _single_out(self, site: Place, now_s: float) -> None:
        """An outage is over: cameras of the site that do not come back with the others are alarms of their own."""
        for at, rule_id in self._stretches:
            stretch = self._stretches.get(at, rule_id)
            if stretch is None or not stretch.is_on or stretch.first.kind not in kinds.LOSS:
                continue
            if self.cases.city.place(stretch.first.camera_id).site_id == site.site_id:
                self._stretches.put(at, rule_id, replace(stretch, alarm_id=0, since_s=now_s))

    # -- small questions

    def _settle(self, stretch: Stretch, fate: Fate, alarm_id: int) -> None:
        for signal_id, phase in stretch.waiting:
            self.cases.out.refile(signal_id, Fate.ENDED if phase is Phase.ENDS else fate, alarm_id)

    def _is_muted(self, stretch: Stretch, now_s: float) -> bool:
        site_id = self.cases.city.place(stretch.first.camera_id, stretch.first.site_id).site_id
        return is_muted(self._mutes, stretch.first, site_id, now_s)

    def _take(self) -> Outcome:
        done, self.cases.out = self.cases.out, Outcome()
        return done
