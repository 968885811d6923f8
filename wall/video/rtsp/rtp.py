"""From RTP packets to access units (RFC 3550). No I/O; the busiest file of the room, written for speed.

A packet is a position in memory that belongs to someone else; only its payload is copied, once, into the unit
that is being put together. A unit ends with the marker bit, or when the timestamp changes without one.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import Struct

from wall.model.errors import MalformedReplyError, UnreachableError
from wall.model.tile import Cause
from wall.video.rtsp.depacketize import Depacketizer
from wall.video.rtsp.interleaved import PacketHandler
from wall.video.rtsp.units import AccessUnit

_HEADER = Struct("!BBHII")
_WORD = Struct("!H")
_MAX_DROPOUT = 3000
_MAX_MISORDER = 100
_NO_PACKET = -1


class RtpStream:
    """Receives one RTP stream in order and delivers its access units.

    `heard_s` is when the last packet came (monotonic). The counters are for receiver reports (RFC 3550, A.3
    and A.8).
    """

    __slots__ = (
        "_clock",
        "_clock_rate",
        "_cycles",
        "_damaged",
        "_depacketizer",
        "_lost_before",
        "_max_unit",
        "_next",
        "_odd",
        "_open",
        "_other_types",
        "_payload_type",
        "_restart",
        "_timestamp",
        "_transit",
        "_unwrapped",
        "control",
        "deliver",
        "heard_s",
        "jitter",
        "lost",
        "received",
        "source",
    )

    def __init__(
        self,
        depacketizer: Depacketizer,
        payload_type: int,
        other_types: frozenset[int],
        clock_rate: int,
        max_unit: int,
        clock: Callable[[], float],
        deliver: Callable[[AccessUnit], None],
    ) -> None:
        """`deliver` takes the units; `clock` is monotonic. RTCP packets among the RTP go to `control`."""
        self.deliver = deliver
        self.control: PacketHandler = _ignore
        self._clock = clock
        self._depacketizer = depacketizer
        self._payload_type = payload_type
        self._other_types = other_types
        self._clock_rate = clock_rate
        self._max_unit = max_unit
        self._next = self._timestamp = self._restart = self.source = -1
        self._open = self._damaged = False
        self._odd = (-1, -1)
        self._lost_before = self._unwrapped = self._cycles = 0
        self._transit: float | None = None
        self.received = self.lost = 0
        self.jitter = self.heard_s = 0.0

    @property
    def highest(self) -> int:
        """The highest sequence number so far, extended by its cycles."""
        return (self._cycles << 16) + self._next - 1

    def packet(self, memory: memoryview, start: int, end: int) -> None:
        """Take one packet.

        Raises UnreachableError (ENDED) when the camera changed its format, MalformedReplyError (OVERSIZE)
        when a picture does not end.
        """
        if end - start < 12:
            return
        first, second, sequence, timestamp, source = _HEADER.unpack_from(memory, start)
        payload = start + 12
        if first != 0x80:
            payload, end = _payload_between(memory, start, end)
            if payload == _NO_PACKET:
                return
        if second & 0x7F != self._payload_type:
            self._other_type(memory, start, end, second)
            return
        if (sequence != self._next or source != self.source) and not self._jump(sequence, timestamp, source):
            return
        self._next = sequence + 1 & 0xFFFF
        if not self._next:
            self._cycles += 1
        self.received += 1
        self.heard_s = self._clock()
        if timestamp != self._timestamp:
            self._new_timestamp(timestamp)
        if payload < end:
            self._open = True
            if not self._depacketizer.add(memory, payload, end):
                self._damaged = True
            if len(self._depacketizer.unit) > self._max_unit:
                raise MalformedReplyError("a picture has no end", cause=Cause.OVERSIZE)
        if second & 0x80 and self._open:
            self._finish()

    def _finish(self) -> None:
        """Deliver the unit, unless it has no picture yet: some cameras end parameter sets with a marker."""
        if not self._depacketizer.has_picture:
            return
        data, keyframe = self._depacketizer.take()
        media_s = self._unwrapped / self._clock_rate
        unit = AccessUnit(data, media_s, self.heard_s, keyframe, self._damaged, self._lost_before)
        self._open = self._damaged = False
        self._lost_before = 0
        self.deliver(unit)

    def _new_timestamp(self, timestamp: int) -> None:
        if self._open:
            self._finish()
        if self._timestamp < 0:
            self._unwrapped = timestamp
        else:
            self._unwrapped += (timestamp - self._timestamp + 0x80000000 & 0xFFFFFFFF) - 0x80000000
        self._timestamp = timestamp
        transit = self.heard_s * self._clock_rate - self._unwrapped
        if self._transit is not None:
            self.jitter += (abs(transit - self._transit) - self.jitter) / 16
        self._transit = transit

    def _jump(self, sequence: int, timestamp: int, source: int) -> bool:
        """Judge a packet that is not the one expected. Return whether to take it (RFC 3550, A.1)."""
        if self._next < 0:
            self.source = source
            return True
        missing = sequence - self._next & 0xFFFF
        if source != self.source:
            self.source = source
        elif missing < _MAX_DROPOUT:
            self.lost += missing
            self._lost_before += missing
            self._cycles += sequence < self._next
        elif missing >= 0x10000 - _MAX_MISORDER:
            return False  # late, or sent twice
        elif sequence != self._restart:
            self._restart = sequence + 1 & 0xFFFF  # two in a row are a new beginning, one is rubbish
            return False
        self._gap(timestamp)
        return True

    def _gap(self, timestamp: int) -> None:
        """Mark what lacks packets: the open unit, and the next one where no marker says which it is."""
        self._damaged = True
        self._depacketizer.gap()
        if timestamp != self._timestamp and self._open:
            self._finish()
            self._damaged = True

    def _other_type(self, memory: memoryview, start: int, end: int, second: int) -> None:
        payload_type = second & 0x7F
        if 192 <= second <= 223:  # RTCP multiplexed with RTP (RFC 5761)
            self.control(memory, start, end)
        elif payload_type not in self._other_types:
            if self._odd == (payload_type, self.received):
                raise UnreachableError("the camera changed its video format", cause=Cause.ENDED)
            self._odd = (payload_type, self.received)


def _ignore(memory: memoryview, start: int, end: int) -> None:
    """Stand in until someone listens."""


def _payload_between(memory: memoryview, start: int, end: int) -> tuple[int, int]:
    """Find the payload behind contributing sources and extension, before padding (RFC 3550, 5.1)."""
    first = memory[start]
    if first >> 6 != 2:
        return _NO_PACKET, end
    payload = start + 12 + 4 * (first & 0x0F)
    if first & 0x10:
        if payload + 4 > end:
            return _NO_PACKET, end
        payload += 4 + 4 * int(_WORD.unpack_from(memory, payload + 2)[0])
    if first & 0x20:
        end -= memory[end - 1]
    return (payload, end) if payload <= end else (_NO_PACKET, end)
