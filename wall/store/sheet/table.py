"""A file as a table: its heading found, its rows by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from wall.model.errors import StoreError
from wall.model.tile import Cause
from wall.store.disk_words import disk_told
from wall.store.sheet import csv_table, xlsx_table
from wall.store.sheet.cells import typed
from wall.store.sheet.columns import Heading, read_heading

MOST_ROWS = 50_000
MOST_COLUMNS = 64
_HEADING_WITHIN = 10
_HEADINGS = 2
"""So many known words make a row a heading: titles stand above many tables."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that says something: its line in the file, and the text of each known column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a file that say something."""

    columns: frozenset[str]
    unknown: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read_table(path: Path) -> Table:
    """Read a CSV or XLSX file, told apart by what is in it. StoreError (FILE), in plain words. Blocks."""
    with disk_told(path):
        if path.stat().st_size > csv_table.MOST_BYTES:
            raise StoreError(f"{path.name} is larger than any list of cameras", cause=Cause.FILE)
        data = path.read_bytes()
    if data.startswith(b"PK\x03\x04"):
        rows = xlsx_table.read_xlsx(data, path.name, MOST_ROWS + _HEADING_WITHIN + 2, MOST_COLUMNS)
    else:
        rows = csv_table.read_csv(data, path.name, lambda cells: len(read_heading(cells[:MOST_COLUMNS]).places))
    return _table(enumerate(rows, start=1), path.name)


def _table(lines: Iterator[tuple[int, list[str]]], name: str) -> Table:
    heading = _heading(lines, name)
    rows = []
    for line, cells in lines:
        texts = {column: _cell(cells, place) for column, place in heading.places.items()}
        if any(texts.values()):
            rows.append(SheetRow(line, texts))
        if len(rows) > MOST_ROWS:
            raise StoreError(f"{name} has more than {MOST_ROWS} rows: import it in parts", cause=Cause.FILE)
    return Table(frozenset(heading.places), heading.unknown, tuple(rows))


def _heading(lines: Iterator[tuple[int, list[str]]], name: str) -> Heading:
    for _, cells in islice(lines, _HEADING_WITHIN):
        heading = read_heading(cells[:MOST_COLUMNS])
        if len(heading.places) >= _HEADINGS and heading.places.keys() & {"number", "url"}:
            return heading
    said = "has no heading that is understood: its first row must name the columns, «number» or «url» among them"
    raise StoreError(f"{name} {said}", cause=Cause.FILE)


def _cell(cells: Sequence[str], place: int) -> str:
    return typed(cells[place]) if place < len(cells) else ""
