"""The thread that writes one recording: whatever the disk does, who receives is never held up."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from wall.model.recording import End, RecordOrder, Written
from wall.video.record.open_part import shaped
from wall.video.record.parts import PartWriter, RecordingEnded
from wall.video.record.thumbnail import thumbnail
from wall.video.record.unit import Clocks, RecordUnit

_GATHER_S = 0.2
"""So long units wait to be written together: fewer wake-ups, and a fifth of a second more that a kill may cost."""


class WriterThread:
    """Begins at once. `put` and `finish` are called on one other thread and never block."""

    def __init__(self, order: RecordOrder, clocks: Clocks, before: Iterable[RecordUnit] = ()) -> None:
        """`before` is what comes first; it is gone through on the thread, and so may wait for a disk."""
        self._clocks = clocks
        self._before = before
        self._parts = PartWriter(order, clocks)
        self._waiting: deque[RecordUnit] = deque()
        self._finish = threading.Event()
        self._wanted_end = End.STOPPED
        self._put_bytes = self._taken_bytes = 0
        self._at_work_since_s: float | None = clocks.monotonic()
        self._written = Written(order.key)
        threading.Thread(target=self._run, name=f"recording {order.key}", daemon=True).start()

    @property
    def written(self) -> Written:
        """How far it has come; once it has an `end` it stays as it is."""
        return self._written

    @property
    def waiting_bytes(self) -> int:
        """What was put and is not written yet."""
        return self._put_bytes - self._taken_bytes

    def stuck_s(self) -> float:
        """For how long the disk has been at the same piece of work."""
        since_s = self._at_work_since_s
        return self._clocks.monotonic() - since_s if since_s is not None else 0.0

    def put(self, unit: RecordUnit) -> None:
        """The next unit."""
        self._put_bytes += len(unit.data)
        self._waiting.append(unit)

    def finish(self, end: End) -> None:
        """Write what waits, and end."""
        self._wanted_end = end
        self._finish.set()

    # -- on the thread

    def _run(self) -> None:
        try:
            self._parts.begin()
            for unit in self._before:
                self._write(unit)
            while not self._finish.wait(_GATHER_S):
                self._work()
            self._work()
            self._parts.close()
            self._end(self._wanted_end)
        except RecordingEnded as ended:
            self._end(ended.end)
        finally:
            if self._written.end is None:  # A fault of ours: the log says what, and somebody must be told.
                self._parts.abandon()
                self._end(End.DISK_FAILED)

    def _work(self) -> None:
        for _ in range(len(self._waiting)):
            unit = self._waiting.popleft()
            self._write(unit)
            self._taken_bytes += len(unit.data)
        self._at_work_since_s = self._clocks.monotonic()
        self._parts.look()
        self._at_work_since_s = None
        self._written = replace(self._written, parts=self._parts.parts)

    def _write(self, unit: RecordUnit) -> None:
        self._at_work_since_s = self._clocks.monotonic()
        self._parts.write(unit)
        self._draw(unit)

    def _draw(self, unit: RecordUnit) -> None:
        if not self._written.jpeg and unit.keyframe and self._parts.parts:
            jpeg = thumbnail(unit.codec, shaped(unit)[0])
            self._written = replace(self._written, jpeg=jpeg)

    def _end(self, end: End) -> None:
        parts = self._parts.parts
        is_empty = end in (End.STOPPED, End.LENGTH) and not parts
        self._at_work_since_s = None
        self._waiting.clear()
        self._written = replace(self._written, parts=parts, end=End.NO_PICTURES if is_empty else end)
