"""What makes an alarm of a signal, what it says to the officer, and what happens then. Rules are data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.alarms.schedule import ALWAYS, Schedule
from wall.model.alarms.signal import Source


class Reach(Enum):
    """How far one happening may go: what comes within reach of an open alarm counts for it."""

    CAMERA = "camera"
    NEIGHBOURS = "neighbours"
    """The cameras around, too: who walks on is no second alarm."""
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Concern:
    """Which signals a rule is about. What is empty asks for nothing; of what is listed any one is enough."""

    sources: frozenset[Source] = frozenset()
    kinds: frozenset[str] = frozenset()
    topic: str = ""
    """Must be in the source's own topic, whatever its letters' size."""
    cameras: frozenset[int] = frozenset()
    sites: frozenset[int] = frozenset()
    wards: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    schedule: Schedule = ALWAYS
    but_cameras: frozenset[int] = frozenset()
    """Those that it is not about, whatever else is said."""


@dataclass(frozen=True, slots=True)
class Merging:
    """How many signals are one alarm. Seconds."""

    dwell_s: float = 0.0
    """It must last so long to become an alarm."""
    hysteresis_s: float = 3.0
    """It still lasts where it was away for no longer than this."""
    quiet_s: float = 30.0
    """What comes so soon after the last signal of an open alarm counts for it."""
    reach: Reach = Reach.CAMERA
    reach_m: float = 150.0
    """How far away a neighbour may be."""
    flood_camera: int = 10
    """More alarms of one camera within `flood_s` are a flood; 0: never."""
    flood_site: int = 30
    """And of one site."""
    flood_s: float = 600.0
    """ISA-18.2: ten alarms in ten minutes are more than one person can see to."""


@dataclass(frozen=True, slots=True)
class Response:
    """What happens when the alarm comes."""

    screen_id: int = 0
    """The screen on which its picture pops up; 0: on none. Never on every screen."""
    cell: int | None = None
    """In this cell of it; None: where it disturbs least."""
    sound: bool = True
    record_s: float = 0.0
    """Record so long; 0: not at all."""
    before_s: float = 10.0
    """With so much from before."""
    preset: str = ""
    """The preset that its dome turns to; "" for none."""
    bookmark: bool = False
    push: bool = False
    """Tell the supervisor at once."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`escalate_s` are the seconds after which it is escalated while nobody reacts, one for each level."""

    name: str
    concern: Concern = Concern()
    priority: int = 3
    merging: Merging = Merging()
    response: Response = Response()
    title: str = ""
    """What its alarms are called; "": as their kind."""
    instruction: str = ""
    """What to do, and whom to call."""
    checklist: tuple[str, ...] = ()
    escalate_s: tuple[float, ...] = (60.0, 180.0)
    is_on: bool = True
    rule_id: int = 0
    """0 until it is kept."""

    def __post_init__(self) -> None:
        if not 1 <= self.priority <= 5:
            raise ValueError("a priority is 1 to 5")
