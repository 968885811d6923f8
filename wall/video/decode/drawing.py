"""Decoded frames of FFmpeg into picture memory."""

from __future__ import annotations

import ctypes

from av.video.frame import VideoFrame

from wall.video.memory import PictureWriter


def copy_picture(frame: VideoFrame, writer: PictureWriter, number: int) -> int:
    """Copy a BGRX frame, and tell its stride in the memory: as it is in the frame, if there is room for that.

    In one go, and without the interpreter's lock: row by row a small picture takes twice as long as to scale it, and a
    picture of a whole screen takes milliseconds.
    """
    plane, height = frame.planes[0], frame.height
    memory = ctypes.c_char.from_buffer(writer.memory.view)
    start = ctypes.addressof(memory) + writer.offset(number)
    if plane.line_size * height <= writer.memory.picture_bytes:
        ctypes.memmove(start, plane.buffer_ptr, plane.line_size * height)
        return plane.line_size
    row = frame.width * 4
    for line in range(height):
        ctypes.memmove(start + line * row, plane.buffer_ptr + line * plane.line_size, row)
    return row
