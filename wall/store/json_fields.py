"""Reads JSON that may be anything: what is not as it should be is told in plain words, as a ValueError."""

from __future__ import annotations

import json
import math
from typing import Any

from wall.store.plain import text

Json = Any

_MOST_TOLD = 40


def parsed(data: str) -> Json:
    """The JSON in a text. ValueError for what is none, what is nested without end, and for numbers that are none."""
    try:
        return json.loads(data, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("too many things inside each other") from error
    except ValueError as error:
        raise ValueError("a number in it has no end, or is none") from error


def record(data: Json, what: str) -> dict[str, Json]:
    """A JSON object."""
    if not isinstance(data, dict):
        raise ValueError(f"{what} is {_told(data)}, not a record {{…}}")
    return data


def items(data: Json, what: str, most: int) -> list[Json]:
    """A JSON array of no more than so many."""
    if not isinstance(data, list):
        raise ValueError(f"{what} is {_told(data)}, not a list […]")
    if len(data) > most:
        raise ValueError(f"{what} has {len(data)} parts, at most {most} can be used")
    return data


def whole(data: Json, what: str, least: int = 0, most: int = 2**63 - 1) -> int:
    """A whole number within bounds."""
    if not isinstance(data, int) or isinstance(data, bool):
        raise ValueError(f"{what} is {_told(data)}, not a whole number")
    if not least <= data <= most:
        raise ValueError(f"{what} is {_told(data)}, not a number from {least} to {most}")
    return data


def number(data: Json, what: str) -> float:
    """A number, whole or not."""
    if not isinstance(data, int | float) or isinstance(data, bool) or abs(data) > 1e300 or not math.isfinite(data):
        raise ValueError(f"{what} is {_told(data)}, not a number")
    return float(data)


def truth(data: Json, what: str) -> bool:
    """True or false."""
    if not isinstance(data, bool):
        raise ValueError(f"{what} is {_told(data)}, not true or false")
    return data


def words(data: Json, what: str, most: int) -> str:
    """A text of no more than so many characters, none of which no encoding can hold."""
    if not isinstance(data, str):
        raise ValueError(f"{what} is {_told(data)}, not a text")
    if len(data) > most:
        raise ValueError(f"{what} has {len(data)} characters, at most {most} can be used")
    return text(data)


def refuse_newer(data: dict[str, Json], known: int) -> None:
    """A `format` that this program does not know yet is not guessed at."""
    version = whole(data.get("format"), "«format»", 1)
    if version > known:
        raise ValueError(f"it was made by a newer CityWall (its format {version}; this program knows up to {known})")


def written(data: Json) -> str:
    """Compact, and readable for people who know Vietnamese."""
    return text(json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def _told(data: Json) -> str:
    """What stands there, in so many characters as a sentence can bear."""
    if data is None:
        return "missing"
    if isinstance(data, dict | list):
        return "a record {…}" if isinstance(data, dict) else "a list […]"
    if isinstance(data, int) and abs(data) > 10**_MOST_TOLD:
        return "a number without end"
    shown = text(repr(data))
    return shown if len(shown) <= _MOST_TOLD else f"{shown[: _MOST_TOLD - 1]}…"


def _refuse(constant: str) -> Json:
    """NaN and Infinity are no JSON."""
    raise ValueError(constant)
