"""A clip's packets, made once for every session.

A frame's packets lie one after the other in one block of bytes, each as RTSP interleaves it (RFC 2326,
section 10.12): `$`, channel, length, then the RTP packet with zeros where a session's own numbers go.
Sending a frame is copying the block and filling those in: one write for TCP, slices of the same block for
UDP.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from types import ModuleType

from wall.simulator.clips.clip import AccessUnit, Clip
from wall.simulator.rtp import h264, h265, nal

PAYLOAD_LIMIT = 1400
"""RTP payload bytes in a packet: fits an Ethernet frame with all headers and a tunnel's."""
INTERLEAVE = 4
HEADER = 12
CLOCK_HZ = 90_000

_PREFIX = struct.Struct("!cBHBBHII")
_OWN = struct.Struct("!HII")
_CODECS: dict[str, ModuleType] = {"h264": h264, "h265": h265}


@dataclass(frozen=True, slots=True)
class PacketFrame:
    """One picture as packets. `offsets` say where each begins in `block`; `number` is the picture's."""

    block: bytes
    offsets: tuple[int, ...]
    is_key: bool
    number: int


@dataclass(frozen=True, slots=True)
class PacketClip:
    """A clip as packets, with what a session description says about it."""

    codec: str
    width: int
    height: int
    fps: int
    payload_type: int
    encoding: str
    format_parameters: str
    frames: tuple[PacketFrame, ...]

    @property
    def tick(self) -> int:
        """RTP clock units between two frames."""
        return CLOCK_HZ // self.fps

    def keyframe_at_or_before(self, index: int) -> int:
        """The nearest keyframe that does not lie after frame `index`."""
        index %= len(self.frames)
        while not self.frames[index].is_key:
            index -= 1
        return index


def packetise(clip: Clip) -> PacketClip:
    """Cut a clip into packets. KeyError for a codec that is not sent over RTP here."""
    codec = _CODECS[clip.codec]
    frames = tuple(packet_frame(unit, number, clip.codec) for number, unit in enumerate(clip.units))
    parameters = codec.format_parameters(nal.split(clip.units[0].data))
    return PacketClip(
        clip.codec,
        clip.width,
        clip.height,
        clip.fps,
        codec.PAYLOAD_TYPE,
        codec.ENCODING,
        parameters,
        frames,
    )


def packet_frame(unit: AccessUnit, number: int, codec_name: str) -> PacketFrame:
    """One picture's packets. KeyError for a codec that is not sent over RTP here."""
    codec = _CODECS[codec_name]
    units = (piece for piece in nal.split(unit.data) if codec.is_sent(piece))
    bodies = [body for piece in units for body in codec.payloads(piece, PAYLOAD_LIMIT)]
    block, offsets = bytearray(), []
    for i, body in enumerate(bodies):
        offsets.append(len(block))
        block += interleaved(body, codec.PAYLOAD_TYPE, marker=i == len(bodies) - 1)
    return PacketFrame(bytes(block), tuple(offsets), unit.is_key, number)


def interleaved(body: bytes, payload_type: int, *, marker: bool) -> bytes:
    """One packet in its interleaving, with zeros where a session's own numbers go."""
    second = (0x80 if marker else 0) | payload_type
    return _PREFIX.pack(b"$", 0, HEADER + len(body), 0x80, second, 0, 0, 0) + body


def fill(frame: PacketFrame, channel: int, sequence: int, timestamp: int, source: int) -> bytearray:
    """A copy of the frame's block for one session; sequence counts up from the given one, modulo 65536."""
    block = bytearray(frame.block)
    for at in frame.offsets:
        block[at + 1] = channel
        _OWN.pack_into(block, at + 6, sequence & 0xFFFF, timestamp, source)
        sequence += 1
    return block
