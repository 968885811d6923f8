"""Writes a file so that it is there whole, or as it was before: never half, however the program ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to. It takes the place of `path` at the end; nothing is left where that fails.

    Raises OSError.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        yield part
        _write_through(part)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _write_through(path.parent)


def _write_through(path: Path) -> None:
    """Have a file or a folder on the disk before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
