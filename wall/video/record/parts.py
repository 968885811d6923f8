"""Writes a recording into files: where one begins, where the next, and what the disk has to say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import av

from wall.model.recording import End, Part, RecordOrder
from wall.video.record.about import about
from wall.video.record.names import part_path
from wall.video.record.open_part import OpenPart, shaped
from wall.video.record.out_file import OutFile, end_of, free_bytes
from wall.video.record.shape import Shape
from wall.video.record.unit import Clocks, RecordUnit

_LOOK_EVERY_S = 2.0
_SYNC_EVERY_S = 5.0
_KEYFRAME_PATIENCE_S = 4.0


class RecordingEnded(Exception):
    """Nothing more can be written. `end` says why; the last file is closed as well as it could be."""

    def __init__(self, end: End) -> None:
        super().__init__(end.value)
        self.end = end


class PartWriter:
    """The files of one recording, one after the other. On one thread; blocks. RecordingEnded where the disk fails."""

    def __init__(self, order: RecordOrder, clocks: Clocks) -> None:
        self._order = order
        self._clocks = clocks
        self._folder = Path(order.folder)
        self._open: OpenPart | None = None
        self._done: list[Part] = []
        self._waiting_since_s: float | None = None
        self._looked_s = self._synced_s = clocks.monotonic()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All files so far, the last as far as it has come."""
        return (*self._done, self._open.part()) if self._open is not None else tuple(self._done)

    def begin(self) -> None:
        """Is there a folder with room? It is made where it is missing."""
        with self._disk_told():
            self._folder.mkdir(parents=True, exist_ok=True)
            self._refuse_full_disk()

    def write(self, unit: RecordUnit) -> None:
        """The next unit; it is passed over while there is no keyframe to begin with."""
        begins = unit.keyframe or (self._open is None and self._has_waited(unit.arrived_s))
        data, shape = shaped(unit) if begins else (unit.data, None)
        with self._disk_told():
            if self._open is not None and self._open.ends_before(unit, shape):
                self._close()
            if self._open is not None:
                self._add(unit, data, shape)
            elif shape is not None and not unit.damaged:  # What is built on a damaged keyframe is a smear.
                self._begin(unit, data, shape)

    def look(self) -> None:
        """Now and then: is there still room, and is the file still there?"""
        now_s = self._clocks.monotonic()
        with self._disk_told():
            if now_s - self._looked_s > _LOOK_EVERY_S:
                self._looked_s = now_s
                self._refuse_lost_file()
                self._refuse_full_disk()
            if now_s - self._synced_s > _SYNC_EVERY_S and self._open is not None:
                self._synced_s = now_s
                self._open.file.sync()

    def close(self) -> None:
        """End the last file."""
        with self._disk_told():
            self._close()

    def abandon(self) -> None:
        """Let go of the last file as it is, where no more can be written."""
        if self._open is not None:
            self._done.append(self._open.abandon())
            self._open = None

    # -- inside

    @contextmanager
    def _disk_told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.abandon()
            raise RecordingEnded(self._end_of(error)) from error

    def _has_waited(self, now_s: float) -> bool:
        """Cameras with gradual refresh never send a keyframe: begin without one, after a while."""
        if self._waiting_since_s is None:
            self._waiting_since_s = now_s
        return now_s - self._waiting_since_s > _KEYFRAME_PATIENCE_S

    def _begin(self, unit: RecordUnit, data: bytes, shape: Shape) -> None:
        started_s = self._clocks.unix() - (self._clocks.monotonic() - unit.arrived_s)
        path = part_path(self._folder, self._order.number, self._order.name, started_s)
        path.parent.mkdir(exist_ok=True)
        file = OutFile(path)
        self._open = OpenPart(file, shape, started_s, about(self._order, started_s))
        self._waiting_since_s = None
        if not self._add(unit, data, shape):
            self._throw_away()  # Parameter sets that make no sense: the next keyframe may be better.

    def _add(self, unit: RecordUnit, data: bytes, shape: Shape | None) -> bool:
        """Write a unit; False for one that is no video, which is left out."""
        assert self._open is not None
        try:
            self._open.write(unit, data, shape)
        except av.FFmpegError as error:
            if isinstance(error, OSError):
                raise
            return False
        return True

    def _close(self) -> None:
        if self._open is not None:
            self._done.append(self._open.close())
            self._open = None

    def _throw_away(self) -> None:
        assert self._open is not None
        self._open.abandon()
        with suppress(OSError):
            self._open.file.path.unlink()
        self._open = None

    def _refuse_lost_file(self) -> None:
        """A file that was taken away is written no more; the next one begins, if there is still a folder for it."""
        if self._open is None or self._open.file.is_there():
            return
        lost = replace(self._open.abandon(), is_gone=True)
        self._open = None
        self._done.append(lost)
        if not self._folder.is_dir():
            raise RecordingEnded(End.FOLDER_GONE)

    def _refuse_full_disk(self) -> None:
        if free_bytes(self._folder) < self._order.reserve_bytes:
            self._close()
            raise RecordingEnded(End.RESERVE)

    def _end_of(self, error: OSError) -> End:
        """A folder that is a file cannot be written to, either."""
        return End.NOT_WRITABLE if isinstance(error, FileExistsError | NotADirectoryError) else end_of(error)
