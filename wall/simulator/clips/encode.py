"""Encoding pictures as cameras do: constant bit rate, a keyframe every two seconds, no B-frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.plane import VideoPlane
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from wall.simulator.clips.clip import AccessUnit, Clip
from wall.simulator.clips.recipe import KEYFRAME_S, ClipRecipe
from wall.simulator.clips.strip import CELLS, Plane, stamp, strip_height

BENCH_NOISE_SIGMA = 4.5
"""Luma noise of the bench clip, tuned so that decoding costs what a camera's stream of that rate costs."""

_ENCODERS = {"h264": "libx264", "h265": "libx265"}


@dataclass(frozen=True, slots=True)
class Planes:
    """One picture in YUV 4:2:0, video range."""

    y: Plane
    u: Plane
    v: Plane


def planes_of(pictures: Iterable[Plane], size: tuple[int, int]) -> Iterator[Planes]:
    """RGB pictures of shape (height, width, 3) as YUV of another (width, height). The arrays are fresh each time."""
    convert = VideoReformatter()
    width, height = size
    for picture in pictures:
        rgb = VideoFrame.from_ndarray(picture, format="rgb24")
        yuv = convert.reformat(
            rgb,
            width,
            height,
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
            interpolation=Interpolation.AREA,
            threads=1,
        )
        yield Planes(*(_array(yuv, i) for i in range(3)))


def covered(width: int, height: int, count: int) -> Iterator[Planes]:
    """What a lens sees through a cloth: a soft grey, a little lighter towards one side."""
    row = np.linspace(70, 110, width).astype(np.uint8)
    chroma = np.full((height // 2, width // 2), 128, np.uint8)
    for _ in range(count):
        yield Planes(np.repeat(row[None, :], height, axis=0), chroma.copy(), chroma.copy())


def with_noise(pictures: Iterable[Planes], sigma: float, seed: int) -> Iterator[Planes]:
    """The same pictures with a sensor's noise in the luma: independent from picture to picture."""
    rng = np.random.default_rng(seed)
    for picture in pictures:
        noise = rng.standard_normal(picture.y.shape, dtype=np.float32) * sigma
        y = np.clip(picture.y + noise, 16, 235).astype(np.uint8)
        yield Planes(y, picture.u, picture.v)


def stamped(pictures: Iterable[Planes]) -> Iterator[Planes]:
    """The same pictures, each with its number in the strip."""
    for number, picture in enumerate(pictures):
        put_number(picture, number)
        yield picture


def put_number(picture: Planes, number: int) -> None:
    """Write a picture's number into its strip."""
    stamp(picture.y, number)
    height, width = picture.u.shape
    for chroma in (picture.u, picture.v):
        chroma[: -(-strip_height(height * 2) // 2), : -(-width * CELLS // 40)] = 128


def encode(pictures: Iterable[Planes], recipes: list[ClipRecipe]) -> list[Clip]:
    """The pictures as one clip for each recipe; the recipes share size and frame rate."""
    encoders = [_Encoder(recipe) for recipe in recipes]
    for number, picture in enumerate(pictures):
        frame = frame_of(picture, number)
        for encoder in encoders:
            encoder.add(frame)
    return [encoder.finish() for encoder in encoders]


class _Encoder:
    def __init__(self, recipe: ClipRecipe) -> None:
        self._recipe = recipe
        self._units: list[AccessUnit] = []
        self._context = encoder_of(recipe, _options(recipe))
        self._context.gop_size = recipe.fps * KEYFRAME_S

    def add(self, frame: VideoFrame | None) -> None:
        for packet in self._context.encode(frame):
            self._units.append(AccessUnit(bytes(packet), packet.is_keyframe))

    def finish(self) -> Clip:
        self.add(None)
        recipe = self._recipe
        return Clip(recipe.codec, recipe.width, recipe.height, recipe.fps, tuple(self._units))


def encoder_of(recipe: ClipRecipe, options: dict[str, str]) -> VideoCodecContext:
    """One thread of an encoder for such pictures at such a rate; nothing is said of keyframes."""
    context = av.CodecContext.create(_ENCODERS[recipe.codec], "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height = recipe.width, recipe.height
    context.pix_fmt = "yuv420p"
    context.time_base = Fraction(1, recipe.fps)
    context.framerate = Fraction(recipe.fps, 1)
    context.thread_count = 1
    context.bit_rate = recipe.kbit_s * 1000
    context.options = options
    return context


def _options(recipe: ClipRecipe) -> dict[str, str]:
    keyint = recipe.fps * KEYFRAME_S
    rate = {"maxrate": f"{recipe.kbit_s}k", "bufsize": f"{recipe.kbit_s}k"}
    if recipe.codec == "h264":
        params = f"keyint={keyint}:min-keyint={keyint}:scenecut=0:bframes=0:ref=3:sliced-threads=0"
        preset = "veryfast"
        if recipe.style == "bench":
            # A camera's encoder spends its rate on the noise too: it throws no small coefficients away.
            params, preset = f"{params}:no-dct-decimate=1:no-fast-pskip=1", "medium"
        return {**rate, "preset": preset, "profile": "main", "x264-params": params}
    params = (
        f"keyint={keyint}:min-keyint={keyint}:scenecut=0:bframes=0:open-gop=0:rc-lookahead=0:rd=1:"
        f"vbv-maxrate={recipe.kbit_s}:vbv-bufsize={recipe.kbit_s}:pools=none:frame-threads=1:info=0:log-level=none"
    )
    return {"preset": "ultrafast", "x265-params": params}


def frame_of(picture: Planes, number: int) -> VideoFrame:
    """A picture as the encoder takes it; `number` counts the time."""
    height, width = picture.y.shape
    frame = VideoFrame(width, height, "yuv420p")
    for plane, array in zip(frame.planes, (picture.y, picture.u, picture.v), strict=True):
        _rows(plane)[:, : array.shape[1]] = array
    frame.pts = number
    frame.colorspace = Colorspace.ITU709
    frame.color_range = ColorRange.MPEG
    return frame


def _array(frame: VideoFrame, index: int) -> Plane:
    plane = frame.planes[index]
    return _rows(plane)[:, : plane.width].copy()


def _rows(plane: VideoPlane) -> Plane:
    """The plane's memory itself, with its padding."""
    flat: Plane = np.frombuffer(memoryview(plane), np.uint8)
    return flat.reshape(-1, plane.line_size)
