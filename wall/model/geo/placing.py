"""Cameras and sites being put into their places: what the hand does to them, before it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wall.model.geo.mercator import bearing_deg, distance_m, to_position, to_world
from wall.model.inventory import Position

LEAST_VIEW_DEG, MOST_VIEW_DEG = 2.0, 360.0
USUAL_VIEW_DEG = 60.0
"""Of a camera of which nobody has said how wide it sees: a common lens of 4 mm."""


@dataclass(frozen=True, slots=True)
class CameraPlace:
    """Where a camera stands, where it looks (0 is north, 90 east) and how wide. None: not known."""

    camera_id: int
    place: Position | None
    bearing_deg: float | None = None
    view_deg: float | None = None


@dataclass(frozen=True, slots=True)
class SitePlace:
    """Where a site is."""

    site_id: int
    place: Position | None


def shifted(place: Position, dx: float, dy: float) -> Position:
    """Moved by so much of the world: what is moved together keeps its shape on the map."""
    x, y = to_world(place)
    return to_position(x + dx, y + dy)


def moved(cameras: Iterable[CameraPlace], dx: float, dy: float) -> tuple[CameraPlace, ...]:
    """All of them moved together; one that stands nowhere stays so."""
    return tuple(each if each.place is None else replace(each, place=shifted(each.place, dx, dy)) for each in cameras)


def aimed(camera: CameraPlace, at: Position) -> CameraPlace:
    """Looking at a spot. One who points at the camera itself changes nothing."""
    if camera.place is None or distance_m(camera.place, at) < 0.01:
        return camera
    return replace(camera, bearing_deg=bearing_deg(camera.place, at), view_deg=camera.view_deg or USUAL_VIEW_DEG)


def turned(camera: CameraPlace, by_deg: float) -> CameraPlace:
    """Turned clockwise; one that has no direction stays without."""
    if camera.bearing_deg is None:
        return camera
    return replace(camera, bearing_deg=(camera.bearing_deg + by_deg) % 360)


def widened(camera: CameraPlace, rim: Position) -> CameraPlace:
    """So wide that one side of what it sees goes through this spot, the other as far on the other side."""
    if camera.place is None or camera.bearing_deg is None:
        return camera
    aside = abs((bearing_deg(camera.place, rim) - camera.bearing_deg + 180) % 360 - 180)
    return replace(camera, view_deg=max(LEAST_VIEW_DEG, min(MOST_VIEW_DEG, 2 * aside)))
