"""A recording as the loop sees it: hands units to the thread that writes, and tells how far that has come."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

from wall.model.recording import End, Hitch, Part, RecordOrder, Written
from wall.video.record.unit import Clocks, RecordUnit
from wall.video.record.writer import WriterThread

_MOST_WAITING = 32 << 20
"""Bytes that wait for the disk: a minute of a camera's 4 Mbit/s."""
_GO_ON_BELOW = _MOST_WAITING // 4
_STUCK_S = 3.0
_SILENT_S = 3.0
_END_WITHIN_S = 10.0
_TELL_EVERY_S = 1.0
_MOST_PARTS_TOLD = 40
"""One message holds so many."""


class Recorder:
    """Lives on the loop, of which it never takes longer than a moment. `before` is what came before its beginning:
    it is gone through on another thread.
    """

    def __init__(
        self,
        order: RecordOrder,
        before: Iterable[RecordUnit] = (),
        clocks: Clocks = Clocks(time.monotonic, time.time),  # noqa: B008  frozen
    ) -> None:
        self._order = order
        self._clocks = clocks
        self._thread = WriterThread(order, clocks, before)
        self._arrived_s = clocks.monotonic()
        self._dropping_since_s: float | None = None
        self._missing_s = 0.0
        self._ending_since_s: float | None = None
        self._told = Written(order.key)
        self._told_parts: dict[str, Part] = {}
        self._told_s = 0.0

    @property
    def key(self) -> int:
        return self._order.key

    @property
    def is_over(self) -> bool:
        """Has its end been told?"""
        return self._told.end is not None

    def unit(self, unit: RecordUnit) -> None:
        """The next unit of the stream, as it arrives."""
        self._arrived_s = unit.arrived_s
        if self._ending_since_s is None and not self._must_drop(unit):
            self._thread.put(unit)

    def stop(self, end: End = End.STOPPED) -> None:
        """End it; what waits is still written. `look` tells when that is done."""
        if self._ending_since_s is None:
            self._ending_since_s = self._clocks.monotonic()
            self._thread.finish(end)

    def look(self, now_s: float) -> Written | None:
        """Several times a second: what is to be told of it, None for nothing new."""
        if now_s >= self._order.until_s:
            self.stop(End.LENGTH)
        now = replace(self._thread.written, hitch=self._hitch(now_s), missing_s=self._missing_s)
        if now.end is None and self._ending_since_s is not None and now_s - self._ending_since_s > _END_WITHIN_S:
            now = replace(now, end=End.DISK_HANGS)  # The thread ends with the disk's answer, or with the process.
        return self._news(now, now_s)

    # -- inside

    def _must_drop(self, unit: RecordUnit) -> bool:
        """Memory is bounded: where the disk takes too little, pictures are left out, in whole groups."""
        waiting = self._thread.waiting_bytes
        if self._dropping_since_s is None:
            if waiting + len(unit.data) <= _MOST_WAITING:
                return False
            self._dropping_since_s = unit.arrived_s
        elif unit.keyframe and waiting < _GO_ON_BELOW:
            self._missing_s += unit.arrived_s - self._dropping_since_s
            self._dropping_since_s = None
            return False
        return True

    def _hitch(self, now_s: float) -> Hitch:
        if self._dropping_since_s is not None or self._thread.stuck_s() > _STUCK_S:
            return Hitch.SLOW_DISK
        return Hitch.WAITING if now_s - self._arrived_s > _SILENT_S else Hitch.NONE

    def _news(self, now: Written, now_s: float) -> Written | None:
        """What has changed: at once where it matters, else once a second."""
        parts = tuple(part for part in now.parts if self._told_parts.get(part.path) != part)[:_MOST_PARTS_TOLD]
        has_new = any(part.path not in self._told_parts for part in parts)
        is_urgent = has_new or (now.end, now.hitch, now.jpeg) != (self._told.end, self._told.hitch, self._told.jpeg)
        if not is_urgent and (not parts or now_s - self._told_s < _TELL_EVERY_S):
            return None
        self._told_s = now_s
        self._told_parts |= {part.path: part for part in parts}
        is_whole = all(self._told_parts.get(part.path) == part for part in now.parts)
        news = replace(
            now, parts=parts, jpeg=now.jpeg if now.jpeg != self._told.jpeg else b"", end=now.end if is_whole else None
        )
        self._told = replace(now, end=news.end)
        return news
