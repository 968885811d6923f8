"""Writes a file so that it is there whole, or as it was before: never half, however the program ends."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NO_NAMELESS_FILES = (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL)
"""What file systems say that cannot: those of memory sticks, of some networks."""


def write_whole(path: Path, content: bytes) -> None:
    """Put this there. It has no name before it is whole: a program that is killed meanwhile leaves nothing.

    Where the file system knows no such files, it is `replacing`. Raises OSError.
    """
    descriptor = _nameless(path.parent)
    if descriptor is None:
        with replacing(path) as part:
            part.write_bytes(content)
        return
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)
        _give_name(descriptor, path)
    _write_through(path.parent)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to. It takes the place of `path` at the end; nothing is left where that fails.

    A program that is killed meanwhile leaves it there, and the next one takes it away: for files that have one name
    for ever. Raises OSError.
    """
    part = _part_of(path)
    try:
        part.unlink(missing_ok=True)
        yield part
        _write_through(part)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _write_through(path.parent)


def _part_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _nameless(folder: Path) -> int | None:
    """A file in a folder, to be written; None where the file system does not do that."""
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o666)
    except OSError as error:
        if error.errno in _NO_NAMELESS_FILES:
            return None
        raise


def _give_name(descriptor: int, path: Path) -> None:
    """A link cannot take the place of another file: then a second name does."""
    try:
        _link(descriptor, path)
    except FileExistsError:
        part = _part_of(path)
        part.unlink(missing_ok=True)
        _link(descriptor, part)
        try:
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _link(descriptor: int, path: Path) -> None:
    """By way of /proc (linkat(2), AT_SYMLINK_FOLLOW): Python follows it only where it is given a folder, too."""
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY)
    try:
        os.link(f"/proc/self/fd/{descriptor}", path.name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        os.close(folder)


def _write_through(path: Path) -> None:
    """Have a file or a folder on the disk before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
