"""Reading the camera's RTCP and writing ours (RFC 3550, section 6). No I/O."""

from __future__ import annotations

import struct
from collections.abc import Callable

from wall.video.rtsp.rtp import RtpStream

_NTP_TO_UNIX_S = 2_208_988_800
_SENDER_REPORT, _RECEIVER_REPORT, _DESCRIPTION, _BYE = 200, 201, 202, 203
_SMOOTHED = 8
_STEP_S = 1.0


class ClockOffset:
    """Smooths the camera's clock minus ours; follows a step (someone sets the camera's clock) at once."""

    __slots__ = ("_count", "offset_s")

    def __init__(self) -> None:
        self.offset_s = 0.0
        self._count = 0

    def take(self, offset_s: float) -> float:
        """Take one measurement and return the smoothed offset, in seconds."""
        if abs(offset_s - self.offset_s) > _STEP_S:
            self._count = 0
        self._count = min(self._count + 1, _SMOOTHED)
        self.offset_s += (offset_s - self.offset_s) / self._count
        return self.offset_s


class RtcpReceiver:
    """Takes the RTCP packets of one stream, and reports how well the stream is received."""

    def __init__(
        self,
        stream: RtpStream,
        our_source: int,
        wall_clock: Callable[[], float],
        clock_offset: Callable[[float], None],
        ended: Callable[[], None],
    ) -> None:
        """`clock_offset` is called at each sender report, `ended` when the camera says goodbye."""
        self._stream = stream
        self._our_source = our_source
        self._wall_clock = wall_clock
        self._clock_offset = clock_offset
        self._ended = ended
        self._offset = ClockOffset()
        self._last_report = 0
        self._last_report_s = 0.0
        self._reported = (0, 0)
        stream.control = self.packet

    def packet(self, memory: memoryview, start: int, end: int) -> None:
        """Take one compound packet; what does not make sense in it is passed over."""
        while start + 8 <= end and memory[start] >> 6 == 2:
            kind = memory[start + 1]
            stop = start + 4 + 4 * (memory[start + 2] << 8 | memory[start + 3])
            if stop > end:
                return
            if kind == _SENDER_REPORT and stop - start >= 28:
                self._sender_report(memory, start)
            elif kind == _BYE:
                self._ended()  # the channel carries this one stream: whoever says goodbye means it
            start = stop

    def report(self) -> bytes:
        """Return a receiver report with a description of the source, as a compound packet must have (6.1)."""
        name = b"citywall"
        described = struct.pack("!IBB", self._our_source, 1, len(name)) + name
        described += bytes(4 - len(described) % 4)
        head = struct.pack("!BBH", 0x81, _DESCRIPTION, len(described) // 4)
        return self._receiver_report() + head + described

    def _sender_report(self, memory: memoryview, start: int) -> None:
        source, seconds, fraction = struct.unpack_from("!III", memory, start + 4)
        if source != self._stream.source or not seconds:
            return
        now_s = self._wall_clock()
        self._last_report = (seconds & 0xFFFF) << 16 | fraction >> 16
        self._last_report_s = now_s
        camera_s = seconds + fraction / 2**32 - _NTP_TO_UNIX_S
        self._clock_offset(self._offset.take(camera_s - now_s))

    def _receiver_report(self) -> bytes:
        stream = self._stream
        if stream.source < 0:
            return struct.pack("!BBHI", 0x80, _RECEIVER_REPORT, 1, self._our_source)
        lost = stream.lost - self._reported[0]
        received = stream.received - self._reported[1]
        self._reported = (stream.lost, stream.received)
        share = lost * 256 // max(1, lost + received)
        since = self._wall_clock() - self._last_report_s if self._last_report else 0.0
        return struct.pack(
            "!BBHIIIIIII",
            0x81,
            _RECEIVER_REPORT,
            7,
            self._our_source,
            stream.source,
            min(share, 255) << 24 | min(stream.lost, 0x7FFFFF),
            stream.highest & 0xFFFFFFFF,
            min(int(stream.jitter), 0xFFFFFFFF),
            self._last_report,
            min(max(0, int(since * 65536)), 0xFFFFFFFF),
        )
