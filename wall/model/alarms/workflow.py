"""What may be done with an alarm in which state, and what it is afterwards. Nothing that is done loses one: a closed
alarm stays, can be noted on, and can be opened again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from wall.model.alarms.action import (
    MOST_TEXT,
    Acknowledge,
    Action,
    Check,
    Close,
    Forward,
    Hold,
    Note,
    Reopen,
    Resume,
    Take,
)
from wall.model.alarms.activity import Activity, Deed, told
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.state import State


class Refusal(Enum):
    """Why something cannot be done. The value is the English sentence; the UI translates by name."""

    GONE = "there is no such alarm"
    CLOSED = "it is closed: open it again first"
    NOT_CLOSED = "it is not closed"
    ALREADY = "somebody has seen to it already"
    NOT_HELD = "it is not on hold"
    NEEDS_REASON = "a reason is needed"
    NEEDS_NAME = "a name is needed"
    IN_THE_PAST = "this time is over already"
    TOO_LONG = "the text is too long"


@dataclass(frozen=True, slots=True)
class Step:
    """What an action makes of an alarm, and what is written down of it."""

    alarm: Alarm
    activity: Activity


def refusal(alarm: Alarm, action: Action, now_s: float) -> Refusal | None:
    """Why this cannot be done with it now (Unix seconds); None: it can."""
    if len(_text(action)) > MOST_TEXT:
        return Refusal.TOO_LONG
    if isinstance(action, Reopen):
        return Refusal.NOT_CLOSED if alarm.is_open else None
    if isinstance(action, Note):
        return None if action.text.strip() or action.jpeg else Refusal.NEEDS_REASON
    if not alarm.is_open:
        return Refusal.CLOSED
    return _open_refusal(alarm, action, now_s)


def act(alarm: Alarm, action: Action, who: str, now_s: float) -> Step | Refusal:
    """The alarm after it, or why it cannot be done."""
    refused = refusal(alarm, action, now_s)
    if refused is not None:
        return refused
    after, deed = _after(alarm, action, who, now_s)
    has_picture = isinstance(action, Note) and bool(action.jpeg)
    return Step(after, Activity(alarm.alarm_id, now_s, deed, after.state, who, _on_record(action), has_picture))


def _open_refusal(alarm: Alarm, action: Action, now_s: float) -> Refusal | None:
    match action:
        case Acknowledge():
            return None if alarm.state is State.NEW else Refusal.ALREADY
        case Forward():
            return None if action.to.strip() else Refusal.NEEDS_NAME
        case Hold() if not action.why.strip():
            return Refusal.NEEDS_REASON
        case Hold():
            return None if action.until_s > now_s else Refusal.IN_THE_PAST
        case Resume():
            return None if alarm.state is State.ON_HOLD else Refusal.NOT_HELD
        case Close():
            return None if action.reason.strip() else Refusal.NEEDS_REASON
        case _:
            return None


def _after(alarm: Alarm, action: Action, who: str, now_s: float) -> tuple[Alarm, Deed]:
    match action:
        case Note():
            return alarm, Deed.NOTED
        case Check():
            return _checked(alarm, action)
        case Reopen():
            again = replace(
                alarm, state=State.IN_PROGRESS, owner=who, verdict=None, reason="", closed_s=None, part_of=0
            )
            return again, Deed.REOPENED
    seen = _seen(alarm, who, now_s)
    match action:
        case Acknowledge():
            return replace(seen, state=State.ACKNOWLEDGED), Deed.ACKNOWLEDGED
        case Take():
            return _in_progress(seen, who), Deed.TAKEN
        case Forward():
            return _in_progress(seen, action.to.strip()), Deed.FORWARDED
        case Hold():
            return replace(seen, state=State.ON_HOLD, hold_until_s=action.until_s, reason=action.why), Deed.HELD
        case Resume():
            return _in_progress(seen, seen.owner or who), Deed.RESUMED
        case Close():
            done = replace(seen, state=State.CLOSED, verdict=action.verdict, reason=action.reason, closed_s=now_s)
            return replace(done, hold_until_s=None, owner=seen.owner or who), Deed.CLOSED


def _seen(alarm: Alarm, who: str, now_s: float) -> Alarm:
    """Whatever is done with it first, somebody has seen it by then."""
    if alarm.acknowledged_s is not None:
        return alarm
    return replace(alarm, acknowledged_s=now_s, acknowledged_by=who)


def _in_progress(alarm: Alarm, owner: str) -> Alarm:
    return replace(alarm, state=State.IN_PROGRESS, owner=owner, hold_until_s=None, reason="")


def _checked(alarm: Alarm, action: Check) -> tuple[Alarm, Deed]:
    if action.done:
        return replace(alarm, checked=alarm.checked | {action.step}), Deed.CHECKED
    return replace(alarm, checked=alarm.checked - {action.step}), Deed.UNCHECKED


def _on_record(action: Action) -> str:
    match action:
        case Hold():
            return told(f"{action.until_s:.0f}", action.why)
        case Close():
            return told(action.verdict.value, action.reason)
        case _:
            return _text(action)


def _text(action: Action) -> str:
    match action:
        case Forward():
            return action.to
        case Hold() | Reopen():
            return action.why
        case Close():
            return action.reason
        case Note() | Check():
            return action.text
        case _:
            return ""
