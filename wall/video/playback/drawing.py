"""Where a film's pictures go: a picture memory, and how large they are in it."""

from __future__ import annotations

import time

from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from wall.video.decode.drawing import copy_picture
from wall.video.decode.fit import fit
from wall.video.memory import PictureMemory, PictureWriter


class Drawing:
    """Pictures of a shape (width and height in square pixels), as large as there is room for."""

    def __init__(self, memory: PictureMemory, shape: tuple[int, int]) -> None:
        self.writer = PictureWriter(memory)
        self.width, self.height = fit(shape, (memory.width, memory.height))

    def draw(self, frame: VideoFrame) -> None:
        """Show one decoded picture. Takes some milliseconds."""
        small = VideoReformatter().reformat(
            frame, self.width, self.height, "bgra", interpolation=Interpolation.BILINEAR, threads=1
        )
        number = self.writer.begin()
        self.publish(number, copy_picture(small, self.writer, number))

    def publish(self, number: int, stride: int) -> None:
        """A picture has been written, with so many bytes a row."""
        self.writer.publish(number, self.width, self.height, stride)
        self.writer.saw_picture(time.monotonic())
