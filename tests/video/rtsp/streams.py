"""An RTP stream under test, with a clock that stands unless a test moves it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.video.rtsp.packets import VIDEO
from wall.video.rtsp.depacketize import Depacketizer
from wall.video.rtsp.depacketize.h264 import H264Depacketizer
from wall.video.rtsp.rtp import RtpStream
from wall.video.rtsp.units import AccessUnit


@dataclass
class Stream:
    """Packets in, units out."""

    depacketizer: Depacketizer = field(default_factory=H264Depacketizer)
    other_types: frozenset[int] = frozenset()
    max_unit: int = 1 << 20
    now_s: float = 100.0
    units: list[AccessUnit] = field(default_factory=list)
    control: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rtp = RtpStream(
            self.depacketizer, VIDEO, self.other_types, 90000, self.max_unit, self._clock, self.units.append
        )
        self.rtp.control = lambda memory, start, end: self.control.append(bytes(memory[start:end]))

    def feed(self, *packets: bytes) -> Stream:
        """Bring packets, each in the middle of some memory."""
        for packet in packets:
            memory = memoryview(bytearray(b"before" + packet + b"after"))
            self.rtp.packet(memory, 6, 6 + len(packet))
        return self

    @property
    def pictures(self) -> list[bytes]:
        """The bytes of the units."""
        return [unit.data for unit in self.units]

    def _clock(self) -> float:
        return self.now_s
