"""Reads GeoJSON (RFC 7946) feature by feature: a large file is never in memory as a whole, and no other thread waits
for longer than one feature takes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from wall.maps.faults import map_told
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault

Json = Any

FEATURE = ""
"""The name under which `members` gives each feature of a collection."""
MOST_FEATURE = 8 << 20
"""Letters of one feature, or of one other member of the file."""
_STEP = 1 << 18
_SPACE = " \t\n\r"


def members(path: Path, name: str = "") -> Iterator[tuple[str, Json]]:
    """The members of the object that the file is, as they come; those of `features` one by one, as `FEATURE`.

    MapError about `name`, else the file's, where it cannot be read, or is no JSON object.
    """
    name = name or path.name
    with map_told(name), path.open(encoding="utf-8-sig", errors="strict") as file:
        try:
            yield from _Reader(file).members()
        except (ValueError, RecursionError) as error:
            told = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
            raise MapError(MapFault.BROKEN, name, told[:120]) from error


def _refuse(constant: str) -> Json:
    raise ValueError(f"{constant} is no number")


class _Reader:
    """ValueError, in plain words, for what is no JSON."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._passed = 0
        self._is_over = False
        self._decoder = json.JSONDecoder(parse_constant=_refuse)

    def members(self) -> Iterator[tuple[str, Json]]:
        self._take("{")
        if self._peek() == "}":
            return
        while True:
            key = self._value()
            if not isinstance(key, str):
                raise ValueError(f"a name was expected at letter {self._where}")
            self._take(":")
            if key == "features" and self._peek() == "[":
                yield from ((FEATURE, each) for each in self._items())
            else:
                yield key, self._value()
            if self._take(",}") == "}":
                break
        if self._peek():
            raise ValueError(f"something stands behind its end, at letter {self._where}")

    def _items(self) -> Iterator[Json]:
        self._take("[")
        if self._peek() == "]":
            self._take("]")
            return
        while True:
            yield self._value()
            if self._take(",]") == "]":
                return

    @property
    def _where(self) -> int:
        return self._passed + self._at

    def _value(self) -> Json:
        self._peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._more():
                    where = self._passed + error.pos
                    raise ValueError(f"it is no JSON, or cut off, at letter {where}: {error.msg}") from error
                continue
            # A number may go on behind what has been read so far.
            if end == len(self._text) and self._more():
                continue
            self._at = end
            return value

    def _take(self, wanted: str) -> str:
        found = self._peek()
        if not found or found not in wanted:
            expected = " or ".join(wanted)
            raise ValueError(f"{expected} was expected at letter {self._where}")
        self._at += 1
        return found

    def _peek(self) -> str:
        """The next letter that is no space; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        """Read on, as much again as is waiting: however long a feature is, it is not looked at often."""
        left = self._text[self._at :]
        if self._is_over:
            return False
        if len(left) > MOST_FEATURE:
            raise ValueError(f"one feature has more than {MOST_FEATURE} letters")
        read = self._file.read(max(_STEP, len(left)))
        self._is_over = not read
        self._passed += self._at
        self._text, self._at = left + read, 0
        return bool(read)
