"""The frame header of JPEG (ITU-T T.81, B.2.2)."""

from __future__ import annotations

from wall.video.headers.bits import Unreadable
from wall.video.headers.size import PictureSize, plausible

_START_OF_IMAGE = b"\xff\xd8"
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_END_OF_IMAGE, _START_OF_SCAN = 0xD9, 0xDA
_FILL = 0xFF
# A real picture has about ten before its frame.
_MOST_SEGMENTS = 256


def jpeg_size(data: bytes) -> PictureSize | None:
    """Return what the frame header says; None if there is none before the scan. Raises Unreadable."""
    if not data.startswith(_START_OF_IMAGE):
        return None
    position = len(_START_OF_IMAGE)
    for _ in range(_MOST_SEGMENTS):
        marker = _number(data, position, 2)
        if marker >> 8 != 0xFF or marker & 0xFF in (_END_OF_IMAGE, _START_OF_SCAN):
            return None
        if marker & 0xFF in _FRAMES:
            return plausible(PictureSize(_number(data, position + 7, 2), _number(data, position + 5, 2)))
        # Any number of fill bytes may stand before a marker.
        position += 1 if marker & 0xFF == _FILL else 2 + max(2, _number(data, position + 2, 2))
    return None


def _number(data: bytes, start: int, count: int) -> int:
    if start + count > len(data):
        raise Unreadable("the picture ends too early")
    return int.from_bytes(data[start : start + count], "big")
