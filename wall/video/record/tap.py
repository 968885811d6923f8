"""Where a recording takes its units from a tile: a few calls of the tile, and all the rest is elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator

from wall.model.recording import End, RecordOrder, Written
from wall.model.stream import Codec
from wall.video.buffer import RollingBuffer
from wall.video.engine import Unit
from wall.video.record.recorder import Recorder
from wall.video.record.unit import RecordUnit
from wall.video.rtsp import AccessUnit, StreamInfo

_LOOK_EVERY_S = 0.02
_LONGEST_GROUP_S = 30.0


class RecordingTap:
    """At most one recording a tile. Lives on the loop; `tell` hears how far it has come."""

    def __init__(self, tell: Callable[[Written], None]) -> None:
        self._tell = tell
        self._info: StreamInfo | None = None
        self._recorder: Recorder | None = None
        self._arrived_s: float | None = None
        """When the newest unit came."""

    def begin(self, order: RecordOrder, buffer: RollingBuffer | None, group: Iterable[Unit] = ()) -> None:
        """Record from now on, and what came before it: as much of it as the buffer has and the order wants; without a
        buffer, the present group of pictures. What is being recorded already goes on.
        """
        if self._recorder is not None:
            return
        if buffer is not None and self._arrived_s is not None:
            self._recorder = Recorder(order, buffered_units(buffer, order.from_s, self._arrived_s))
        else:
            self._recorder = Recorder(order, kept_units(self._info.codec, group) if self._info is not None else ())

    def opened(self, info: StreamInfo) -> None:
        """The camera plays, anew."""
        self._info = info

    def unit(self, unit: AccessUnit) -> None:
        """The next unit of the stream."""
        self._arrived_s = unit.arrived_s
        if self._recorder is not None and self._info is not None:
            info = self._info
            self._recorder.unit(
                RecordUnit(
                    unit.data,
                    unit.arrived_s,
                    unit.keyframe,
                    info.codec,
                    info.parameter_sets,
                    unit.media_s,
                    unit.damaged,
                )
            )

    def look(self, now_s: float) -> None:
        """Several times a second: tell what is new."""
        if self._recorder is not None and (news := self._recorder.look(now_s)) is not None:
            self._tell(news)
            if self._recorder.is_over:
                self._recorder = None

    def stop(self, key: int, end: End) -> None:
        """End the recording of this key; `look` tells when it has ended."""
        if self._recorder is not None and self._recorder.key == key:
            self._recorder.stop(end)

    async def close(self, now_s: Callable[[], float]) -> None:
        """End whatever is recorded, and wait for its file: as long as the caller lets it."""
        if self._recorder is not None:
            self._recorder.stop(End.CLOSED)
        while self._recorder is not None:
            self.look(now_s())
            await asyncio.sleep(_LOOK_EVERY_S)


def kept_units(codec: Codec, units: Iterable[Unit]) -> list[RecordUnit]:
    """A group of pictures as it was kept, its keyframe first."""
    is_jpeg = codec is Codec.MJPEG
    return [RecordUnit(data, at_s, number == 0 or is_jpeg, codec) for number, (data, at_s) in enumerate(units)]


def buffered_units(buffer: RollingBuffer, from_s: float, until_s: float) -> Iterator[RecordUnit]:
    """What came between these moments, from the keyframe before on. Nothing is read before it is gone through, which
    may wait for a disk.
    """
    for unit in buffer.units_from(from_s):
        if unit.arrived_s > until_s:
            return
        if unit.arrived_s > from_s - _LONGEST_GROUP_S:  # Else the last of what came before the camera was away.
            yield RecordUnit(unit.data, unit.arrived_s, unit.keyframe, unit.codec, damaged=unit.damaged)
