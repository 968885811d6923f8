"""How far a map reaches: read from what files say of themselves, reckoned from tiles."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wall.model.errors import MapError
from wall.model.geo.mercator import to_position
from wall.model.map_kinds import WORLD, Bounds, MapFault

_SLACK = 0.01
"""Degrees beyond the rim of the world that rounding may add."""


def told_bounds(told: object, name: str) -> Bounds | None:
    """Of `west,south,east,north`, as a text or a list; None where nothing is said.

    MapError (PROJECTION) where these are no degrees; what contradicts itself is nothing said.
    """
    edges = _numbers(told.split(",") if isinstance(told, str) else told)
    if edges is None:
        return None
    west, south, east, north = edges
    if max(abs(west), abs(east)) > 180 + _SLACK or max(abs(south), abs(north)) > 90 + _SLACK:
        raise MapError(
            MapFault.PROJECTION, name, f"its bounds {_shown(edges)} are no degrees of longitude and latitude"
        )
    if west > east:  # It crosses the date line.
        west, east = WORLD.west, WORLD.east
    try:
        return Bounds(max(west, -180.0), max(south, WORLD.south), min(east, 180.0), min(north, WORLD.north))
    except ValueError:
        return None


def tile_bounds(zoom: int, columns: tuple[int, int], rows: tuple[int, int]) -> Bounds:
    """Of the tiles from the first to the last column and row, rows counted from the north."""
    side = 1 << zoom
    top_left = to_position(columns[0] / side, rows[0] / side)
    bottom_right = to_position((columns[1] + 1) / side, (rows[1] + 1) / side)
    return Bounds(top_left.longitude, bottom_right.latitude, bottom_right.longitude, top_left.latitude)


def _numbers(told: object) -> list[float] | None:
    if not isinstance(told, Sequence) or len(told) != 4:
        return None
    try:
        edges = [float(each) for each in told]
    except (TypeError, ValueError):
        return None
    return edges if all(map(math.isfinite, edges)) else None


def _shown(edges: Sequence[float]) -> str:
    return ", ".join(f"{each:.10g}" for each in edges)
