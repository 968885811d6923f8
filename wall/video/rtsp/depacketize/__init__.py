"""From RTP payloads to the bytes of one picture: one file a format, none of them does I/O.

A depacketizer copies each payload once, to the end of `unit`. It knows nothing of sequence numbers or
timestamps: the RTP stream tells it of a gap, and when the picture is complete.
"""

from __future__ import annotations

from typing import Protocol

from wall.model.stream import Codec
from wall.video.rtsp.depacketize.h264 import H264Depacketizer
from wall.video.rtsp.depacketize.h265 import H265Depacketizer
from wall.video.rtsp.depacketize.jpeg import JpegDepacketizer
from wall.video.rtsp.sdp import VideoMedia

__all__ = ["Depacketizer", "depacketizer_for"]


class Depacketizer(Protocol):
    """Puts one picture together in `unit`; `has_picture` once there is more than parameter sets."""

    unit: bytearray
    has_picture: bool

    def add(self, memory: memoryview, start: int, end: int) -> bool:
        """Take the next payload (never empty). Return False when it makes no sense or lacks its beginning."""

    def gap(self) -> None:
        """Take notice that packets are missing before the next payload."""

    def take(self) -> tuple[bytes, bool]:
        """Return the picture and whether decoding can begin with it, and start anew."""


def depacketizer_for(media: VideoMedia) -> Depacketizer:
    """Make the depacketizer for a video's format."""
    if media.codec is Codec.H264:
        return H264Depacketizer()
    if media.codec is Codec.H265:
        return H265Depacketizer(media.donl)
    return JpegDepacketizer(media.size)
