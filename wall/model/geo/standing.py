"""Where each camera stands on the map: at its own place, else in a small ring around its site's, else nowhere yet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wall.model.geo.course import destination
from wall.model.inventory import CameraRecord, Inventory, Position

RING_M = 12.0
"""From the site's place: near enough to belong to it, and apart at the zoom at which one looks at a crossing."""

APART_M = 6.0
"""Between two neighbours of a ring; a site with more cameras has a larger one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A camera on the map. `is_approximate`: nobody has said where it stands, only at which site."""

    camera_id: int
    place: Position
    is_approximate: bool = False


def standings(inventory: Inventory) -> tuple[Standing, ...]:
    """Every camera that stands anywhere, in the inventory's order."""
    ringed = {each.camera_id: each for each in _ringed(inventory)}
    found: list[Standing] = []
    for camera in inventory.cameras:
        if camera.position is not None:
            found.append(Standing(camera.camera_id, camera.position))
        elif camera.camera_id in ringed:
            found.append(ringed[camera.camera_id])
    return tuple(found)


def unplaced(inventory: Inventory) -> tuple[int, ...]:
    """The cameras that stand nowhere: neither they nor their site have a place. By number, then by name."""
    placed = {site.site_id for site in inventory.sites if site.position is not None}
    without = [each for each in inventory.cameras if each.position is None and each.site_id not in placed]
    return tuple(each.camera_id for each in sorted(without, key=_in_order))


def unplaced_sites(inventory: Inventory) -> tuple[int, ...]:
    """The sites without a place that have cameras without one: once they have it, their cameras stand around them. By
    name.
    """
    waiting = {camera.site_id for camera in inventory.cameras if camera.position is None}
    without = [site for site in inventory.sites if site.position is None and site.site_id in waiting]
    return tuple(site.site_id for site in sorted(without, key=lambda site: (site.name, site.ward, site.site_id)))


def ring(middle: Position, many: int) -> tuple[Position, ...]:
    """So many places around one, evenly, from the north clockwise."""
    radius = max(RING_M, many * APART_M / (2 * math.pi))
    return tuple(destination(middle, 360 * place / many, radius) for place in range(many))


def _ringed(inventory: Inventory) -> Iterator[Standing]:
    waiting: dict[int | None, list[CameraRecord]] = {}
    for camera in inventory.cameras:
        if camera.position is None:
            waiting.setdefault(camera.site_id, []).append(camera)
    for site in inventory.sites:
        cameras: Sequence[CameraRecord] = sorted(waiting.get(site.site_id, ()), key=_in_order)
        if site.position is not None:
            for camera, place in zip(cameras, ring(site.position, len(cameras)), strict=True):
                yield Standing(camera.camera_id, place, is_approximate=True)


def _in_order(camera: CameraRecord) -> tuple[bool, int, str, int]:
    return camera.number is None, camera.number or 0, camera.name, camera.camera_id
