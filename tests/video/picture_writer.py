"""The writing process of test_memory: pictures of one uniform value each, as fast as it can.

    picture_writer.py DESCRIPTOR WIDTH HEIGHT

Each byte of a picture is its number modulo `VALUES`. It is filled in many steps, so that one read too early shows.
Ends when its standard input does.
"""

from __future__ import annotations

import select
import sys

from wall.video.memory import PictureMemory, PictureWriter

VALUES = 251
_PIECES = 16


def fill(writer: PictureWriter) -> None:
    """Write and publish the next picture."""
    memory = writer.memory
    number = writer.begin()
    start, size = writer.offset(number), memory.width * memory.height * 4
    value = bytes([(writer.count + 1) % VALUES]) * (size // _PIECES)
    for piece in range(_PIECES):
        at = start + piece * len(value)
        memory.view[at : at + len(value)] = value
    writer.publish(number, memory.width, memory.height, memory.width * 4)


if __name__ == "__main__":
    descriptor, width, height = map(int, sys.argv[1:])
    picture_writer = PictureWriter(PictureMemory(descriptor, width, height))
    while not select.select([sys.stdin], [], [], 0)[0]:
        fill(picture_writer)
