"""One file of a recording while it is being written."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from wall.model.recording import Part
from wall.model.stream import Codec
from wall.video.record.length import mend
from wall.video.record.mp4_file import Mp4File
from wall.video.record.out_file import OutFile
from wall.video.record.shape import Shape, shape_of
from wall.video.record.stamps import TICKS_S, Stamps
from wall.video.record.unit import RecordUnit

_LONGEST_GAP_S = 5.0
"""A picture that stands for longer in a file would be taken for a camera that stood."""
_MOST_BYTES = 2_000_000_000
"""A stick as they are sold takes no file of 4 GB."""
_SETS_KEPT_S = 10.0
"""Decoders find new parameter sets in the stream; only a camera with a fault changes nothing else and all the time."""


class OpenPart:
    """Blocks; OSError where the disk fails, av.FFmpegError for what is no video of its shape."""

    def __init__(self, file: OutFile, shape: Shape, started_s: float, about: Mapping[str, str]) -> None:
        """`started_s` is Unix time."""
        self.file = file
        self._mp4 = Mp4File(file, shape, about)
        self._shape = shape
        self._stamps = Stamps()
        self._arrived_s: float | None = None
        self._shape_since_s = 0.0
        self._part = Part(str(file.path), started_s, codec=shape.codec, width=shape.width, height=shape.height)

    def write(self, unit: RecordUnit, data: bytes, shape: Shape | None) -> None:
        """One more unit. `data` is it with the parameter sets that it needs, `shape` what it says of its form."""
        if self._arrived_s is None or (shape is not None and shape != self._shape):
            self._shape, self._shape_since_s = shape or self._shape, unit.arrived_s
        shown_s = unit.shown_s if self._shape.reorders else None
        shown, decoded = self._stamps.next(unit.arrived_s, shown_s, keyframe=unit.keyframe)
        self._mp4.write(data, shown, decoded, keyframe=unit.keyframe)
        self._arrived_s = unit.arrived_s

    def ends_before(self, unit: RecordUnit, shape: Shape | None) -> bool:
        """Does this unit belong into the next file? `shape` is what it says of its form."""
        if unit.codec is not self._shape.codec:
            return True
        if self._arrived_s is not None and unit.arrived_s - self._arrived_s > _LONGEST_GAP_S:
            return True
        if shape is None:
            return False
        if shape.is_other_picture(self._shape) or self.file.size > _MOST_BYTES:
            return True
        return shape.sets != self._shape.sets and unit.arrived_s - self._shape_since_s > _SETS_KEPT_S

    def part(self) -> Part:
        """As far as it has come."""
        return replace(self._part, seconds=self._stamps.ticks / TICKS_S, size=self.file.size)

    def close(self) -> Part:
        """End the file, and give what has become of it."""
        self._mp4.close()
        return self.part()

    def abandon(self) -> Part:
        """The disk has failed: let go, and give what can be played of it."""
        self._mp4.abandon()
        part = self.part()
        with suppress(OSError):
            length = mend(self.file.path)
            return replace(part, seconds=min(part.seconds, length.seconds), size=length.whole_bytes)
        return replace(part, is_gone=True)


def shaped(unit: RecordUnit) -> tuple[bytes, Shape | None]:
    """A keyframe's data with the parameter sets that it needs, and its form; None where nobody has told it."""
    shape = shape_of(unit.codec, unit.data)
    if shape is not None or not unit.sets or unit.codec is Codec.MJPEG:
        return unit.data, shape
    data = unit.sets + unit.data
    return data, shape_of(unit.codec, data)
