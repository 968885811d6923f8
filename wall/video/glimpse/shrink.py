"""Makes small pictures of large ones. Pure, but slow; never more pixels than a camera can have."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from hashlib import blake2b

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from PIL import Image

from wall.model.errors import MalformedReplyError, UnsupportedError
from wall.model.stream import Codec
from wall.model.tile import Cause
from wall.video.decode.blank import is_blank
from wall.video.decode.fit import fit
from wall.video.headers import picture_size

MOST_PIXELS = 40_000_000
"""The largest cameras have 32 million."""
MOST_PROGRESSIVE_PIXELS = 8_000_000
"""A picture in many passes is kept whole in memory, and each pass may go over all of it."""
_JPEG_BEGINS, _SCAN_BEGINS = b"\xff\xd8", b"\xff\xda"
_AV_NAMES = {Codec.H264: "h264", Codec.H265: "hevc"}

Box = tuple[int, int]
"""The width and height that a small picture may have at most."""


@dataclass(frozen=True, slots=True)
class Small:
    """A small picture, BGRX without gaps."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


def digest_of(data: bytes) -> str:
    """The same for what a camera has sent twice. What stands before a JPEG's picture does not count: times, names…"""
    scan = data.find(_SCAN_BEGINS) if data.startswith(_JPEG_BEGINS) else 0
    return blake2b(memoryview(data)[max(0, scan) :], digest_size=16).hexdigest()


def shrink_jpeg(data: bytes, box: Box) -> Small:
    """Of a whole JPEG. MalformedReplyError where it is none or breaks off, UnsupportedError where it is too large."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            _check(image)
            size = _fitting(image.size, box)
            image.draft("RGB", size)
            return _small(image.convert("RGB"), size)
    except (OSError, ValueError, SyntaxError, IndexError) as error:
        raise MalformedReplyError(f"no JPEG: {type(error).__name__}", cause=Cause.NOT_VIDEO) from None
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnsupportedError("no memory for so large a picture", cause=Cause.OVERSIZE) from None


def shrink_pixels(pixels: bytes, size: tuple[int, int], stride: int, box: Box) -> Small:
    """Of a picture that is decoded already: BGRX, `stride` bytes a row."""
    image = Image.frombuffer("RGB", size, pixels, "raw", "BGRX", stride, 1)
    return _small(image, _fitting(size, box))


def shrink_unit(codec: Codec, unit: bytes, box: Box) -> Small:
    """Of a keyframe with its parameter sets. MalformedReplyError where nothing whole can be decoded."""
    if codec is Codec.MJPEG:
        return shrink_jpeg(unit, box)
    told = picture_size(codec, unit)
    if told is not None and told.width * told.height > MOST_PIXELS:
        raise UnsupportedError(f"{told.width}x{told.height} pixels", cause=Cause.OVERSIZE)
    try:
        frame = _decoded(codec, unit)
        shape = told.display_size() if told else (frame.width, frame.height)
        return _scaled(frame, _fitting(shape, box))
    except (av.FFmpegError, MemoryError, ValueError) as error:
        raise MalformedReplyError(f"a keyframe: {type(error).__name__}", cause=Cause.DAMAGED) from None


def _check(image: Image.Image) -> None:
    most = MOST_PROGRESSIVE_PIXELS if image.info.get("progressive") else MOST_PIXELS
    if image.width * image.height > most:
        raise UnsupportedError(f"{image.width}x{image.height} pixels", cause=Cause.OVERSIZE)


def _fitting(size: tuple[int, int], box: Box) -> tuple[int, int]:
    """Inside the box with its own proportions, and no larger than it is."""
    width, height = fit(size, box)
    return (width, height) if width <= size[0] else size


def _small(image: Image.Image, size: tuple[int, int]) -> Small:
    if image.size != size:
        image = image.resize(size, Image.Resampling.BOX)
    return Small(*size, image.tobytes("raw", "BGRX"))


def _decoded(codec: Codec, unit: bytes) -> VideoFrame:
    context = av.CodecContext.create(_AV_NAMES[codec], "r")
    assert isinstance(context, VideoCodecContext)
    context.thread_count = 1
    context.options = {"skip_loop_filter": "all"}
    frames = [*context.decode(av.Packet(unit)), *context.decode(None)]
    whole = next((frame for frame in frames if not frame.is_corrupt), None)
    if whole is None:
        raise ValueError("nothing whole")
    return whole


def _scaled(frame: VideoFrame, size: tuple[int, int]) -> Small:
    scaled = VideoReformatter().reformat(frame, *size, "bgra", interpolation=Interpolation.AREA, threads=1)
    plane, row = scaled.planes[0], size[0] * 4
    with memoryview(plane) as lines:
        pixels = b"".join(lines[at : at + row] for at in range(0, plane.line_size * size[1], plane.line_size))
    if is_blank(memoryview(pixels).cast("I"), *size):
        raise ValueError("an empty picture")
    return Small(*size, pixels)
