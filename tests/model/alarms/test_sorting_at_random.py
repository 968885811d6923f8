"""Whatever comes, in whatever order, with kills and closings in between: every signal has one fate, every one that
counts is counted once, and no alarm goes but by being closed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.alarms.town import CHO, NGA_SAU, T, rule, sorter
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.mute import Mute
from wall.model.alarms.outcome import Filed, Outcome
from wall.model.alarms.rule import Reach, Rule
from wall.model.alarms.signal import Fate, Phase, Signal, Source
from wall.model.alarms.sorting import Sorter, Start
from wall.model.alarms.state import State, Verdict

KINDS = ("motion", "line", "tamper", "lost", "outage", "panic")
COUNTS = frozenset({Fate.ALARM, Fate.COUNTED, Fate.FLOODED})
MUTES = (Mute(1, 0, T + 60.0, "wind", from_s=T), Mute(0, CHO, T + 200.0, "works", from_s=T + 50.0))

rules = st.builds(
    rule,
    st.sampled_from(KINDS),
    st.sampled_from(KINDS),
    priority=st.integers(1, 5),
    dwell_s=st.sampled_from((0.0, 0.0, 5.0, 30.0)),
    hysteresis_s=st.sampled_from((0.0, 3.0)),
    quiet_s=st.sampled_from((0.0, 5.0, 60.0)),
    reach=st.sampled_from(Reach),
    flood_camera=st.integers(0, 3),
    flood_site=st.integers(0, 4),
    flood_s=st.just(60.0),
)
signals = st.builds(
    Signal,
    st.just(Source.ONVIF),
    st.sampled_from(KINDS),
    st.integers(0, 7),
    st.just(0.0),
    st.sampled_from(Phase),
    st.sampled_from(("", "", "a")),
    site_id=st.sampled_from((0, NGA_SAU)),
    is_drill=st.sampled_from((False, False, False, True)),
)
steps = st.lists(
    st.one_of(
        st.lists(signals, min_size=1, max_size=6),
        st.sampled_from(("tick", "tick", "kill", "close")),
        st.sampled_from((1.0, 4.0, 20.0, 90.0)),
    ),
    max_size=40,
)


class Disk:
    """What is kept, as the database has it."""

    def __init__(self) -> None:
        self.filed: dict[int, Filed] = {}
        self.alarms: dict[int, Alarm] = {}

    def keep(self, outcome: Outcome) -> None:
        assert not outcome.filed.keys() & self.filed.keys(), "no id is given twice"
        self.filed.update(outcome.filed)
        for signal_id, (fate, alarm_id) in outcome.refiled.items():
            assert self.filed[signal_id].fate is Fate.WAITING, "a fate that is known stays"
            self.filed[signal_id] = Filed(self.filed[signal_id].signal, fate, alarm_id)
        for alarm_id, alarm in outcome.alarms.items():
            former = self.alarms.get(alarm_id)
            assert former is None or (alarm.began_s == former.began_s and alarm.count >= former.count)
            assert former is None or former.is_open, "sorting touches nothing that is closed"
            assert former is None or alarm.is_open or alarm.part_of, "nor does it close what is no part of another"
            self.alarms[alarm_id] = alarm

    def started(self, told: list[Rule]) -> Sorter:
        """The program anew."""
        still = [alarm for alarm in self.alarms.values() if alarm.is_open]
        start = Start((), MUTES, still, max(self.alarms, default=0), max(self.filed, default=0))
        again = sorter(*told, start=start)
        waiting = [(key, each.signal) for key, each in self.filed.items() if each.fate is Fate.WAITING]
        self.keep(again.resume(waiting))
        return again


def run(disk: Disk, told: list[Rule], script: list[object]) -> tuple[int, float]:
    """How many signals were said, and when it ended."""
    town, now_s, said = disk.started(told), T, 0
    for step in script:
        match step:
            case float():
                now_s += step
            case "tick":
                disk.keep(town.pass_time(now_s))
            case "kill":
                town = disk.started(told)
            case "close":
                for alarm in list(town.cases.alarms)[:2]:
                    disk.alarms[alarm.alarm_id] = replace(alarm, state=State.CLOSED, verdict=Verdict.FALSE)
                    town.cases.alarms.put(disk.alarms[alarm.alarm_id])
            case list():
                said += len(step)
                disk.keep(town.sort([replace(each, at_s=now_s) for each in step]))
        assert {alarm.alarm_id: alarm for alarm in town.cases.alarms} == {
            key: alarm for key, alarm in disk.alarms.items() if alarm.is_open
        }, "what is shown is what is kept"
    disk.keep(town.pass_time(now_s + 1000.0))
    return said, now_s


@settings(max_examples=300, deadline=None)
@given(st.lists(rules, min_size=1, max_size=3), steps)
def test_nothing_is_lost_and_nothing_counts_twice(told: list[Rule], script: list[object]) -> None:
    named = [replace(each, rule_id=number) for number, each in enumerate(told, 1)]
    disk = Disk()
    said, now_s = run(disk, named, script)
    assert sorted(disk.filed) == list(range(1, said + 1)), "every signal is kept"
    counted = Counter(each.alarm_id for each in disk.filed.values() if each.fate in COUNTS)
    for alarm_id, many in counted.items():
        assert disk.alarms[alarm_id].count >= many, "what counts for an alarm is in its count"
    if len(named) == 1 and not {"lost", "outage"} & named[0].concern.kinds and "kill" not in script:
        assert counted == {key: alarm.count for key, alarm in disk.alarms.items()}, "and nothing else is"
    for filed in disk.filed.values():
        assert filed.fate is not Fate.WAITING or _is_on_still(filed, now_s), "nothing waits for what is over"
        if filed.signal.kind == "panic" and any("panic" in each.concern.kinds for each in named):
            assert filed.signal.phase is Phase.ENDS or filed.fate is not Fate.MUTED


def _is_on_still(filed: Filed, now_s: float) -> bool:
    """Muted for longer than the test lasts, or for a rule that waits: both are over after a thousand seconds."""
    return now_s + 1000.0 < filed.signal.at_s + 31.0
