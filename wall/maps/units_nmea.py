"""NMEA 0183 as it comes in over a line: sentences with a position, whatever else is in between.

Read are RMC, GGA and GLL of any talker. A tag block (NMEA 4.10, `\\s:car12*hh\\`) names the unit; a line without one
belongs to the source that it comes from. A sentence without a checksum, with a wrong one, too long, or torn is counted
and passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from wall.model.geo.units import MOST_NAME, Unit, told_at
from wall.model.inventory import Position

MOST_LINE = 512
"""Bytes. NMEA 0183 has 82 for a sentence, and as many again for a tag block; receivers write more."""

_KNOT_M_S = 1852 / 3600
_LINE = re.compile(rb"(?:\\([^\\]{0,200})\\)?[$!]([^*$!]{5,400})\*([0-9A-Fa-f]{2})\s*")
_TAG = re.compile(rb"(.*)\*([0-9A-Fa-f]{2})")


class _Fix(NamedTuple):
    place: Position
    at_s: float | None = None
    speed_m_s: float | None = None
    heading_deg: float | None = None


class NmeaReader:
    """The bytes of one line, as they come. `source` names its unit where no tag block does; `clock` is Unix time."""

    def __init__(self, source: str, clock: Callable[[], float]) -> None:
        self.broken = 0
        """How many sentences could not be read."""
        self._source = source
        self._clock = clock
        self._rest = b""
        self._is_skipping = False

    def feed(self, data: bytes) -> list[Unit]:
        """What is told in them."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        found: list[Unit] = []
        for line in lines:
            was_skipping, self._is_skipping = self._is_skipping, False
            if not was_skipping and line.strip():
                found += self._read(line.strip())
        if len(self._rest) > MOST_LINE:
            self.broken += not self._is_skipping
            self._rest, self._is_skipping = b"", True
        return found

    def _read(self, line: bytes) -> list[Unit]:
        matched = _LINE.fullmatch(line) if len(line) <= MOST_LINE else None
        if matched is None or not _is_sum(matched[2], matched[3]):
            self.broken += 1
            return []
        try:
            fix = _fix(matched[2].decode("ascii").split(","))
        except (ValueError, IndexError, OverflowError):
            self.broken += 1
            return []
        if fix is None:
            return []
        at_s = told_at(fix.at_s, self._clock())
        return [Unit(self._unit_of(matched[1]), fix.place, at_s, "", fix.heading_deg, fix.speed_m_s)]

    def _unit_of(self, tag: bytes | None) -> str:
        """The `s:` of a sound tag block."""
        summed = _TAG.fullmatch(tag) if tag else None
        if summed is None or not _is_sum(summed[1], summed[2]):
            return self._source
        for part in summed[1].decode("utf-8", "replace").split(","):
            if part.startswith("s:") and part[2:].strip():
                return part[2:].strip()[:MOST_NAME]
        return self._source


def _is_sum(told: bytes, checksum: bytes) -> bool:
    summed = 0
    for byte in told:
        summed ^= byte
    return summed == int(checksum, 16)


def _fix(fields: list[str]) -> _Fix | None:
    """Where it is; None for a sentence that tells no place, or that the receiver itself holds void. ValueError…"""
    kind = fields[0][-3:]
    if kind == "RMC" and fields[2] == "A":
        place = _place(fields[3:7])
        return _Fix(place, _moment(fields[1], fields[9]), _speed(fields[7]), _heading(fields[8]))
    if kind == "GGA" and fields[6] not in ("", "0"):
        return _Fix(_place(fields[2:6]))
    if kind == "GLL" and fields[6] == "A":
        return _Fix(_place(fields[1:5]))
    return None


def _place(fields: list[str]) -> Position:
    """`2111.1661,N,10604.578,E`: degrees and minutes. ValueError for no place on earth."""
    return Position(_degrees(fields[0], fields[1], 2, "NS"), _degrees(fields[2], fields[3], 3, "EW"))


def _degrees(told: str, side: str, digits: int, sides: str) -> float:
    minutes = float(told[digits:])
    if side not in sides or len(side) != 1 or not 0 <= minutes < 60:
        raise ValueError(told)
    return (int(told[:digits]) + minutes / 60) * (1 if side == sides[0] else -1)


def _moment(time: str, date: str) -> float:
    """`134501.00` and `291126`, UTC."""
    made = datetime.strptime(f"{date}{time[:6]}", "%d%m%y%H%M%S").replace(tzinfo=UTC)
    return made.timestamp() + (float("0" + time[6:]) if time[6:] else 0.0)


def _speed(told: str) -> float | None:
    return float(told) * _KNOT_M_S if told else None


def _heading(told: str) -> float | None:
    return float(told) % 360 if told else None
