"""One alarm: one thing to attend to, however many signals told of it."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.alarms.signal import Source
from wall.model.alarms.state import State, Verdict

MOST_URGENT, LEAST_URGENT = 1, 5
URGENT = 2
"""Alarms of this priority, and more urgent ones, must reach somebody whatever their rule says."""
MOST_CAMERAS = 32
"""So many of the cameras that saw it are named."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Times are Unix seconds. Number, name, site and ward are as they were when it began: the camera may be gone or
    have another name by now.
    """

    kind: str
    camera_id: int
    """The first that saw it; 0 where it is of no one camera."""
    began_s: float
    last_s: float
    """When the last signal of it came."""
    raised_s: float = 0.0
    """When it became an alarm: what is to last for a while began earlier."""
    priority: int = 3
    """1 is the most urgent, 5 the least."""
    state: State = State.NEW
    source: Source = Source.ONVIF
    count: int = 1
    """So many signals."""
    cameras: tuple[int, ...] = ()
    """All that saw it, in their order."""
    site_id: int = 0
    number: int = 0
    name: str = ""
    site: str = ""
    ward: str = ""
    title: str = ""
    """As the rule calls it; "" where its kind says enough."""
    detail: str = ""
    """What the source said of it first."""
    rule_id: int = 0
    is_drill: bool = False
    is_flood: bool = False
    """It stands for many that would have been alarms: `count` grows instead of the list."""
    lasts: bool = False
    """What it tells of began and has not ended."""
    ended_s: float | None = None
    """When what began has ended; None as long as it lasts, and for what has no end."""
    level: int = 0
    """How often it was escalated because nobody reacted."""
    owner: str = ""
    verdict: Verdict | None = None
    reason: str = ""
    """Why it was put on hold, or closed."""
    hold_until_s: float | None = None
    checked: frozenset[int] = frozenset()
    """The steps of the rule's checklist that are done, from 0."""
    acknowledged_s: float | None = None
    acknowledged_by: str = ""
    closed_s: float | None = None
    part_of: int = 0
    """The alarm that it was closed as a part of; 0 for none."""
    alarm_id: int = 0
    """0 until it is kept."""

    @property
    def is_open(self) -> bool:
        return self.state is not State.CLOSED


def urgency(alarm: Alarm) -> tuple[int, bool, float]:
    """To sort by: what nobody has seen yet before what somebody has, within one priority; then the newest first."""
    return (alarm.priority, alarm.state is not State.NEW, -alarm.began_s)
