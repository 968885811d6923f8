"""From kept units to pictures, each with the moment that it shows. On the replay thread."""

from __future__ import annotations

import heapq
import math
from typing import NamedTuple

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from wall.model.stream import Codec
from wall.video.buffer import KeptUnit
from wall.video.headers import picture_size

_AV_NAMES = {Codec.H264: "h264", Codec.H265: "hevc", Codec.MJPEG: "mjpeg"}
_MOST_HELD = 16
"""No stream reorders more pictures."""


class Shot(NamedTuple):
    """A decoded picture, the moment that it shows, and its size in square pixels."""

    frame: VideoFrame
    at_s: float
    shape: tuple[int, int]


class Pictures:
    """Decodes tolerantly: what is damaged is shown as far as it goes, once there was something whole.

    Where the camera sends pictures in another order than it shows them, their times are put into the order in which
    they are shown.
    """

    def __init__(self) -> None:
        self._codec: Codec | None = None
        self._context: VideoCodecContext | None = None
        self._has_begun = False
        self._held: list[float] = []
        """When those units came whose pictures are not out yet."""
        self._shape: tuple[int, int] | None = None

    def begin(self) -> None:
        """What comes next has nothing to do with what came before."""
        self._context = None
        self._has_begun = False
        self._held.clear()

    def decode(self, unit: KeptUnit) -> list[Shot]:
        """What comes out with one more unit."""
        if unit.codec is not self._codec or (not unit.follows and unit.is_entry):
            self.begin()
        self._codec = unit.codec
        if unit.keyframe:
            self._note_shape(unit)
        if not unit.data:
            return []  # Which FFmpeg would take for the end of the stream.
        packet = av.Packet(unit.data)
        packet.pts = round(unit.arrived_s * 1e6)
        context = self._opened()
        heapq.heappush(self._held, unit.arrived_s)
        try:
            frames = context.decode(packet)
        except av.FFmpegError:
            frames = []
        return [self._shot(frame) for frame in frames if self._is_fit(frame)]

    def held_back_s(self) -> float:
        """Which moment the next picture shows that is still inside, because the camera sends them out of order;
        infinity where none is.
        """
        reorders = self._context is not None and self._context.has_b_frames
        return self._held[0] if reorders and self._held else math.inf

    def _shot(self, frame: VideoFrame) -> Shot:
        return Shot(frame, self._shown_s(frame), self._shape or (frame.width, frame.height))

    def _shown_s(self, frame: VideoFrame) -> float:
        came_s = frame.pts / 1e6 if frame.pts is not None else self._held[0]
        if self._context is None or not self._context.has_b_frames:
            self._held.clear()
            return came_s
        while len(self._held) > _MOST_HELD:  # Units of which nothing came.
            heapq.heappop(self._held)
        return heapq.heappop(self._held) if self._held else came_s

    def _is_fit(self, frame: VideoFrame) -> bool:
        self._has_begun = self._has_begun or not frame.is_corrupt
        return self._has_begun

    def _note_shape(self, unit: KeptUnit) -> None:
        size = picture_size(unit.codec, unit.data)
        self._shape = size.display_size() if size is not None else self._shape

    def _opened(self) -> VideoCodecContext:
        if self._context is None:
            assert self._codec is not None
            context = av.CodecContext.create(_AV_NAMES[self._codec], "r")
            assert isinstance(context, VideoCodecContext)
            context.thread_count = 1
            self._context = context
        return self._context
