"""Writes what is kept into a table for other programs, read from the disk a part at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from wall.services.in_parts import InParts
from wall.store.csv_file import write_csv

T = TypeVar("T")


def table_file(
    path: Path, heading: Sequence[str], row: Callable[[T], Sequence[str]], after: Callable[[T | None], Sequence[T]]
) -> InParts[int]:
    """How many rows there are below the heading. `after` gives those that come after that one, None for the first of
    them; both are called on the thread of the disk.
    """
    rows, last = [heading], None
    while found := after(last):
        rows.extend(map(row, found))
        last = found[-1]
        yield
    write_csv(path, rows)
    return len(rows) - 1
