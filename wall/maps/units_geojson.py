"""Units as GeoJSON: a FeatureCollection of points (RFC 7946), the id of a feature its unit's."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from wall.model.geo.units import MOST_NAME, MOST_UNITS, Unit, told_at
from wall.model.inventory import Position

_IDS = ("id", "unit", "unit_id", "callsign", "name")
_NAMES = ("name", "title", "callsign", "label")
_HEADINGS = ("heading", "bearing", "course")
_TIMES = ("time", "timestamp", "updated", "at")
_KMH_M_S = 1 / 3.6


def read_units(data: bytes, now_s: float, written_s: float | None = None) -> tuple[list[Unit], int]:
    """The units, and how many features could not be understood. `written_s`: when the whole was written, for what says
    nothing of its time. ValueError for what is no FeatureCollection.
    """
    try:
        told = json.loads(data)
    except RecursionError as error:
        raise ValueError("too many things inside each other") from error
    if (
        not isinstance(told, dict)
        or told.get("type") != "FeatureCollection"
        or not isinstance(told.get("features"), list)
    ):
        raise ValueError("no FeatureCollection")
    features = told["features"][:MOST_UNITS]
    units = [_unit(each, now_s, written_s) for each in features]
    known = [each for each in units if each is not None]
    return known, len(told["features"]) - len(known)


def _unit(feature: Any, now_s: float, written_s: float | None) -> Unit | None:
    try:
        longitude, latitude = feature["geometry"]["coordinates"][:2]
        properties = feature.get("properties") or {}
        unit_id = _words(feature.get("id")) or next(filter(None, (_words(properties.get(key)) for key in _IDS)), "")
        if feature["geometry"]["type"] != "Point" or not unit_id:
            return None
        said = next((moment for key in _TIMES if (moment := _moment(properties.get(key))) is not None), written_s)
        return Unit(
            unit_id,
            Position(float(latitude), float(longitude)),
            told_at(said, now_s),
            next(filter(None, (_words(properties.get(key)) for key in _NAMES)), ""),
            _heading(properties),
            _speed(properties),
        )
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError):
        return None


def _words(told: object) -> str:
    if isinstance(told, bool) or not isinstance(told, str | int):
        return ""
    return str(told).strip()[:MOST_NAME]


def _heading(properties: Mapping[str, Any]) -> float | None:
    found = next((each for key in _HEADINGS if (each := _number(properties.get(key))) is not None), None)
    return None if found is None else found % 360


def _speed(properties: Mapping[str, Any]) -> float | None:
    """`speed` is metres a second, `speed_kmh` what it says."""
    plain, in_kmh = _number(properties.get("speed")), _number(properties.get("speed_kmh"))
    return plain if plain is not None else None if in_kmh is None else in_kmh * _KMH_M_S


def _number(told: object) -> float | None:
    is_number = isinstance(told, int | float) and not isinstance(told, bool)
    return float(told) if is_number and math.isfinite(told) else None  # type: ignore[arg-type]


def _moment(told: object) -> float | None:
    """Unix seconds, Unix milliseconds, or ISO 8601; without a zone it is UTC."""
    if isinstance(told, str):
        try:
            made = datetime.fromisoformat(told)
        except ValueError:
            return None
        return (made if made.tzinfo else made.replace(tzinfo=UTC)).timestamp()
    seconds = _number(told)
    return None if seconds is None else seconds / 1000 if seconds > 1e11 else seconds
