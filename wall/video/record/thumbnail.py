"""The first picture of a recording in small, as a JPEG."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from wall.model.stream import Codec

_WIDTH = 320
_MOST_HEIGHT = 640
MOST_BYTES = 40_000
"""It travels in one message to the parent."""

_AV_NAMES = {Codec.H264: "h264", Codec.H265: "hevc", Codec.MJPEG: "mjpeg"}


def thumbnail(codec: Codec, keyframe: bytes) -> bytes:
    """Of a keyframe with its parameter sets; b"" where nothing whole comes out of it. Takes some milliseconds."""
    with suppress(av.FFmpegError, ValueError):
        frames, shape = _decoded(codec, keyframe)
        for frame in frames:
            if not frame.is_corrupt:
                jpeg = _jpeg(frame, shape)
                return jpeg if len(jpeg) <= MOST_BYTES else b""
    return b""


def _decoded(codec: Codec, keyframe: bytes) -> tuple[list[VideoFrame], float]:
    """The pictures, and how much wider than high a pixel of theirs is."""
    context = av.CodecContext.create(_AV_NAMES[codec], "r")
    assert isinstance(context, VideoCodecContext)
    context.thread_count = 1
    frames = [*context.decode(av.Packet(keyframe)), *context.decode(None)]
    return frames, float(context.sample_aspect_ratio or 1)


def _jpeg(frame: VideoFrame, shape: float) -> bytes:
    high = _WIDTH * frame.height / max(1.0, frame.width * shape)
    small = frame.reformat(_WIDTH, max(2, min(_MOST_HEIGHT, round(high) & ~1)), "yuvj420p")
    context = av.CodecContext.create("mjpeg", "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height, context.pix_fmt = small.width, small.height, "yuvj420p"
    context.time_base = Fraction(1, 25)
    context.bit_rate = 4_000_000
    small.pts = 0
    return b"".join(bytes(packet) for packet in [*context.encode(small), *context.encode(None)])
