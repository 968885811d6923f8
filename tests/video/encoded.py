"""Pictures drawn and encoded for a test: units as a camera sends them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

from wall.model.stream import Codec

Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]

RED, GREEN, BLUE, WHITE = (210, 30, 30), (30, 180, 30), (30, 30, 210), (235, 235, 235)
QUARTERS = (RED, GREEN, BLUE, WHITE)
"""Top left, top right, bottom left, bottom right."""

GREYS = 30
_GREY_STEP = 7

_ENCODERS = {Codec.H264: "libx264", Codec.H265: "libx265", Codec.MJPEG: "mjpeg"}
_PIXELS = {Codec.H264: "yuv420p", Codec.H265: "yuv420p", Codec.MJPEG: "yuvj420p"}
_OPTIONS = {
    Codec.H264: {"tune": "zerolatency", "x264-params": "scenecut=0"},
    Codec.H265: {
        "tune": "zerolatency",
        "x265-params": "log-level=none:repeat-headers=1:scenecut=0:frame-threads=1:pools=none",
    },
    Codec.MJPEG: {"strict": "unofficial"},
}


def quarters(width: int, height: int, number: int = 0, colours: Sequence[Colour] = QUARTERS) -> Pixels:
    """Four coloured quarters, and between them a small black square that moves with `number`."""
    picture = np.empty((height, width, 3), np.uint8)
    middle, half = height // 2, width // 2
    picture[:middle, :half], picture[:middle, half:] = colours[0], colours[1]
    picture[middle:, :half], picture[middle:, half:] = colours[2], colours[3]
    size = height // 8
    left = number * 16 % (width - size)
    picture[middle - size // 2 : middle + size // 2, left : left + size] = 0
    return picture


def encode(
    codec: Codec,
    pictures: Sequence[Pixels],
    *,
    keyframe_every: int = 15,
    aspect: Fraction = Fraction(1),
    preset: str = "ultrafast",
    bit_rate: int = 4_000_000,
) -> list[bytes]:
    """One unit a picture, each keyframe with its parameter sets. `aspect` is that of a pixel."""
    context = av.CodecContext.create(_ENCODERS[codec], "w")
    assert isinstance(context, VideoCodecContext)
    context.height, context.width = pictures[0].shape[:2]
    context.pix_fmt = _PIXELS[codec]
    context.framerate = Fraction(15)
    context.time_base = Fraction(1, 15)
    context.sample_aspect_ratio = aspect
    context.thread_count = 1
    context.bit_rate = bit_rate
    context.gop_size = keyframe_every
    context.options = _OPTIONS[codec] if codec is Codec.MJPEG else {**_OPTIONS[codec], "preset": preset}
    packets = []
    for number, pixels in enumerate(pictures):
        frame = av.VideoFrame.from_ndarray(pixels, "rgb24").reformat(format=_PIXELS[codec])
        frame.pts = number
        packets += context.encode(frame)
    return [bytes(packet) for packet in [*packets, *context.encode(None)]]


@lru_cache(maxsize=16)
def moving(codec: Codec, width: int = 320, height: int = 180, count: int = 30) -> tuple[bytes, ...]:
    """Coloured quarters with something that moves, a keyframe in fifteen."""
    return tuple(encode(codec, [quarters(width, height, number) for number in range(count)]))


def grey(number: int, width: int = 320, height: int = 180) -> Pixels:
    """A picture that tells its number, up to `GREYS`, by its brightness."""
    return np.full((height, width, 3), 16 + number * _GREY_STEP, np.uint8)


def grey_number(level: int) -> int:
    """Which grey picture has this brightness."""
    return round((level - 16) / _GREY_STEP)


@lru_cache(maxsize=4)
def greys(codec: Codec) -> tuple[bytes, ...]:
    """All the grey pictures in their order, the first alone a keyframe."""
    return tuple(encode(codec, [grey(number) for number in range(GREYS)], keyframe_every=GREYS))


def damaged(unit: bytes, seed: int = 1) -> bytes:
    """The unit with a byte in twenty changed, behind its headers."""
    chance = random.Random(seed)
    start = max(len(unit) // 4, 40)
    return unit[:start] + bytes(chance.randrange(256) if chance.random() < 0.05 else byte for byte in unit[start:])


@lru_cache(maxsize=2)
def colour_bars(codec: Codec) -> tuple[bytes, ...]:
    """Five standing pictures of coloured quarters with enough detail in them to be damaged, each a unit."""
    chance = np.random.default_rng(1)
    pictures = []
    for _ in range(5):
        noise = chance.integers(-8, 9, (180, 320, 1))
        pictures.append((quarters(320, 180).astype(np.int16) + noise).clip(0, 255).astype(np.uint8))
    return tuple(encode(codec, pictures))
