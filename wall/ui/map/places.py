"""Where the cameras are, as arrays: what moves with the map is reckoned for all of them at once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wall.model.geo.mercator import to_world
from wall.model.geo.standing import standings
from wall.model.inventory import CameraRecord, Inventory, Position
from wall.ui.map.frame import Floats

Ints = NDArray[np.integer[Any]]


@dataclass(frozen=True, eq=False)
class Places:
    """The cameras of an inventory that have a place, by number; all arrays are in this order.

    World coordinates and degrees; NaN is not known. A camera without a place of its own stands in a ring
    around its site (see `wall.model.geo.standing`).
    """

    ids: tuple[int, ...]
    xs: Floats
    ys: Floats
    sites: Ints
    """The id of each one's site, 0 for none."""
    bearings: Floats
    views: Floats
    placeless: tuple[int, ...] = ()
    """The cameras that have none."""

    @cached_property
    def rows(self) -> dict[int, int]:
        """Which place in the arrays each camera has."""
        return {camera: row for row, camera in enumerate(self.ids)}

    def __len__(self) -> int:
        return len(self.ids)

    def is_same(self, other: Places) -> bool:
        """Does everything stand where it stands there?"""
        pairs = ((self.xs, other.xs), (self.ys, other.ys), (self.sites, other.sites))
        looks = ((self.bearings, other.bearings), (self.views, other.views))
        return (
            self.ids == other.ids
            and self.placeless == other.placeless
            and all(np.array_equal(one, two) for one, two in pairs)
            and all(np.array_equal(one, two, equal_nan=True) for one, two in looks)
        )

    @property
    def around(self) -> tuple[float, float, float, float] | None:
        """The rectangle of the world (left, top, right, bottom) that has them all; None where there is none."""
        if not self.ids:
            return None
        return float(self.xs.min()), float(self.ys.min()), float(self.xs.max()), float(self.ys.max())


def places_of(inventory: Inventory) -> Places:
    """Those of all cameras."""
    standing = {each.camera_id: each.place for each in standings(inventory)}
    in_order = sorted(inventory.cameras, key=lambda each: (each.number is None, each.number or 0, each.camera_id))
    placed: list[tuple[CameraRecord, Position]] = []
    placeless: list[int] = []
    for camera in in_order:
        position = standing.get(camera.camera_id)
        if position is None:
            placeless.append(camera.camera_id)
        else:
            placed.append((camera, position))
    return _as_arrays(placed, tuple(placeless))


def _as_arrays(placed: list[tuple[CameraRecord, Position]], placeless: tuple[int, ...]) -> Places:
    world = np.array([to_world(position) for _camera, position in placed], dtype=np.float64).reshape(-1, 2)
    cameras = [camera for camera, _position in placed]
    return Places(
        ids=tuple(camera.camera_id for camera in cameras),
        xs=world[:, 0].copy(),
        ys=world[:, 1].copy(),
        sites=np.array([camera.site_id or 0 for camera in cameras], dtype=np.int64),
        bearings=np.array([_known(camera.bearing_deg) for camera in cameras], dtype=np.float64),
        views=np.array([_known(camera.view_deg) for camera in cameras], dtype=np.float64),
        placeless=placeless,
    )


def _known(value: float | None) -> float:
    return math.nan if value is None else value
