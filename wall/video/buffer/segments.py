"""Chunks in few files of some megabytes each, the oldest dropped first. On the disk thread."""

from __future__ import annotations

import contextlib
import errno
import os
from collections import deque
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from wall.video.buffer.chunk import HEAD_BYTES, Chunk, Place, head_of, is_sound, packed, unpacked
from wall.video.buffer.folder import SUFFIX
from wall.video.buffer.unit import Units

_MOST_SEGMENT_BYTES = 16 << 20
_SEGMENTS = 8
"""At least so many, so that dropping one never drops most of what is kept."""
_LEAST_BYTES = 64 << 10

Opener = Callable[[Path], int]
"""Makes a new file for writing."""


def create(path: Path) -> int:
    """A new file that nobody else may read."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC, 0o600)


class Segment:
    """One file, and the chunks in it that are still wanted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.bytes = 0
        self.chunks: dict[Place, Chunk] = {}


class Segments:
    """All files of one process together hold at most `limit_bytes`. OSError where the disk does not do it."""

    def __init__(
        self,
        folder: Path,
        limit_bytes: int,
        spare_bytes: int,
        on_dropped: Callable[[list[Chunk]], None],
        opener: Opener = create,
    ) -> None:
        """`spare_bytes` of the disk are left to others. `on_dropped` hears which chunks had to go."""
        self._folder = folder
        self._limit = limit_bytes
        self._spare = spare_bytes
        self._on_dropped = on_dropped
        self._open = opener
        self._segment_bytes = _segment_bytes(limit_bytes)
        self._numbers = count()
        self._segments: deque[Segment] = deque()
        self._descriptor: int | None = None
        self.bytes = 0

    def put(self, chunk: Chunk, units: Units) -> Place:
        """Write a chunk, if others have to go for it: where it lies now. ENOSPC where it can never have room."""
        record = packed(chunk, units)
        if len(record) > self._limit:
            raise OSError(errno.ENOSPC, "more than all that may be kept")
        while self.bytes + len(record) > self._limit:
            self._drop(self._segments[0])
        segment = self._segment_for(len(record))
        place = Place(segment.path, segment.bytes, len(record))
        try:
            self._write(record)
        except OSError:
            self._give_up(segment)
            raise
        segment.chunks[place] = chunk
        segment.bytes += len(record)
        self.bytes += len(record)
        return place

    def bound(self, limit_bytes: int) -> None:
        """Hold at most so much from now on; what is too much goes, the oldest first."""
        self._limit, self._segment_bytes = limit_bytes, _segment_bytes(limit_bytes)
        while self.bytes > limit_bytes:
            self._drop(self._segments[0])

    def forget(self, place: Place) -> None:
        """A chunk is not wanted any more; a file in which none is goes."""
        for segment in self._segments:
            if segment.path == place.path:
                segment.chunks.pop(place, None)
                if not segment.chunks:
                    self._drop(segment)
                return

    def read(self, place: Place) -> Units | None:
        """What was written there; None where it is not to be had any more."""
        try:
            with place.path.open("rb") as file:
                file.seek(place.offset)
                return unpacked(file.read(place.length))
        except OSError:
            return None

    def take_over(self, path: Path) -> list[Chunk]:
        """The chunks of a file that another process has written, up to where it was killed."""
        segment = Segment(path)
        segment.chunks = dict(_chunks_in(path))
        segment.bytes = path.stat().st_size
        self._segments.append(segment)
        self.bytes += segment.bytes
        return list(segment.chunks.values())

    def drop_all(self) -> None:
        """Nothing is kept any more."""
        for segment in list(self._segments):
            self._drop(segment)

    def _segment_for(self, size: int) -> Segment:
        """The file to write to, a new one where the present one is full."""
        if self._descriptor is not None and self._segments and self._segments[-1].bytes + size <= self._segment_bytes:
            if os.fstat(self._descriptor).st_nlink == 0:
                raise OSError(errno.ENOENT, "the file is gone", str(self._segments[-1].path))
            return self._segments[-1]
        self._close()
        self._check_room()
        path = self._folder / f"{os.getpid()}-{next(self._numbers):06}{SUFFIX}"
        self._descriptor = self._open(path)
        self._segments.append(Segment(path))
        return self._segments[-1]

    def _check_room(self) -> None:
        room = os.statvfs(self._folder)
        if room.f_bavail * room.f_frsize < self._spare + self._segment_bytes:
            raise OSError(errno.ENOSPC, "others need what is left of the disk", str(self._folder))

    def _write(self, record: bytes) -> None:
        assert self._descriptor is not None
        left = memoryview(record)
        while left:
            left = left[os.write(self._descriptor, left) :]

    def _give_up(self, segment: Segment) -> None:
        """Nothing more goes to this file; half a chunk does not stay in it."""
        assert self._descriptor is not None
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, segment.bytes)
        self._close()
        if not segment.chunks:
            self._drop(segment)

    def _drop(self, segment: Segment) -> None:
        if self._segments and segment is self._segments[-1]:
            self._close()
        self._segments.remove(segment)
        self.bytes -= segment.bytes
        if segment.chunks:
            self._on_dropped(list(segment.chunks.values()))
        with contextlib.suppress(OSError):
            segment.path.unlink()

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _segment_bytes(limit_bytes: int) -> int:
    """How large one file may become."""
    return max(_LEAST_BYTES, min(_MOST_SEGMENT_BYTES, limit_bytes // _SEGMENTS))


def _chunks_in(path: Path) -> Iterator[tuple[Place, Chunk]]:
    size, at = path.stat().st_size, 0
    with path.open("rb") as file:
        while (head := head_of(file.read(HEAD_BYTES))) is not None and at + head.length <= size:
            file.seek(at)
            if not is_sound(head, file.read(HEAD_BYTES + head.table_bytes)):
                return
            place = Place(path, at, head.length)
            yield place, head.chunk(place)
            at += head.length
            file.seek(at)
