"""Pictures of FFmpeg's decoder, scaled straight into picture memory.

Streams that are alike are scaled with the same tables: what one has just used is still in the processor's cache when
the next one comes.

PyAV's reformatter gives a new frame each time. That is memory which the system has to clear for each picture, and a
copy: together as much as the scaling itself. So libswscale is called here with the place where the picture belongs, by
the few functions that have not changed for ten years. Where it is not found, the reformatter does it.
"""

from __future__ import annotations

import ctypes
from collections import OrderedDict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import av
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from wall.video.decode.drawing import copy_picture
from wall.video.memory import PictureWriter, row_bytes

_FAST_BILINEAR = 1  # swscale.h
_COLOURS = "yuv", "nv"
_UNSPECIFIED, _FULL_RANGE = 2, 2  # AVCOL_SPC_UNSPECIFIED, AVCOL_RANGE_JPEG
_ONE = 1 << 16
"""Contrast and saturation as they are, in 16.16."""
_PLANES = 4
_MOST_SHAPES = 16
"""A wall has two or three."""

_Pointers, _Sizes = ctypes.c_void_p * _PLANES, ctypes.c_int * _PLANES


class Scaler:
    """Scales pictures to BGRX, of whatever streams. One thread at a time."""

    def __init__(self) -> None:
        self._library = _library()
        self._reformatter = VideoReformatter()
        self._contexts: OrderedDict[tuple[object, ...], int | None] = OrderedDict()
        """The one used last comes last."""

    def scale(self, frame: VideoFrame, width: int, height: int, writer: PictureWriter, number: int) -> int:
        """Write it as picture `number` of a memory that has room for so many pixels; its stride there.

        av.FFmpegError for a format that cannot be drawn.
        """
        context = self._context(frame, width, height) if self._library is not None else None
        if self._library is None or context is None:
            return self._reformat(frame, width, height, writer, number)
        memory = ctypes.c_char.from_buffer(writer.memory.view)
        start, stride = ctypes.addressof(memory) + writer.offset(number), row_bytes(width)
        planes = frame.planes
        self._library.sws_scale(
            context,
            _Pointers(*(plane.buffer_ptr for plane in planes)),
            _Sizes(*(plane.line_size for plane in planes)),
            0,
            frame.height,
            _Pointers(start),
            _Sizes(stride),
        )
        return stride

    def _reformat(self, frame: VideoFrame, width: int, height: int, writer: PictureWriter, number: int) -> int:
        small = self._reformatter.reformat(
            frame, width, height, "bgra", interpolation=Interpolation.FAST_BILINEAR, threads=1
        )
        return copy_picture(small, writer, number)

    def _context(self, frame: VideoFrame, width: int, height: int) -> int | None:
        """What libswscale needs for such pictures; None where it is not to be had."""
        shape = (frame.width, frame.height, frame.format.name, frame.colorspace, frame.color_range, width, height)
        if shape in self._contexts:
            self._contexts.move_to_end(shape)
        else:
            self._contexts[shape] = _made(self._library, frame, width, height) if self._library else None
            if len(self._contexts) > _MOST_SHAPES:
                self._free(self._contexts.popitem(last=False)[1])
        return self._contexts[shape]

    def _free(self, context: int | None) -> None:
        if context is not None and self._library is not None:
            self._library.sws_freeContext(context)

    def __del__(self) -> None:
        for context in self._contexts.values():
            self._free(context)


def _made(library: ctypes.CDLL, frame: VideoFrame, width: int, height: int) -> int | None:
    if not frame.format.name.startswith(_COLOURS):
        return None  # What is grey goes another way in there, with another range.
    source, shown = (library.av_get_pix_fmt(name.encode()) for name in (frame.format.name, "bgra"))
    context: int | None = library.sws_getContext(
        frame.width, frame.height, source, width, height, shown, _FAST_BILINEAR, None, None, None
    )
    if context is not None:
        is_full = int(frame.color_range) == _FULL_RANGE or frame.format.name.startswith("yuvj")
        colours = library.sws_getCoefficients(int(frame.colorspace))
        plain = library.sws_getCoefficients(_UNSPECIFIED)
        library.sws_setColorspaceDetails(context, colours, is_full, plain, 1, 0, _ONE, _ONE)
    return context


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL | None:
    """The libswscale that PyAV brought along, and uses; None where it uses another."""
    for path in _places():
        try:
            return _declared(ctypes.CDLL(str(path)))
        except (OSError, AttributeError):
            continue
    return None


def _places() -> Iterator[Path]:
    package = Path(av.__file__).parent
    for folder in (package.with_name("av.libs"), package / ".dylibs"):
        yield from folder.glob("*swscale*")


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    pointer, number = ctypes.c_void_p, ctypes.c_int
    library.av_get_pix_fmt.restype, library.av_get_pix_fmt.argtypes = number, [ctypes.c_char_p]
    library.sws_getContext.restype = pointer
    library.sws_getContext.argtypes = [*[number] * 7, pointer, pointer, pointer]
    library.sws_getCoefficients.restype, library.sws_getCoefficients.argtypes = pointer, [number]
    library.sws_setColorspaceDetails.argtypes = [pointer, pointer, number, pointer, number, number, number, number]
    library.sws_scale.argtypes = [pointer, pointer, pointer, number, number, pointer, pointer]
    library.sws_freeContext.restype, library.sws_freeContext.argtypes = None, [pointer]
    return library
