"""What the pictures of one file have in common: where this changes in mid-stream, the next file begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wall.model.stream import Codec
from wall.video.headers import picture_size
from wall.video.headers.annexb import nal_starts

_H264_SETS, _H264_SLICES = frozenset((7, 8)), range(1, 6)
_H265_SETS, _H265_SLICES = frozenset((32, 33, 34)), range(32)
_MOST_SETS = 64


@dataclass(frozen=True, slots=True)
class Shape:
    """`sets` are the parameter sets, in their order. A size of 0 is unknown: the decoder will find it."""

    codec: Codec
    width: int = 0
    height: int = 0
    sets: tuple[bytes, ...] = field(default=(), repr=False)
    reorders: bool = False
    """Are pictures sent in another order than they are shown?"""

    def is_other_picture(self, other: Shape) -> bool:
        """Is the codec or the size another one?"""
        return (self.codec, self.width, self.height) != (other.codec, other.width, other.height)


def shape_of(codec: Codec, unit: bytes) -> Shape | None:
    """What a unit says of its form, None where it says nothing: it has no parameter sets, or is no JPEG."""
    sets = tuple(parameter_sets(codec, unit))
    size = picture_size(codec, unit)
    if not sets and (codec is not Codec.MJPEG or size is None):
        return None
    if size is None:
        return Shape(codec, sets=sets)
    return Shape(codec, size.width, size.height, sets, bool(size.reorder))


def parameter_sets(codec: Codec, unit: bytes) -> Iterator[bytes]:
    """The parameter sets before the first slice, each without its start code."""
    if codec is Codec.MJPEG:
        return
    former: int | None = None
    for count, start in enumerate(nal_starts(unit)):
        if former is not None:
            yield unit[former : start - 3].rstrip(b"\0")
        kind = _kind(codec, unit[start])
        if kind in (_H264_SLICES if codec is Codec.H264 else _H265_SLICES) or count > _MOST_SETS:
            return
        former = start if kind in (_H264_SETS if codec is Codec.H264 else _H265_SETS) else None
    if former is not None:
        yield unit[former:].rstrip(b"\0")


def _kind(codec: Codec, head: int) -> int:
    return head & 0x1F if codec is Codec.H264 else head >> 1 & 0x3F
