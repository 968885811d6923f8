"""What time does to an alarm: nobody reacts, or what was put on hold is due again."""

from __future__ import annotations

from dataclasses import replace

from wall.model.alarms.activity import Activity, Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.rule import Rule
from wall.model.alarms.state import State
from wall.model.alarms.workflow import Step

USUAL_S = (60.0, 180.0)
"""For an alarm whose rule is gone."""


def in_time(alarm: Alarm, rule: Rule | None, now_s: float) -> Step | None:
    """What has become of it by now (Unix seconds); None: nothing."""
    if alarm.state is State.ON_HOLD and alarm.hold_until_s is not None and alarm.hold_until_s <= now_s:
        return _hold_over(alarm, now_s)
    if alarm.state is State.NEW:
        level = _level(rule.escalate_s if rule else USUAL_S, now_s - alarm.raised_s)
        if level > alarm.level:
            after = replace(alarm, level=level)
            return Step(after, Activity(alarm.alarm_id, now_s, Deed.ESCALATED, after.state, text=str(level)))
    return None


def _hold_over(alarm: Alarm, now_s: float) -> Step:
    """Whoever had it has it again; with nobody's it is as if it had just been seen."""
    state = State.IN_PROGRESS if alarm.owner else State.ACKNOWLEDGED
    after = replace(alarm, state=state, hold_until_s=None)
    return Step(after, Activity(alarm.alarm_id, now_s, Deed.HOLD_OVER, state))


def _level(after_s: tuple[float, ...], waited_s: float) -> int:
    return sum(waited_s >= limit for limit in after_s)
