"""Decoded frames of FFmpeg into picture memory."""

from __future__ import annotations

import ctypes

from av.video.frame import VideoFrame

from wall.video.memory import PictureWriter


def copy_picture(frame: VideoFrame, writer: PictureWriter, number: int) -> None:
    """Copy a BGRX frame without the interpreter's lock: a picture of a whole screen takes milliseconds."""
    plane = frame.planes[0]
    row = frame.width * 4
    memory = ctypes.c_char.from_buffer(writer.memory.view)
    start = ctypes.addressof(memory) + writer.offset(number)
    if plane.line_size == row:
        ctypes.memmove(start, plane.buffer_ptr, row * frame.height)
        return
    for line in range(frame.height):
        ctypes.memmove(start + line * row, plane.buffer_ptr + line * plane.line_size, row)
