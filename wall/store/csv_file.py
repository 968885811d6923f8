"""Rows of text as a CSV file for spreadsheet programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from wall.store.disk_words import disk_told
from wall.store.sheet.cells import clean, defused
from wall.store.sheet.csv_table import written_csv
from wall.store.whole_file import write_whole


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """The file is there whole, or as it was; nothing in it is a formula. StoreError. Blocks."""
    with disk_told(path):
        write_whole(path, written_csv([defused(clean(cell)) for cell in row] for row in rows))
