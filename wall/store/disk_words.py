"""What SQLite and the disk say, in the words of the error tree."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.errors import StoreError
from wall.model.tile import Cause

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def disk_told(path: Path) -> Iterator[None]:
    """Turn what goes wrong on the disk inside into a StoreError that names `path` and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) from error
    except OSError as error:
        raise of_system(error, path) from error


def of_system(error: OSError, path: Path) -> StoreError:
    """An error of the operating system about a file."""
    if error.errno in _FULL:
        return StoreError(f"{path} was not written: make room and try again", cause=Cause.DISK_FULL)
    return StoreError(f"{path}: {error.strerror or type(error).__name__}", cause=Cause.FILE)


def damaged(path: Path, what: str) -> StoreError:
    """The file is left as it is: a person decides."""
    advice = "it was left as it is; put a copy back in its place, or move it away to begin anew"
    return StoreError(f"{path} ({' '.join(what.split())}): {advice}", cause=Cause.DATABASE_DAMAGED)


def _of_sqlite(error: sqlite3.Error, path: Path) -> StoreError:
    """https://www.sqlite.org/rescode.html: the low byte is the kind."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(error))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError(f"{path} is being written by another program: try again", cause=Cause.DATABASE_BUSY)
    if code == sqlite3.SQLITE_FULL:
        return StoreError(f"{path} was not changed: make room and try again", cause=Cause.DISK_FULL)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(f"{path} cannot be opened for writing: {error}")
    if code == sqlite3.SQLITE_CONSTRAINT:
        return StoreError(f"{path} was changed by another program meanwhile ({error}): load it again")
    return StoreError(f"{path}: {error}")
