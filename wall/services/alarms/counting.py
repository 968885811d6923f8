"""Counts alarms over the time, some thousands at a time."""

from __future__ import annotations

from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.timeline import Tally, Timeline
from wall.services.alarms.ports import KeepsAlarms, Stretches
from wall.services.in_parts import InParts

AT_ONCE = 5_000
"""The disk is held for some 10 ms at a time."""


def count_over_time(store: KeepsAlarms, asked: AlarmFilter, text: str, now_s: float) -> InParts[Timeline]:
    """Those that a search finds, from the first of all on where it names no beginning."""
    until_s = asked.to_s if asked.to_s is not None else now_s
    from_s = asked.from_s if asked.from_s is not None else store.first_s()
    tally = Tally(until_s if from_s is None else from_s, until_s)
    stretches = Stretches(tally.from_s, tally.step_s, tally.parts)
    above = 0
    while True:
        some = store.count(asked, text, stretches, above, AT_ONCE)
        tally.add(some.counts)
        if some.last is None:
            return tally.timeline()
        above = some.last
        yield None
