"""What a disk says about a map's file, in the words of the error tree."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.errors import MapError
from wall.model.map_kinds import MapFault

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def map_told(name: str) -> Iterator[None]:
    """Turn what the operating system says inside into a MapError about `name`."""
    try:
        yield
    except FileNotFoundError as error:
        raise MapError(MapFault.MISSING, name) from error
    except OSError as error:
        fault = MapFault.DISK_FULL if error.errno in _FULL else MapFault.UNREADABLE
        raise MapError(fault, name, error.strerror or type(error).__name__) from error


def plain_size(path: Path, most: int, name: str = "") -> int:
    """How many bytes a plain file has. MapError where there is none, where it is empty, or larger than `most`.

    `name` is what it is called in that, else its own.

    Nothing else is opened: a pipe would keep its reader waiting.
    """
    name = name or path.name
    with map_told(name):
        told = path.stat()
    if not stat.S_ISREG(told.st_mode):
        raise MapError(MapFault.UNREADABLE, name, "it is not a plain file")
    if told.st_size == 0:
        raise MapError(MapFault.EMPTY, name)
    if told.st_size > most:
        raise too_large(name, told.st_size, most)
    return told.st_size


def too_large(name: str, size: int, most: int) -> MapError:
    """It has `size` bytes, and `most` would be taken."""
    return MapError(MapFault.TOO_LARGE, name, f"{_shown(size)}, at most {_shown(most)} can be used")


def read_at_most(path: Path, most: int) -> bytes:
    """A whole plain file. MapError as `plain_size`."""
    plain_size(path, most)
    with map_told(path.name), path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise too_large(path.name, len(data), most)
    return data


def _shown(size: int) -> str:
    for unit, bytes_of in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= bytes_of:
            return f"{size / bytes_of:.3g} {unit}"
    return f"{size} bytes"
