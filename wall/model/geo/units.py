"""Patrol cars and whatever else tells where it is: values, and how old they may become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from wall.model.inventory import Position

STALE_S = 30.0
"""After so long without news a unit may be around three corners: it is shown grey, with its age."""

GONE_S = 1800.0
"""After so long it says nothing any more."""

MOST_UNITS = 2000
MOST_NAME = 80
_AHEAD_S = 60.0
"""A clock that is further ahead is wrong."""


class FeedTrouble(Enum):
    """What ails a feed; the value is the English text."""

    NONE = ""
    ADDRESS = "this is no address of a feed"
    UNREACHABLE = "the feed cannot be reached"
    SILENT = "the feed has been silent for a minute"
    REFUSED = "the server does not give it"
    MISSING = "there is no such file"
    BROKEN = "what comes is no GeoJSON of points"
    TOO_LARGE = "it is too large: 4 MB at most"


@dataclass(frozen=True, slots=True)
class Unit:
    """Where one was, at `at_s` (Unix seconds). `heading_deg`: 0 is north, 90 east."""

    unit_id: str
    place: Position
    at_s: float
    name: str = ""
    heading_deg: float | None = None
    speed_m_s: float | None = None

    @property
    def label(self) -> str:
        return self.name or self.unit_id


def told_at(said_s: float | None, now_s: float) -> float:
    """When a unit was there: as it says, unless that cannot be."""
    return now_s if said_s is None or not 0 < said_s <= now_s + _AHEAD_S else min(said_s, now_s)


def with_units(known: Mapping[str, Unit], told: Iterable[Unit], now_s: float) -> dict[str, Unit]:
    """What is known now: the newest of each, without those that are gone, and of too many the newest."""
    units = dict(known)
    for unit in told:
        before = units.get(unit.unit_id)
        if before is None or unit.at_s >= before.at_s:
            units[unit.unit_id] = unit
    left = [each for each in units.values() if now_s - each.at_s <= GONE_S]
    newest = sorted(left, key=lambda each: -each.at_s)[:MOST_UNITS] if len(left) > MOST_UNITS else left
    return {each.unit_id: each for each in newest}


def is_stale(unit: Unit, now_s: float) -> bool:
    """Has nothing been heard for so long that it may be elsewhere?"""
    return now_s - unit.at_s > STALE_S
