"""Something said by a source. It is not yet an alarm: rules decide that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Source(Enum):
    """Who says it. The value is the English word; the UI translates."""

    ONVIF = "camera"
    WALL = "CityWall"
    """We ourselves: a camera lost or frozen, a site away, a recording that failed."""
    MQTT = "MQTT"
    WEBHOOK = "another system"
    PANIC = "panic key"
    DRILL = "drill"


class Phase(Enum):
    """A state's change, or a moment."""

    PULSE = "pulse"
    BEGINS = "begins"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Signal:
    """`kind` is one of `kinds`, or a word of another system; `topic` and `detail` are what the source called it.

    `camera_id` is 0 where it concerns no camera of ours; then `site_id` may say which site.
    """

    source: Source
    kind: str
    camera_id: int
    at_s: float
    """Our own Unix time of its arrival: nobody else's clock counts."""
    phase: Phase = Phase.PULSE
    topic: str = ""
    detail: str = ""
    told_s: float | None = None
    """What the source's clock said, Unix time."""
    site_id: int = 0
    key: str = ""
    """The source's own name for it, where it may say it twice: the second one is known and not counted. Must be unique
    within the source.
    """
    is_drill: bool = False
    """Made to see whether somebody notices."""


class Fate(Enum):
    """What became of a signal."""

    ALARM = "it made an alarm"
    COUNTED = "it counts for an alarm that there was"
    FLOODED = "it counts for a flood"
    WAITING = "it waits whether it lasts"
    BRIEF = "it did not last long enough"
    ENDED = "it tells the end of something"
    KNOWN = "it says once more what is known already"
    MUTED = "it was muted"
    UNWANTED = "no rule asks for it"
