"""FFmpeg's decoder for one stream, unit by unit, as careful as is wanted."""

from __future__ import annotations

import time
from collections.abc import Callable

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from wall.model.stream import Codec

_AV_NAMES = {Codec.H264: "h264", Codec.H265: "hevc", Codec.MJPEG: "mjpeg"}


class UnitDecoder:
    """FFmpeg's decoder, as careful as is wanted. On the thread."""

    def __init__(self, codec: Codec, *, strict: bool, coarse: bool) -> None:
        self._codec = codec
        self._conceals = not strict
        self._has_begun = False
        self._options = {"err_detect": "explode"} if strict else {}
        self._is_coarse = coarse
        self.hurries: Callable[[], bool] = lambda: False
        """Shall it be coarse till the next group?"""
        self.is_hurried = False
        """Is the present group decoded so?"""
        self._context: VideoCodecContext | None = None

    def decode(self, unit: bytes, arrived_s: float) -> list[VideoFrame]:
        """The pictures to be shown that come of a unit, stamped with when it came."""
        if not unit:
            return []  # Which FFmpeg would take for the end of the stream.
        packet = av.Packet(unit)
        packet.pts = round(arrived_s * 1e6)
        try:
            frames = self._opened().decode(packet)
        except av.FFmpegError:
            return []
        return [frame for frame in frames if self._is_fit(frame)]

    def begin_group(self, *, hurried: bool = False) -> None:
        """The next unit is a keyframe: what was left out in a hurry ends with the former group, or goes on."""
        self.hurries = lambda: hurried
        if self.is_hurried != (hurried and not self._is_coarse):
            self._context = None

    def _is_fit(self, frame: VideoFrame) -> bool:
        """Is it whole? A tolerant decoder also shows what it concealed, but not before there was one to build on."""
        self._has_begun = self._has_begun or not frame.is_corrupt
        return not frame.is_corrupt or (self._conceals and self._has_begun)

    def _opened(self) -> VideoCodecContext:
        if self._context is None:
            context = av.CodecContext.create(_AV_NAMES[self._codec], "r")
            assert isinstance(context, VideoCodecContext)
            context.thread_count = 1
            self.is_hurried = not self._is_coarse and self.hurries()
            is_filtered = not (self._is_coarse or self.is_hurried)
            context.options = self._options if is_filtered else {**self._options, "skip_loop_filter": "all"}
            self._context = context
        return self._context


def came_s(frame: VideoFrame) -> float:
    """When the unit of a picture came. Pictures may come out in another order than units go in."""
    return frame.pts / 1e6 if frame.pts is not None else time.monotonic()
