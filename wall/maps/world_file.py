"""World files: where an image lies on the earth, in six lines of numbers beside it (.pgw, .jgw, .tfw, .wld).

Lines A, D, B, E, C, F: x = A column + B row + C and y = D column + E row + F, for the CENTRE of a pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from wall.maps.faults import read_at_most
from wall.maps.projection import Projection, named_projection, wkt_projection
from wall.model.errors import MapError
from wall.model.geo.mercator import EQUATOR_M, to_position
from wall.model.inventory import Position
from wall.model.map_kinds import Corners, MapFault

_MOST_BYTES = 64 << 10
_RIM_M = EQUATOR_M / 2
_UTM_EAST_M, _UTM_NORTH_M = 1_000_000.0, 10_000_000.0
"""Coordinates of UTM, VN-2000 and most national grids lie within these. In Web Mercator that is from 0 to 9 degrees
east: the west of Europe and of Africa.
"""


@dataclass(frozen=True, slots=True)
class WorldFile:
    """The six numbers."""

    a: float
    d: float
    b: float
    e: float
    c: float
    f: float

    def place(self, column: float, row: float) -> tuple[float, float]:
        """Of a point of the image, (0, 0) its top left corner."""
        column, row = column - 0.5, row - 0.5
        return self.a * column + self.b * row + self.c, self.d * column + self.e * row + self.f


def world_file_of(image: Path) -> Path | None:
    """The one beside an image; None where there is none."""
    suffix = image.suffix.removeprefix(".")
    short = f"{suffix[:1]}{suffix[-1:]}w"
    names = (f".{short}", f".{suffix}w", ".wld")
    found = (image.with_suffix(each) for name in names for each in (name, name.upper()))
    return next((each for each in found if each.is_file()), None)


def read_world_file(path: Path) -> WorldFile:
    """MapError for what is none."""
    text = read_at_most(path, _MOST_BYTES).decode("ascii", "replace")
    try:
        numbers = [float(line.replace(",", ".")) for line in text.split()]
    except ValueError as error:
        raise MapError(MapFault.BROKEN, path.name, "a world file has six numbers") from error
    if len(numbers) != 6 or not all(map(math.isfinite, numbers)):
        raise MapError(MapFault.BROKEN, path.name, "a world file has six numbers")
    world = WorldFile(*numbers)
    if world.a * world.e - world.b * world.d == 0:
        raise MapError(MapFault.BROKEN, path.name, "by it the image has no area")
    return world


def corners_by(world: WorldFile, size: tuple[int, int], image: Path, crs: str = "") -> Corners:
    """Where the image lies. `crs` is what a person says of it, else a .prj file, else the numbers' size tells.

    MapError (PROJECTION) where it is neither in degrees nor in Web Mercator, and where that may be doubted.
    """
    width, height = size
    ends = [world.place(*each) for each in ((0, 0), (width, 0), (width, height), (0, height))]
    projection = _projection(ends, image, crs)
    try:
        one, two, three, four = (_position(each, projection) for each in ends)
    except ValueError as error:
        told = f"{ends[0][0]:.10g}, {ends[0][1]:.10g} is no place in {projection.value}"
        raise MapError(MapFault.PROJECTION, image.name, told) from error
    return one, two, three, four


def _projection(ends: list[tuple[float, float]], image: Path, crs: str) -> Projection:
    if crs:
        return named_projection(crs, image.name)
    prj = next((each for each in (image.with_suffix(".prj"), image.with_suffix(".PRJ")) if each.is_file()), None)
    if prj is not None:
        return wkt_projection(read_at_most(prj, _MOST_BYTES).decode("utf-8", "replace"), image.name)
    if all(abs(x) <= 180 and abs(y) <= 90 for x, y in ends):
        return Projection.DEGREES
    if all(0 <= x <= _UTM_EAST_M and abs(y) <= _UTM_NORTH_M for x, y in ends):
        told = "its metres look like those of UTM or VN-2000; say --crs EPSG:3857 if they are not, or convert it"
        raise MapError(MapFault.PROJECTION, image.name, told)
    return Projection.MERCATOR


def _position(place: tuple[float, float], projection: Projection) -> Position:
    x, y = place
    if projection is Projection.DEGREES:
        return Position(y, x)
    if max(abs(x), abs(y)) > _RIM_M:
        raise ValueError("beyond the rim of the world")
    return to_position(x / EQUATOR_M + 0.5, 0.5 - y / EQUATOR_M)
