"""What a reception hands on: access units, what they are, and who takes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from wall.model.sound import SoundCodec
from wall.model.stream import Codec, Transport

Info = TypeVar("Info", contravariant=True)


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """What is being received. `parameter_sets` are Annex B, from the SDP, and may be empty."""

    codec: Codec
    clock_rate: int
    parameter_sets: bytes = field(repr=False)
    transport: Transport


@dataclass(frozen=True, slots=True)
class SoundInfo:
    """What sound is being received."""

    codec: SoundCodec
    clock_rate: int
    transport: Transport


@dataclass(frozen=True, slots=True)
class AccessUnit:
    """All NAL units of one picture, each with a start code (Annex B); for MJPEG one whole JPEG file; of sound
    the G.711 samples of one packet, or AAC frames, each with an ADTS header.

    `media_s` is the RTP timestamp, unwrapped, over the clock rate: of this stream only, and presentation time
    (pictures that are shown in another order than they are sent have it jump). `arrived_s` is monotonic. A
    `damaged` unit lacks packets, or it follows packets that are lost; `lost_packets` counts those since the
    unit before.
    """

    data: bytes = field(repr=False)
    media_s: float
    arrived_s: float
    keyframe: bool
    damaged: bool = False
    lost_packets: int = 0


class AnySink(Protocol[Info]):
    """Takes what is received. Every call is made on the event loop and must return at once."""

    def opened(self, info: Info) -> None:
        """Take notice that the camera agreed to play; comes once, before all units."""

    def unit(self, unit: AccessUnit) -> None:
        """Take the next access unit, in the order in which they were sent."""

    def clock(self, offset_s: float) -> None:
        """Take notice of the camera's clock minus ours, smoothed, at each of its sender reports."""


Sink = AnySink[StreamInfo]
"""Of pictures."""
SoundSink = AnySink[SoundInfo]
