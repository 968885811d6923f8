"""Real pictures, and what FFmpeg makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
from av.video.codeccontext import VideoCodecContext

from wall.model.stream import Codec

_ENCODERS = {Codec.H264: "libx264", Codec.H265: "libx265", Codec.MJPEG: "mjpeg"}
_DECODERS = {Codec.H264: "h264", Codec.H265: "hevc", Codec.MJPEG: "mjpeg"}
_QUIET = {
    Codec.H264: {"preset": "ultrafast"},
    Codec.H265: {"preset": "ultrafast", "x265-params": "log-level=none"},
    Codec.MJPEG: {"strict": "unofficial"},
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to encode: a few grey pictures."""

    codec: Codec
    width: int = 64
    height: int = 64
    sar: Fraction = Fraction(1)
    pixels: str = "yuv420p"
    options: tuple[tuple[str, str], ...] = ()
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What FFmpeg's decoder says of a stream."""

    width: int
    height: int
    sar: Fraction
    reorder: int


def encode(recipe: Recipe, count: int = 1) -> list[bytes]:
    """Return access units; the first one is a keyframe with its parameter sets."""
    context = av.CodecContext.create(_ENCODERS[recipe.codec], "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height, context.pix_fmt = recipe.width, recipe.height, recipe.pixels
    context.time_base = Fraction(1, 25)
    context.framerate = Fraction(25)
    context.sample_aspect_ratio = recipe.sar
    context.thread_count = 1
    context.options = {**_QUIET[recipe.codec], **dict(recipe.options)}
    if recipe.profile:
        context.profile = recipe.profile
    packets = [packet for number in range(count) for packet in context.encode(_grey(recipe, number))]
    return [bytes(packet) for packet in [*packets, *context.encode(None)]]


def _grey(recipe: Recipe, number: int) -> av.VideoFrame:
    frame = av.VideoFrame(recipe.width, recipe.height, recipe.pixels)
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    frame.pts = number
    return frame


def decoder_report(codec: Codec, units: list[bytes]) -> Report:
    """Return what the decoder knows after `units`; pictures that cannot be decoded do not matter."""
    context = av.CodecContext.create(_DECODERS[codec], "r")
    assert isinstance(context, VideoCodecContext)
    context.thread_count = 1
    for unit in units:
        _feed(context, av.Packet(unit))
    _feed(context, None)
    return Report(
        context.width,
        context.height,
        context.sample_aspect_ratio or Fraction(1),
        context.reorder_depth,
    )


def _feed(context: VideoCodecContext, packet: av.Packet[Any] | None) -> None:
    try:
        context.decode(packet)
    except av.FFmpegError:
        return
