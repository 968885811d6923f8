"""Keeps a copy of a database beside it before it is changed for good."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from wall.store.whole_file import replacing


def copy_path(path: Path, number: int) -> Path:
    """Where the copy from before migration `number` lies: `citywall.db.before-0002`."""
    return path.with_name(f"{path.name}.before-{number:04}")


def keep_copy(path: Path, number: int) -> None:
    """Copy what is committed, with what is still in the write-ahead log. The copy is whole or not there.

    Called while the write lock is held, so that nothing changes between the copy and the migration. Raises
    sqlite3.Error and OSError.
    """
    with (
        replacing(copy_path(path, number)) as part,
        closing(sqlite3.connect(path)) as source,
        closing(sqlite3.connect(part)) as copy,
    ):
        source.backup(copy)
        # Else it would want files of its own beside it even to be looked at.
        copy.execute("PRAGMA journal_mode = delete")
