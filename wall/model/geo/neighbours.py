"""Whose picture shows a subject next that leaves one camera's picture: the cameras around it, by direction.

Cameras at one place (a crossing with four of them) are one neighbour: of them the one is chosen that looks back to
where the subject comes from, for it shows who is coming.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from wall.model.geo.mercator import EARTH_RADIUS_M, bearing_deg, distance_m
from wall.model.inventory import CameraRecord, Inventory, Position

REACH_M = 3000.0
"""Further away nobody follows anybody."""

SAME_PLACE_M = 20.0
"""Cameras no further apart stand at one place: none of them is in a direction of the other."""

_USUAL_VIEW_DEG = 90.0
_HALF_SECTOR_DEG = 22.5
_ASIDE = 1.0
"""Straight ahead counts as it is, at the rim of a direction as twice as far."""


class Direction(Enum):
    """Where to go on; the value is the bearing in degrees."""

    NORTH = 0
    NORTH_EAST = 45
    EAST = 90
    SOUTH_EAST = 135
    SOUTH = 180
    SOUTH_WEST = 225
    WEST = 270
    NORTH_WEST = 315

    @staticmethod
    def of(bearing: float) -> Direction:
        """The one that a bearing (degrees) belongs to."""
        return Direction(round(bearing % 360 / 45) % 8 * 45)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A camera where it stands, and where it looks as far as that is known."""

    camera_id: int
    place: Position
    bearing_deg: float | None = None
    view_deg: float | None = None
    priority: int = 0
    number: int = 0

    def looks_towards(self, bearing: float) -> bool:
        """Does it see what is in this direction (degrees) from it? False where nobody knows."""
        if self.bearing_deg is None:
            return False
        return off(self.bearing_deg, bearing) <= (self.view_deg or _USUAL_VIEW_DEG) / 2


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A camera beside another one."""

    camera_id: int
    distance_m: float


def standpoints(inventory: Inventory) -> dict[int, Standpoint]:
    """By camera id, all that have a place: their own, else that of their site."""
    places = {site.site_id: site.position for site in inventory.sites if site.position is not None}
    found = {}
    for camera in inventory.cameras:
        place = camera.position or places.get(camera.site_id or 0)
        if place is not None:
            found[camera.camera_id] = _standpoint(camera, place)
    return found


def neighbours(here: Standpoint, others: Iterable[Standpoint]) -> Mapping[Direction, Neighbour]:
    """The next camera in each direction; none where there is none within `REACH_M`."""
    around: dict[Direction, list[tuple[float, float, Standpoint]]] = {}
    for other in _within_reach(here, others):
        distance, bearing = distance_m(here.place, other.place), bearing_deg(here.place, other.place)
        if SAME_PLACE_M < distance <= REACH_M:
            direction = Direction.of(bearing)
            aside = off(bearing, direction.value) / _HALF_SECTOR_DEG
            around.setdefault(direction, []).append((distance * (1 + _ASIDE * aside), distance, other))
    return {direction: _best(direction, around[direction]) for direction in Direction if direction in around}


def off(one: float, other: float) -> float:
    """By how many degrees two bearings differ, 180 at most."""
    return abs((one - other + 180) % 360 - 180)


def _best(direction: Direction, found: list[tuple[float, float, Standpoint]]) -> Neighbour:
    """The nearest place, and there the camera that sees who is coming."""
    _, _, nearest = min(found, key=lambda each: (each[0], each[2].camera_id))
    back = (direction.value + 180) % 360

    def rank(each: tuple[float, float, Standpoint]) -> tuple[bool, int, int, int]:
        camera = each[2]
        return not camera.looks_towards(back), -camera.priority, camera.number, camera.camera_id

    there = [each for each in found if distance_m(each[2].place, nearest.place) <= SAME_PLACE_M]
    _, distance, chosen = min(there, key=rank)
    return Neighbour(chosen.camera_id, distance)


def _within_reach(here: Standpoint, others: Iterable[Standpoint]) -> Iterable[Standpoint]:
    """Those in a box that holds all within reach: the great circle is too dear for ten thousand."""
    north = math.degrees(REACH_M / EARTH_RADIUS_M)
    east = north / max(0.01, math.cos(math.radians(here.place.latitude)))
    latitude, longitude = here.place.latitude, here.place.longitude
    for other in others:
        aside = abs(other.place.longitude - longitude)
        if abs(other.place.latitude - latitude) <= north and min(aside, 360 - aside) <= east:
            yield other


def _standpoint(camera: CameraRecord, place: Position) -> Standpoint:
    return Standpoint(
        camera.camera_id, place, camera.bearing_deg, camera.view_deg, camera.priority, camera.number or 1 << 30
    )
