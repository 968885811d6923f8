"""What was done with an alarm, and what happened to it: written once, never changed, never taken away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.alarms.state import State


class Deed(Enum):
    """What happened. The value is the English sentence; the UI translates by name."""

    BEGAN = "the alarm began"
    RAISED = "it became more urgent"
    JOINED = "another camera saw it"
    CLEARER = "it was told more exactly what it is"
    FLOOD = "it became a flood: from here on it is counted"
    ENDED = "what it told of ended"
    ESCALATED = "nobody reacted in time"
    HOLD_OVER = "the time on hold is over"
    RECORDED = "it is being recorded"
    TURNED = "the dome was turned to its preset"
    BOOKMARKED = "a bookmark was kept"
    PUSHED = "the supervisor was told"
    PUSHED_AGAIN = "the supervisor was told that nobody reacted"
    PUSH_LOST = "the supervisor could not be told"
    PUSH_UNSET = "no way to tell the supervisor is set up"
    DRILLED = "CityWall noticed the drill"
    FAILED = "what its rule asks for could not be done"
    FOLDED = "closed as a part of another alarm"
    ACKNOWLEDGED = "acknowledged"
    TAKEN = "taken over"
    FORWARDED = "forwarded"
    HELD = "put on hold"
    RESUMED = "resumed"
    CLOSED = "closed"
    REOPENED = "opened again"
    NOTED = "note"
    CHECKED = "step done"
    UNCHECKED = "step not done after all"


_AND = " – "


def told(what: str, why: str) -> str:
    """What goes on record beside a reason: what a closed alarm was, until when one waits (Unix seconds). The alarm
    itself knows only the last of it.
    """
    return f"{what}{_AND}{why}"


def told_apart(text: str) -> tuple[str, str]:
    """Both again; ("", text) where there is only a reason, as on older records."""
    what, found, why = text.partition(_AND)
    return (what, why) if found else ("", text)


@dataclass(frozen=True, slots=True)
class Activity:
    """`who` is "" where it happened by itself; `state` is where the alarm stood afterwards."""

    alarm_id: int
    at_s: float
    """Unix time."""
    deed: Deed
    state: State
    who: str = ""
    text: str = ""
    """The note, the reason, the step, to whom: what goes with it."""
    has_picture: bool = False
    activity_id: int = 0
    """0 until it is kept."""
