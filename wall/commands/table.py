"""Tables for people who read them in a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

_GAP = "  "
_WIDE = ("W", "F")


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A heading and rows in columns that stand under one another, whatever letters are in them."""
    lines = [list(heading), *([_one_line(cell) for cell in row] for row in rows)]
    widths = [max(width_of(line[column]) for line in lines) for column in range(len(heading))]
    return "\n".join(
        _GAP.join(cell + " " * (width - width_of(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def width_of(text: str) -> int:
    """How many cells of a terminal it takes: `Ngã` written with a combining mark is three, as it is without."""
    return sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def _one_line(cell: str) -> str:
    """What a device said may try to move the cursor."""
    return " ".join("".join(c if c.isprintable() or unicodedata.combining(c) else " " for c in cell).split())
