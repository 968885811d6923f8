"""Corners of an image in a small JSON file beside it, for plans that nobody has georeferenced.

    {"image": "tang-1.png", "attribution": "…", "corners": [[106.07, 21.19], [106.08, 21.19], …]}

Degrees of longitude and latitude, as in GeoJSON: top left, top right, bottom right, bottom left as the image lies.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

from wall.maps.faults import read_at_most
from wall.maps.found import plain_words
from wall.maps.projection import Projection, named_projection, refused
from wall.model.errors import MapError
from wall.model.inventory import Position
from wall.model.map_kinds import Corners, MapFault

_MOST_BYTES = 64 << 10


@dataclass(frozen=True, slots=True)
class CornerFile:
    """`image` is the name of a file in the same folder, "" where it does not say."""

    corners: Corners
    image: str = ""
    name: str = ""
    attribution: str = ""


def corner_file_of(image: Path) -> Path | None:
    """The one beside an image: `plan.png.json`, or `plan.json` if that has corners; None where there is none."""
    found = (image.with_name(f"{image.name}.json"), image.with_suffix(".json"))
    return next((each for each in found if each.is_file()), None)


def has_corners(told: object) -> bool:
    """Is this JSON meant to be such a file?"""
    return isinstance(told, dict) and "corners" in told


def read_corner_file(path: Path) -> CornerFile:
    """MapError for what is none."""
    try:
        told = json.loads(read_at_most(path, _MOST_BYTES))
    except (ValueError, RecursionError) as error:
        raise MapError(MapFault.BROKEN, path.name, "it is no JSON") from error
    if not has_corners(told):
        raise MapError(MapFault.NO_PLACE, path.name, "it has no «corners»")
    crs = told.get("crs")
    if isinstance(crs, str) and named_projection(crs, path.name) is not Projection.DEGREES:
        raise refused(crs, path.name)
    image = told.get("image")
    return CornerFile(
        _corners(told["corners"], path.name),
        Path(image).name if isinstance(image, str) else "",
        plain_words(told.get("name")),
        plain_words(told.get("attribution")),
    )


def _corners(told: object, name: str) -> Corners:
    if not isinstance(told, list) or len(told) != 4:
        raise MapError(MapFault.BROKEN, name, "«corners» must be four places")
    try:
        one, two, three, four = (Position(float(latitude), float(longitude)) for longitude, latitude in told)
    except (TypeError, ValueError) as error:
        raise MapError(MapFault.PROJECTION, name, "«corners» must be degrees: [longitude, latitude]") from error
    _refuse_flat((one, two, three, four), name)
    return one, two, three, four


def _refuse_flat(corners: Corners, name: str) -> None:
    """Corners in one line, or two of them in one place, span nothing (the shoelace formula)."""
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    area = sum(a.longitude * b.latitude - b.longitude * a.latitude for a, b in pairs) / 2
    if not math.isfinite(area) or abs(area) < 1e-14:
        raise MapError(MapFault.BROKEN, name, "between its corners there is no area")
