"""Rules, a mute and alarms as they are kept, for the tests of this room."""

from __future__ import annotations

from dataclasses import replace

from tests.store.room import NOW_S
from wall.model.alarms.activity import Activity, Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import Drill, DrillKind, DrillPart, DrillStanding, Proof
from wall.model.alarms.mute import Mute
from wall.model.alarms.outcome import Filed, Outcome
from wall.model.alarms.push import Answer, Parcel
from wall.model.alarms.rule import Concern, Rule
from wall.model.alarms.schedule import Schedule, Span
from wall.model.alarms.signal import Fate, Phase, Signal, Source
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.ways_out import Way
from wall.model.tile import Cause


def alarm_rules() -> tuple[Rule, ...]:
    night = Schedule((Span(frozenset({5, 6}), 1320, 300),))
    concern = Concern(frozenset({Source.ONVIF}), frozenset({"line"}), cameras=frozenset({1}), schedule=night)
    return (Rule("Cổng trường", concern, 2, instruction="Gọi bảo vệ", checklist=("Gọi", "Ghi biển số")), Rule("Khác"))


def alarm_mute() -> Mute:
    return Mute(2, 0, NOW_S + 3600.0, "cành cây", NOW_S, "Nguyễn An", frozenset({"motion"}))


def alarms() -> Outcome:
    """Two alarms: one that is open, of two signals, and one that was closed, with a note and a picture."""
    signals = [Signal(Source.ONVIF, "line", 1, NOW_S + each, topic="tns1:RuleEngine/LineDetector") for each in (0, 1)]
    waiting = Signal(Source.ONVIF, "tamper", 2, NOW_S + 5.0, Phase.BEGINS, key="a")
    new = Alarm("line", 1, NOW_S, NOW_S + 1.0, NOW_S, 2, count=2, cameras=(1,), site="Ngã Sáu", rule_id=1, alarm_id=1)
    closed = replace(new, state=State.CLOSED, verdict=Verdict.FALSE, reason="mèo hoang", closed_s=NOW_S, alarm_id=2)
    return Outcome(
        {
            1: Filed(signals[0], Fate.ALARM, 1),
            2: Filed(signals[1], Fate.COUNTED, 1),
            3: Filed(waiting, Fate.WAITING),
        },
        alarms={1: new, 2: closed},
        activities=[
            Activity(1, NOW_S, Deed.BEGAN, State.NEW),
            Activity(2, NOW_S, Deed.NOTED, State.NEW, "Nguyễn An", "xe tải trắng", has_picture=True),
            Activity(2, NOW_S, Deed.CLOSED, State.CLOSED, "Nguyễn An", "mèo hoang"),
        ],
    )


def pushes() -> tuple[Parcel, ...]:
    """One alarm, told on both ways."""
    return tuple(Parcel(1, 1, way, '{"id": 1}', NOW_S, next_s=NOW_S) for way in Way)


def drills() -> tuple[Drill, ...]:
    """One of a night that failed, one by hand that went well, and one that is under way."""
    failed = Drill(DrillKind.ALARM, NOW_S, 1, "12  Ngã Sáu", True, 1, standing=DrillStanding.ENDED, screen=1, cell=9)
    for part, proof in (
        (DrillPart.NOTICED, Proof(0.1)),
        (DrillPart.SOUND, Proof(why=Cause.NO_SOUND_DEVICE)),
        (DrillPart.WALL, Proof(1.5)),
        (DrillPart.PUSH, Proof(why=Answer.UNREACHABLE)),
    ):
        failed = failed.proven(part, proof)
    well = Drill(DrillKind.HANG, NOW_S + 60.0, pictures=9, standing=DrillStanding.ENDED)
    well = well.proven(DrillPart.NOTICED, Proof(4.5)).proven(DrillPart.WATCHDOG, Proof(5.75))
    return failed, well, Drill(DrillKind.FROZEN, NOW_S + 120.0, 2, "Chợ Nhớn", True)
