"""Writes what is kept into a table for other programs: read from the database a part at a time, and written by a thread
of its folder.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from itertools import chain
from pathlib import Path
from typing import TypeVar

from wall.services.db_thread import DbThread
from wall.services.in_parts import InParts, elsewhere, in_parts
from wall.store.csv_file import write_csv

T = TypeVar("T")


def table_file(
    db: DbThread,
    path: Path,
    heading: Sequence[str],
    row: Callable[[T], Sequence[str]],
    after: Callable[[T | None], Sequence[T]],
) -> Future[int]:
    """How many rows there are below the heading. Fails with StoreError where the file cannot be written.

    `after` gives those that come after that one, None for the first of them; it is called on the db thread, `row` on
    the folder's.
    """
    found: list[T] = []

    def write() -> int:
        write_csv(path, chain([heading], map(row, found)))
        return len(found)

    def parts() -> InParts[int]:
        while part := after(found[-1] if found else None):
            found.extend(part)
            yield None
        return (yield from elsewhere(db.folders.ask(path.parent, write)))

    return in_parts(db, parts())
