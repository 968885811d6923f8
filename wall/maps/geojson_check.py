"""Says whether a GeoJSON file can be a map: by reading it as it will be read to be shown."""

from __future__ import annotations

from pathlib import Path

from wall.maps.found import Found, plain_words
from wall.maps.geojson import read_vectors
from wall.model.geo.mercator import to_position
from wall.model.geo.vector import WorldRect
from wall.model.map_kinds import Bounds, MapKind
from wall.model.map_taking import Taking

_LEAST_SPAN = 1e-8
"""Of the world: a single point has an area, too, of a hand's breadth."""


def examine_geojson(path: Path, taking: Taking | None = None) -> Found:
    """What it is. MapError where it cannot be used: what is wrong is in it; or where `taking` was stopped."""
    vectors = read_vectors(path, path.name, taking=taking)
    name = plain_words(vectors.name)
    return Found(
        MapKind.GEOJSON,
        path.stem if name == path.name else name,
        plain_words(vectors.attribution),
        bounds=_bounds(vectors.bounds),
    )


def _bounds(rect: WorldRect) -> Bounds:
    left, right = _spread(rect[0], rect[2])
    top, bottom = _spread(rect[1], rect[3])
    north_west, south_east = to_position(left, top), to_position(right, bottom)
    return Bounds(north_west.longitude, south_east.latitude, south_east.longitude, north_west.latitude)


def _spread(least: float, most: float) -> tuple[float, float]:
    """An interval that is one, within the world."""
    middle = min(max((least + most) / 2, _LEAST_SPAN), 1 - _LEAST_SPAN)
    return min(least, middle - _LEAST_SPAN), max(most, middle + _LEAST_SPAN)
