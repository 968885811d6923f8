"""The geometries of GeoJSON (RFC 7946, 3.1): checked point by point, and brought into world coordinates all at once."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from wall.model.geo.mercator import LATITUDE_LIMIT
from wall.model.geo.vector import Kind, Part
from wall.model.map_kinds import MapFault

_COLLECTION_DEPTH = 8
_SHORTEST = {Kind.POINT: 1, Kind.LINE: 2, Kind.AREA: 4}


class Wrong(Exception):
    """Something is wrong at this place of the file."""

    def __init__(self, where: str, why: str, fault: MapFault = MapFault.BROKEN) -> None:
        super().__init__(where, why)
        self.where, self.why, self.fault = where, why, fault


class Shape(NamedTuple):
    """One geometry, its places all in the reader's list: each part from `start` to `stop`, counted in numbers."""

    kind: Kind
    spans: tuple[tuple[int, int], ...]
    numbers: Part

    def parts(self) -> tuple[Part, ...]:
        """Its places, x and y in turn."""
        return tuple(self.numbers[start:stop] for start, stop in self.spans)


class ShapeReader:
    """Gathers the places of many geometries, at most `most_points`. All raise `Wrong`."""

    def __init__(self, most_points: int) -> None:
        self._numbers = array("d")
        self._most = 2 * most_points

    def read(self, geometry: Any, where: str, depth: int = 0) -> list[Shape]:
        """One geometry; a collection has several, what is empty none."""
        if not isinstance(geometry, dict):
            raise Wrong(where, "no geometry")
        kind = geometry.get("type")
        if kind == "GeometryCollection":
            return self._collection(geometry, where, depth)
        reader = self._readers().get(kind) if isinstance(kind, str) else None
        if reader is None:
            raise Wrong(where, f"no geometry of GeoJSON: {str(kind)[:40]}", MapFault.NO_MAP)
        coordinates = geometry.get("coordinates")
        where = f"{where}.coordinates"
        if not isinstance(coordinates, list):
            raise Wrong(where, "no list")
        shape = reader(coordinates, where) if coordinates else None
        return [shape] if shape is not None and shape.spans else []

    def to_world(self) -> None:
        """Once all are read: from degrees to world coordinates, in place (the formulas are those of `mercator`)."""
        places = np.frombuffer(self._numbers, dtype=np.float64).reshape(-1, 2)
        latitudes = np.radians(np.clip(places[:, 1], -LATITUDE_LIMIT, LATITUDE_LIMIT))
        places[:, 0] = places[:, 0] / 360 + 0.5
        places[:, 1] = np.clip(0.5 - np.arcsinh(np.tan(latitudes)) / (2 * math.pi), 0.0, 1.0)

    def _readers(self) -> dict[str, Callable[[list[Any], str], Shape]]:
        return {
            "Point": lambda each, where: self._shape(Kind.POINT, [([each], where)]),
            "MultiPoint": lambda each, where: self._shape(Kind.POINT, [([one], w) for one, w in _each(each, where)]),
            "LineString": lambda each, where: self._shape(Kind.LINE, [(each, where)]),
            "MultiLineString": lambda each, where: self._shape(Kind.LINE, _each(each, where)),
            "Polygon": lambda each, where: self._shape(Kind.AREA, _each(each, where)),
            "MultiPolygon": lambda each, where: self._shape(
                Kind.AREA, [ring for one, place in _each(each, where) for ring in _each(one, place)]
            ),
        }

    def _collection(self, geometry: dict[str, Any], where: str, depth: int) -> list[Shape]:
        listed = geometry.get("geometries")
        if not isinstance(listed, list) or depth >= _COLLECTION_DEPTH:
            raise Wrong(f"{where}.geometries", "no list" if depth < _COLLECTION_DEPTH else "nested too deeply")
        inner = enumerate(listed)
        return [shape for index, each in inner for shape in self.read(each, f"{where}.geometries[{index}]", depth + 1)]

    def _shape(self, kind: Kind, parts: list[tuple[Any, str]]) -> Shape:
        spans = []
        for part, where in parts:
            start = len(self._numbers)
            self._add(part, where)
            if len(part) < _SHORTEST[kind]:
                raise Wrong(where, f"{len(part)} places, at least {_SHORTEST[kind]} are needed")
            if kind is Kind.AREA and part[0][:2] != part[-1][:2]:
                raise Wrong(where, "the ring is not closed")
            spans.append((start, len(self._numbers)))
        return Shape(kind, tuple(spans), self._numbers)

    def _add(self, part: Any, where: str) -> None:
        if not isinstance(part, list):
            raise Wrong(where, "no list")
        if len(self._numbers) + 2 * len(part) > self._most:
            raise Wrong(where, f"more than {self._most // 2} places", MapFault.TOO_LARGE)
        start = len(self._numbers)
        try:
            self._numbers.extend([number for place in part for number in (place[0], place[1])])
        except (TypeError, IndexError, KeyError, ValueError, OverflowError):
            _name_the_wrong_place(part, where)
            raise
        if part and not _is_on_earth(self._numbers[start::2], self._numbers[start + 1 :: 2]):
            _name_the_wrong_place(part, where)


def _is_on_earth(longitudes: Part, latitudes: Part) -> bool:
    """What is not a number is in no order with any other, and makes the sum none."""
    is_inside = min(longitudes) >= -180 and max(longitudes) <= 180 and min(latitudes) >= -90 and max(latitudes) <= 90
    return is_inside and math.isfinite(sum(longitudes) + sum(latitudes))


def _each(parts: Any, where: str) -> list[tuple[Any, str]]:
    if not isinstance(parts, list):
        raise Wrong(where, "no list")
    return [(part, f"{where}[{index}]") for index, part in enumerate(parts)]


def _name_the_wrong_place(part: list[Any], where: str) -> None:
    """Raise for the first place that is none."""
    for index, place in enumerate(part):
        _check_place(place, f"{where}[{index}]" if len(part) > 1 else where)


def _check_place(place: Any, where: str) -> None:
    if not isinstance(place, list) or len(place) < 2 or not all(_is_number(each) for each in place[:2]):
        raise Wrong(where, "no longitude and latitude")
    longitude, latitude = place[:2]
    if not (math.isfinite(longitude) and math.isfinite(latitude)):
        raise Wrong(where, "no longitude and latitude")
    if -90 <= longitude <= 90 and 90 < abs(latitude) <= 180:
        raise Wrong(where, f"{longitude:g}, {latitude:g}: latitude before longitude?", MapFault.PROJECTION)
    if abs(longitude) > 180 or abs(latitude) > 90:
        raise Wrong(where, f"{longitude:g}, {latitude:g} are no degrees", MapFault.PROJECTION)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
