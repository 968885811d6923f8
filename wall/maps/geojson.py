"""Reads GeoJSON (RFC 7946) into a `VectorMap`, within bounds, and says where in the file something is wrong.

Named faults are `MapError`s whose detail begins with the place: "features[12].geometry.coordinates[0][3]: …". The
older "crs" member (GeoJSON 2008, 4) is understood where it names WGS84; any other is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from wall.maps.faults import plain_size
from wall.maps.geojson_shapes import Shape, ShapeReader, Wrong
from wall.maps.geojson_stream import FEATURE, members
from wall.maps.simplestyle import own_look
from wall.model.errors import MapError
from wall.model.geo.vector import ORDINARY_RANK, Feature, VectorMap, around
from wall.model.map_kinds import MapFault
from wall.model.map_taking import Taking

_WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326", "OGC:1.3:CRS84")
_TEXT_LIMIT = 200
"""Longer names are cut: a label is no essay."""
_DESCRIPTION_LIMIT = 2000


class Limits(NamedTuple):
    """What is too large to be shown well."""

    file_bytes: int = 64 << 20
    features: int = 100_000
    points: int = 3_000_000


def read_vectors(
    path: Path,
    name: str = "",
    limits: Limits = Limits(),  # noqa: B008 # A constant.
    taking: Taking | None = None,
) -> VectorMap:
    """The map in a file, named by its own title, `name`, or the file. Blocks. MapError names what is wrong, or tells
    that `taking` was stopped.
    """
    shown = name or path.stem
    plain_size(path, limits.file_bytes, shown)
    return _read(_streamed(path, shown, limits, taking or Taking()), shown, limits)


def parse_vectors(data: bytes, name: str, limits: Limits = Limits()) -> VectorMap:  # noqa: B008
    """The same for what was read already."""
    return _read(_document(data, name), name, limits)


def _read(document: dict[str, Any], name: str, limits: Limits) -> VectorMap:
    try:
        return _vector_map(document, name, limits)
    except Wrong as wrong:
        raise MapError(wrong.fault, name, f"{wrong.where}: {wrong.why}" if wrong.where else wrong.why) from wrong


def _streamed(path: Path, name: str, limits: Limits, taking: Taking) -> dict[str, Any]:
    """Feature by feature: one large text would hold every other thread up until it is understood."""
    document: dict[str, Any] = {}
    features: list[Any] = []
    for key, value in members(path, name):
        taking.go_on(name)
        if key != FEATURE:
            document[key] = value
        elif len(features) < limits.features:
            features.append(value)
        else:
            raise MapError(MapFault.TOO_LARGE, name, f"features: more than {limits.features}")
    return {"features": features, **document} if document.get("type") == "FeatureCollection" else document


def _document(data: bytes, name: str) -> dict[str, Any]:
    if not data.strip():
        raise MapError(MapFault.EMPTY, name)
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        detail = f"line {error.lineno}, column {error.colno}: {error.msg}"
        raise MapError(MapFault.BROKEN, name, detail) from error
    except UnicodeDecodeError as error:
        raise MapError(MapFault.BROKEN, name, f"byte {error.start}: no UTF-8") from error
    except (RecursionError, ValueError) as error:  # A number of thousands of digits is a ValueError.
        raise MapError(MapFault.BROKEN, name, "nested too deeply, or a number that is none") from error
    if not isinstance(document, dict):
        raise MapError(MapFault.NO_MAP, name, "no GeoJSON object")
    return document


def _vector_map(document: dict[str, Any], name: str, limits: Limits) -> VectorMap:
    _check_crs(document)
    listed = _features_of(document)
    if len(listed) > limits.features:
        raise Wrong("features", f"{len(listed)}, at most {limits.features}", MapFault.TOO_LARGE)
    reader = ShapeReader(limits.points)
    found = [(shape, _properties(each, where)) for each, where in listed for shape in _shapes(reader, each, where)]
    if not found:
        raise Wrong("", "no feature has a place", MapFault.EMPTY)
    reader.to_world()
    features = tuple(_feature(shape, properties) for shape, properties in found)
    return VectorMap(
        name=_text(document, "title") or name,
        features=features,
        bounds=around([feature.bounds for feature in features]),
        attribution=_text(document, "attribution"),
        note=_text(document, "note"),
    )


def _features_of(document: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """All features, each with where it stands; a bare geometry (RFC 7946, 2) is one feature."""
    kind = document.get("type")
    if kind == "Feature":
        return [(document, "")]
    if kind != "FeatureCollection":
        return [({"type": "Feature", "geometry": document, "properties": None}, "")]
    listed = document.get("features")
    if not isinstance(listed, list):
        raise Wrong("features", "no list")
    if not listed:
        raise Wrong("features", "there is none", MapFault.EMPTY)
    return [(_checked(each, f"features[{index}]"), f"features[{index}]") for index, each in enumerate(listed)]


def _checked(feature: Any, where: str) -> dict[str, Any]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise Wrong(where, "no Feature")
    return feature


def _shapes(reader: ShapeReader, feature: dict[str, Any], where: str) -> list[Shape]:
    """None where the feature has no place (RFC 7946, 3.2)."""
    geometry = feature.get("geometry")
    return [] if geometry is None else reader.read(geometry, f"{where}.geometry" if where else "geometry")


def _properties(feature: dict[str, Any], where: str) -> dict[str, Any]:
    properties = feature.get("properties")
    if properties is not None and not isinstance(properties, dict):
        raise Wrong(f"{where}.properties", "no object")
    return properties or {}


def _feature(shape: Shape, properties: dict[str, Any]) -> Feature:
    rank = properties.get("rank")
    return Feature(
        kind=shape.kind,
        parts=shape.parts(),
        category=_text(properties, "class"),
        name=_text(properties, "name") or _text(properties, "title"),
        name_en=_text(properties, "name_en"),
        ref=_text(properties, "ref"),
        rank=rank if isinstance(rank, int) and 0 < rank < 100 else ORDINARY_RANK,
        description=_text(properties, "description", _DESCRIPTION_LIMIT),
        look=own_look(properties),
    )


def _check_crs(document: dict[str, Any]) -> None:
    """Other projections than WGS84 are refused: their numbers would put the city into the sea."""
    crs = document.get("crs")
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    named = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(named, str) or not named.upper().endswith(_WGS84):
        raise Wrong("crs", f"{named or 'of no name'}, not WGS84", MapFault.PROJECTION)


def _text(properties: Mapping[str, Any], key: str, limit: int = _TEXT_LIMIT) -> str:
    value = properties.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())[:limit]
