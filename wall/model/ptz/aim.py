"""Where the hand points in a dome's picture, and what the dome is told of it.

Points are measured from the middle of the picture: -1 … 1 to its edges, right and up positive.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan, degrees, hypot, radians, tan

from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.move import STILL, Place, Velocity, Way

DEAD_SHARE = 0.08
"""So near to the middle a hand means to stand still."""

_CURVE = 1.8
"""Above 1: fine near the middle, and full speed at the edge all the same."""

_LEAST_BOX = 0.04
"""Of the picture's width or height; less is a hand that trembles."""

_WIDE_DEGREES = (60.0, 36.0)
_MOST_ZOOM = 20.0
_PAN_DEGREES, _TILT_DEGREES = 360.0, 90.0
"""What is assumed of a dome that does not tell: an ordinary one sees 60 by 36 degrees, and comes 20 times closer."""


@dataclass(frozen=True, slots=True)
class Point:
    """Somewhere in a picture."""

    x: float
    y: float


def towards(point: Point) -> Velocity:
    """The speed of a hand that pulls the picture from its middle: further out is faster."""
    length = hypot(point.x, point.y)
    if length <= DEAD_SHARE:
        return STILL
    speed = ((min(1.0, length) - DEAD_SHARE) / (1.0 - DEAD_SHARE)) ** _CURVE
    return Velocity(speed * point.x / length, speed * point.y / length)


def centring(point: Point, ability: PtzAbility, place: Place | None = None) -> Way | None:
    """The way on which a point comes to stand in the middle. None for a dome that only knows speeds."""
    if ability.relative_of_view:
        return Way(point.x, point.y, of_view=True)
    if not (ability.relative or (ability.absolute and place is not None)):
        return None
    closer = _magnified(place)
    across, up = (_angle(side, wide, closer) for side, wide in zip((point.x, point.y), _WIDE_DEGREES, strict=True))
    pan = _pan_range(ability)
    return Way(across / (abs(pan) if ability.relative else pan), up / _TILT_DEGREES)


def framing(one: Point, other: Point, ability: PtzAbility, place: Place | None = None) -> Way | None:
    """The way on which what lies between two corners comes to fill the picture. None also for hardly a box at all."""
    share = max(abs(one.x - other.x), abs(one.y - other.y)) / 2
    middle = centring(Point((one.x + other.x) / 2, (one.y + other.y) / 2), ability, place)
    if middle is None or share < _LEAST_BOX:
        return None
    now = _magnified(place)
    zoom = (min(_MOST_ZOOM, now / min(1.0, share)) - now) / (_MOST_ZOOM - 1.0)
    return Way(middle.pan, middle.tilt, zoom, of_view=middle.of_view)


def landing(place: Place, way: Way) -> Place:
    """Where a way leads that is measured in shares of the range, for a dome that only takes places."""
    return Place(_further(place.pan, 2 * way.pan, -1.0), _further(place.tilt, 2 * way.tilt, -1.0), _zoom(place, way))


def _further(start: float | None, by: float, low: float) -> float | None:
    return None if start is None else min(1.0, max(low, start + by))


def _zoom(place: Place, way: Way) -> float | None:
    return _further(place.zoom, way.zoom, 0.0) if way.zoom else None


def _magnified(place: Place | None) -> float:
    """How many times closer it looks than at its widest."""
    return 1.0 + (place.zoom or 0.0) * (_MOST_ZOOM - 1.0) if place is not None else 1.0


def _angle(share: float, wide: float, closer: float) -> float:
    """Degrees from the middle."""
    return degrees(atan(share * tan(radians(wide / 2)) / closer))


def _pan_range(ability: PtzAbility) -> float:
    """Negative where its pan rises to the left. That is of its places: a step is turned round where it is sent."""
    ends = ability.pan_degrees
    return (ends[1] - ends[0]) or _PAN_DEGREES if ends is not None else _PAN_DEGREES
