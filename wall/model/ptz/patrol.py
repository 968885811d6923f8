"""Patrols: a dome goes from preset to preset and stays at each for a while; or the camera runs a tour of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

LEAST_DWELL_S, USUAL_DWELL_S, MOST_DWELL_S = 2.0, 15.0, 3600.0
MOST_STOPS = 100
MOST_NAME = 200
MOST_RESUME_S = 86_400.0

LEAST_WAY_S = 1.5
"""So long a dome may take to begin to move: one that stands still until then has not arrived."""
LONGEST_WAY_S = 20.0
"""The slowest dome has come from end to end by then; one that says that it still moves is not waited for."""


@dataclass(frozen=True, slots=True)
class PatrolStop:
    """A preset, how long to stay there, and how fast to go there (a share of its full speed). ValueError, in plain
    words, for what cannot be.
    """

    token: str
    dwell_s: float = USUAL_DWELL_S
    speed: float = 1.0

    def __post_init__(self) -> None:
        if not self.token:
            raise ValueError("a stop needs a preset")
        if not LEAST_DWELL_S <= self.dwell_s <= MOST_DWELL_S:
            raise ValueError(f"a stop lasts {LEAST_DWELL_S:g} to {MOST_DWELL_S:g} seconds")
        if not 0 < self.speed <= 1:
            raise ValueError("the speed is a share of the full one, above 0")


@dataclass(frozen=True, slots=True)
class Patrol:
    """Of one dome: stops that we go through, or `tour`, the token of one that the camera runs by itself.

    `resume_after_s` is how long nobody must have had it in hand before it goes on; `is_on` is what an operator wished.
    """

    camera_id: int
    name: str
    stops: tuple[PatrolStop, ...] = ()
    tour: str = ""
    resume_after_s: float = 60.0
    is_on: bool = False
    patrol_id: int = 0
    """0 until it is kept."""

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > MOST_NAME:
            raise ValueError("a patrol needs a name")
        if bool(self.stops) == bool(self.tour):
            raise ValueError("a patrol needs stops")
        if len(self.stops) > MOST_STOPS:
            raise ValueError(f"a patrol has {MOST_STOPS} stops at most")
        if not 0 <= self.resume_after_s <= MOST_RESUME_S:
            raise ValueError("a patrol goes on within a day")


class Leg(Enum):
    """What a patrol is at."""

    PAUSE = "somebody has the dome in hand, or had it a moment ago"
    WAY = "on the way to a stop"
    STAY = "at a stop, or in the camera's own tour"


class TourOrder(Enum):
    """What a camera with a tour of its own is told."""

    START = "run it"
    STOP = "stop it"


Order = PatrolStop | TourOrder
"""What the dome is to be told now."""


@dataclass(frozen=True, slots=True)
class PatrolRun:
    """A patrol under way. Times are monotonic seconds; `since_s` is when the leg began, in a pause when the dome was
    last seen in somebody's hand.
    """

    patrol: Patrol
    since_s: float
    place: int = 0
    leg: Leg = Leg.PAUSE
    has_begun: bool = False

    @property
    def is_paused(self) -> bool:
        """Does it wait for somebody's hand to rest?"""
        return self.leg is Leg.PAUSE and self.has_begun

    def looked(self, now_s: float, *, is_held: bool, is_moving: bool) -> tuple[PatrolRun, Order | None]:
        """How it goes on, and what the dome is to be told now. `is_held`: by somebody who goes before a patrol."""
        if is_held:
            return self._held(now_s)
        match self.leg:
            case Leg.PAUSE:
                return self._from_pause(now_s)
            case Leg.WAY if self._has_arrived(now_s, is_moving):
                return replace(self, leg=Leg.STAY, since_s=now_s), None
            case Leg.STAY if self.patrol.stops and now_s - self.since_s >= self._stop.dwell_s:
                return self._under_way(now_s, (self.place + 1) % len(self.patrol.stops))
        return self, None

    def refused(self, now_s: float) -> PatrolRun:
        """The dome could not be told: it is tried again when it would go on after a pause."""
        return replace(self, leg=Leg.PAUSE, since_s=now_s, has_begun=True)

    @property
    def _stop(self) -> PatrolStop:
        return self.patrol.stops[self.place]

    def _held(self, now_s: float) -> tuple[PatrolRun, Order | None]:
        """The camera's own tour has to be stopped, once: it would work against the hand."""
        runs_itself = bool(self.patrol.tour) and self.leg is not Leg.PAUSE
        paused = replace(self, leg=Leg.PAUSE, since_s=now_s, has_begun=True)
        return paused, TourOrder.STOP if runs_itself else None

    def _from_pause(self, now_s: float) -> tuple[PatrolRun, Order | None]:
        """To the stop at which it was disturbed, anew."""
        if self.has_begun and now_s - self.since_s < self.patrol.resume_after_s:
            return self, None
        if self.patrol.tour:
            return replace(self, leg=Leg.STAY, since_s=now_s, has_begun=True), TourOrder.START
        return self._under_way(now_s, self.place)

    def _under_way(self, now_s: float, place: int) -> tuple[PatrolRun, Order]:
        gone_on = replace(self, leg=Leg.WAY, since_s=now_s, place=place, has_begun=True)
        return gone_on, gone_on._stop

    def _has_arrived(self, now_s: float, is_moving: bool) -> bool:
        passed_s = now_s - self.since_s
        return passed_s >= LONGEST_WAY_S or (passed_s >= LEAST_WAY_S and not is_moving)
