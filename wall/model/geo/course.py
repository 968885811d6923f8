"""From a place in a direction, so far: the other half of `mercator.bearing_deg` and `distance_m`."""

from __future__ import annotations

import math

from wall.model.geo.mercator import EARTH_RADIUS_M
from wall.model.inventory import Position


def destination(start: Position, bearing_deg: float, distance_m: float) -> Position:
    """Where one is after so many metres along the great circle that begins in this direction."""
    angle, course = distance_m / EARTH_RADIUS_M, math.radians(bearing_deg)
    north, east = math.radians(start.latitude), math.radians(start.longitude)
    sine = math.sin(north) * math.cos(angle) + math.cos(north) * math.sin(angle) * math.cos(course)
    y = math.sin(course) * math.sin(angle) * math.cos(north)
    east += math.atan2(y, math.cos(angle) - math.sin(north) * sine)
    longitude = (math.degrees(east) + 180) % 360 - 180
    return Position(math.degrees(math.asin(max(-1.0, min(1.0, sine)))), longitude)


def between_deg(one: float, other: float) -> float:
    """The angle between two directions: 0 to 180."""
    return abs((one - other + 180) % 360 - 180)
