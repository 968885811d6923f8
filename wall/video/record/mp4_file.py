"""Fragmented MP4 (ISO/IEC 14496-12), units as they came: nothing is decoded, nothing encoded.

Everything that a player needs stands at the beginning, and what follows are fragments of a second that each stand for
themselves: a file that breaks off anywhere plays up to its last whole fragment.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction

import av

from wall.model.stream import Codec
from wall.video.record.out_file import OutFile
from wall.video.record.shape import Shape
from wall.video.record.stamps import TICKS_S

_AV_NAMES = {Codec.H264: "h264", Codec.H265: "hevc", Codec.MJPEG: "mjpeg"}
_FRAGMENT_US = 1_000_000
_TIME_BASE = Fraction(1, TICKS_S)
_SOME_SIZE = (640, 360)
"""Where a camera's own is unknown: only a hint, but the format wants one."""


class Mp4File:
    """Writes units of one shape. Blocks; OSError where the disk fails, av.FFmpegError for what is no video."""

    def __init__(self, file: OutFile, shape: Shape, about: Mapping[str, str]) -> None:
        """`about` is kept in the file: title, comment, creation_time."""
        self._file = file
        self._is_jpeg = shape.codec is Codec.MJPEG
        # Each JPEG is a keyframe: a fragment for each would be a tenth more of everything.
        flags = "empty_moov+default_base_moof" + ("" if self._is_jpeg else "+frag_keyframe")
        options = {"movflags": flags, "frag_duration": str(_FRAGMENT_US), "flush_packets": "1"}
        self._container = av.open(file, "w", format="mp4", container_options=options)
        self._container.metadata.update(about)
        width, height = (shape.width, shape.height) if shape.width else _SOME_SIZE
        self._stream = self._container.add_mux_stream(
            _AV_NAMES[shape.codec], width=width, height=height, time_base=_TIME_BASE
        )

    def write(self, unit: bytes, shown: int, decoded: int, *, keyframe: bool) -> None:
        """One more unit, with its stamps. The first one must begin with the parameter sets."""
        packet = av.Packet(unit)
        packet.stream, packet.time_base = self._stream, _TIME_BASE
        packet.pts, packet.dts = shown, decoded
        packet.is_keyframe = keyframe or self._is_jpeg
        self._container.mux(packet)

    def close(self) -> None:
        """Write what is left, and close the file."""
        try:
            self._container.close()
        finally:
            self._file.close()

    def abandon(self) -> None:
        """Let go without writing any more: the disk has failed."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError, av.FFmpegError):
            self._container.close()
