"""Small pictures of all cameras at once, and what may be said of how new they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from wall.model.tile import Cause

OLD_AFTER_S = 20.0
"""A picture older than that says its age."""
SAME_AFTER_S = 60.0
"""So long not one pixel differs: no camera's picture does that by itself."""


class Way(Enum):
    """How a small picture is come by, the cheapest way first."""

    TILE = "a picture that is on the wall anyway"
    SNAPSHOT = "a single picture over HTTP"
    KEYFRAME = "a keyframe of its stream"


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One small picture of a camera. `pixels` are BGRX, 8 bits each, top row first, without gaps between rows.

    `taken_s` is when it was taken, as far as the camera tells that, else when it came; `same_since_s` is when just this
    picture was first seen. Monotonic seconds; `taken_unix_s` is for people.
    """

    width: int
    height: int
    pixels: bytes = field(repr=False)
    taken_s: float
    taken_unix_s: float
    same_since_s: float
    way: Way
    digest: str = ""
    """The same for what a camera has sent twice; "" where that is not known."""

    @property
    def same_since_unix_s(self) -> float:
        return self.taken_unix_s - (self.taken_s - self.same_since_s)


@dataclass(frozen=True, slots=True)
class Sight:
    """What the overview knows of a camera: its last picture, and why the last attempt brought none.

    `failing_since_s` is monotonic; None while it does not fail.
    """

    glimpse: Glimpse | None = None
    cause: Cause = Cause.NONE
    failing_since_s: float | None = None


class Freshness(Enum):
    """What a small picture is worth."""

    NONE = "no picture yet"
    FRESH = "as new as can be"
    SAME = "the same picture for long"
    OLD = "an old picture"


def freshness(sight: Sight, now_s: float) -> Freshness:
    """Say what a camera's small picture is worth now. Pure: the same facts give the same words."""
    glimpse = sight.glimpse
    if glimpse is None:
        return Freshness.NONE
    if now_s - glimpse.taken_s > OLD_AFTER_S:
        return Freshness.OLD
    if now_s - glimpse.same_since_s > SAME_AFTER_S:
        return Freshness.SAME
    return Freshness.FRESH
