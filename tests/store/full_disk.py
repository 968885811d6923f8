"""A disk without room for one more page, as SQLite sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from wall.store.database import Database

_MOST = 1_073_741_823


@contextmanager
def filled_up(database: Database) -> Iterator[None]:
    """The file of this database cannot grow inside."""
    with database.reading() as tables:
        tables.execute(f"pragma max_page_count = {tables.execute('pragma page_count').fetchone()[0]}")
    try:
        yield
    finally:
        with database.reading() as tables:
            tables.execute(f"pragma max_page_count = {_MOST}")
