"""Short real clips, encoded by libx264 and libx265, and the decoders that judge what was received."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Literal

import av

Encoder = Literal["libx264", "libx265"]
_OPTIONS = {
    "libx264": {"preset": "ultrafast", "tune": "zerolatency", "x264-params": "keyint=10:scenecut=0"},
    "libx265": {"preset": "ultrafast", "tune": "zerolatency", "x265-params": "keyint=10:log-level=error"},
}


@lru_cache(maxsize=4)
def clip(encoder: Encoder, pictures: int = 20) -> tuple[bytes, ...]:
    """Moving pictures of 320x180, Annex B, one keyframe in ten."""
    context = av.CodecContext.create(encoder, "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height, context.pix_fmt = 320, 180, "yuv420p"
    context.framerate = Fraction(15)
    context.options = _OPTIONS[encoder]
    encoded = []
    for number in range(pictures):
        encoded += context.encode(_picture(number))
    encoded += context.encode(None)
    return tuple(bytes(packet) for packet in encoded)


def decoded(codec: str, units: Iterable[bytes]) -> int:
    """How many pictures come out of access units; raises where a decoder does not take one."""
    context = av.CodecContext.create(codec, "r")
    assert isinstance(context, av.VideoCodecContext)
    pictures = [frame for unit in units for frame in context.decode(av.Packet(unit))]
    return len(pictures) + len(context.decode(None))


def _picture(number: int) -> av.VideoFrame:
    frame = av.VideoFrame(320, 180, "yuv420p")
    noise = bytes((x * 7 + number * 5 + (x * x >> 7)) & 0xFF for x in range(320))
    for index, plane in enumerate(frame.planes):
        row = noise[: plane.line_size] if index == 0 else bytes([128]) * plane.line_size
        rows = [row[(y * number) % 64 :] + row[: (y * number) % 64] for y in range(plane.height)]
        plane.update(b"".join(line.ljust(plane.line_size, b"\0") for line in rows))
    frame.pts = number
    return frame
