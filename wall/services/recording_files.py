"""What is done with the files of recordings. Blocks; belongs on a thread of its own, for a disk may hang."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from wall.model.errors import StoreError
from wall.model.recording import Part, Recording
from wall.model.tile import Cause
from wall.store.disk_words import disk_told
from wall.video.record.length import length_of, mend

_PART = ".part"


def measured(part: Part) -> Part:
    """How long a file really plays, and how large it is: of one whose writer was killed."""
    path = Path(part.path)
    try:
        return replace(part, seconds=length_of(path).seconds, size=path.stat().st_size)
    except OSError:
        return replace(part, is_gone=True)


def mended(recording: Recording) -> Recording:
    """What became of a recording that was cut off with the program: a last fragment that is not whole is cut away."""
    for part in recording.parts:
        with suppress(OSError):
            mend(Path(part.path))
    return replace(recording, parts=tuple(map(measured, recording.parts)))


def gone(recordings: Iterable[Recording]) -> frozenset[str]:
    """The paths at which there is no file any more."""
    return frozenset(part.path for each in recordings for part in each.parts if not Path(part.path).exists())


def delete(recording: Recording) -> bool:
    """Delete its files, and the folder of the day once it is empty. True where none is left."""
    is_done = True
    for part in recording.parts:
        path = Path(part.path)
        try:
            path.unlink(missing_ok=True)
        except OSError:
            is_done = False
        else:
            with suppress(OSError):
                path.parent.rmdir()
    return is_done


def copy(recordings: Sequence[Recording], folder: Path) -> int:
    """Copy files to a folder, each whole or not at all, under their names; how many. StoreError where it cannot be."""
    paths = [Path(part.path) for each in recordings for part in each.parts]
    there = [path for path in paths if path.exists()]
    if paths and not there:
        raise StoreError(f"{paths[0]} is not there any more", cause=Cause.FILE)
    with disk_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < sum(path.stat().st_size for path in there):
            raise OSError(errno.ENOSPC, "no room", str(folder))
        for path in there:
            _copy(path, _free_name(folder / path.name))
    return len(there)


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(target.name + _PART)
    try:
        with source.open("rb") as read, part.open("xb") as written:
            shutil.copyfileobj(read, written, 1 << 20)
            written.flush()
            os.fsync(written.fileno())  # A stick is often pulled as soon as it says that all is copied.
        shutil.copystat(source, part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _free_name(path: Path) -> Path:
    """What is there already is not overwritten."""
    names = (path, *(path.with_stem(f"{path.stem} ({again})") for again in range(2, 1000)))
    return next(each for each in names if not each.exists())
