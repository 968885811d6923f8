"""Tries a rule against what was said before: «would have fired 14 times last week». A little at a time."""

from __future__ import annotations

from dataclasses import replace

from wall.model.alarms import kinds
from wall.model.alarms.city import City
from wall.model.alarms.finding import Tried
from wall.model.alarms.matching import LocalTime
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Fate, Signal
from wall.model.alarms.sorting import Sorter, Start
from wall.services.alarms.ports import KeepsAlarms
from wall.services.in_parts import InParts

AT_ONCE = 1000
_TICK_S = 5.0
"""As far as the log's time goes."""


def try_on_log(
    store: KeepsAlarms, rule: Rule, around: tuple[City, LocalTime], from_s: float, to_s: float
) -> InParts[Tried]:
    """What it would have done, were it on."""
    trial = _Trial(rule, around)
    said = kinds.with_narrower(rule.concern.kinds)
    above, last = store.last_before(from_s), store.last_ids()[1]
    first = store.signals(above, 1)
    since_s = max(from_s, first[0][1].at_s) if first else from_s
    while True:
        for _, signal in store.signals(above, AT_ONCE, said):
            trial.take(signal)
        above += AT_ONCE
        if above >= last:
            return trial.tried(since_s, to_s)
        yield None


class _Trial:
    """A city in which there is no other rule, and no alarm yet."""

    def __init__(self, rule: Rule, around: tuple[City, LocalTime]) -> None:
        self._sorter = Sorter(Start((replace(rule, is_on=True, rule_id=1),)), *around)
        self._ticked_s = 0.0
        self._signals = 0

    def take(self, signal: Signal) -> None:
        if not 0 <= signal.at_s - self._ticked_s < _TICK_S:
            self._ticked_s = signal.at_s
            self._sorter.pass_time(signal.at_s)
        filed = self._sorter.sort((signal,)).filed
        self._signals += any(each.fate is not Fate.UNWANTED for each in filed.values())

    def tried(self, since_s: float, to_s: float) -> Tried:
        self._sorter.pass_time(to_s)
        return Tried(self._sorter.cases.last_id, self._signals, since_s)
