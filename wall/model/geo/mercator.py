"""Web Mercator: between WGS84 degrees and the "world", the unit square in which the map is drawn.

The world is EPSG:3857 made to go from 0 to 1: x grows to the east, y to the SOUTH, so that the tile z/x/y of a slippy
map covers [x / 2^z, (x + 1) / 2^z] by [y / 2^z, (y + 1) / 2^z]. Source: EPSG guidance note 7-2 ("Popular Visualisation
Pseudo Mercator") and the OpenStreetMap wiki, "Slippy map tilenames".
"""

from __future__ import annotations

import math

from wall.model.inventory import Position

WorldPoint = tuple[float, float]

LATITUDE_LIMIT = math.degrees(math.atan(math.sinh(math.pi)))
"""The world ends here, at 85.05 degrees: nearer to a pole nothing is drawn, and is taken to lie on the rim."""

EQUATOR_M = 2 * math.pi * 6_378_137.0
"""Once around the sphere of EPSG:3857."""

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius (IUGG), for distances on a sphere: off by 0.5 % at most."""


def to_world(place: Position) -> WorldPoint:
    """Where a place is in the world; what lies beyond the limit is on its rim."""
    latitude = math.radians(max(-LATITUDE_LIMIT, min(LATITUDE_LIMIT, place.latitude)))
    y = 0.5 - math.asinh(math.tan(latitude)) / (2 * math.pi)
    return place.longitude / 360 + 0.5, max(0.0, min(1.0, y))


def to_position(x: float, y: float) -> Position:
    """Which place this is; a point outside of the world is taken to be on its rim."""
    x, y = max(0.0, min(1.0, x)), max(0.0, min(1.0, y))
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))
    return Position(latitude, x * 360 - 180)


def metres_per_world(latitude: float) -> float:
    """How many metres on the ground one unit of the world is at this latitude."""
    return EQUATOR_M * math.cos(math.radians(max(-LATITUDE_LIMIT, min(LATITUDE_LIMIT, latitude))))


def distance_m(one: Position, other: Position) -> float:
    """Metres along the great circle (haversine)."""
    north, other_north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    chord = math.sin((other_north - north) / 2) ** 2
    chord += math.cos(north) * math.cos(other_north) * math.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, chord)))


def bearing_deg(one: Position, other: Position) -> float:
    """In which direction the great circle from `one` to `other` begins: 0 is north, 90 east; 0 where both are one."""
    north, other_north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    y = math.sin(east) * math.cos(other_north)
    x = math.cos(north) * math.sin(other_north) - math.sin(north) * math.cos(other_north) * math.cos(east)
    return math.degrees(math.atan2(y, x)) % 360
