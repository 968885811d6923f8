"""A sound's packets, made once for every session: G.711 (RFC 3551, section 4.5.14) and AAC (RFC 3640, AAC-hbr)."""

from __future__ import annotations

from dataclasses import dataclass

from wall.simulator.rtp.packets import PacketFrame, interleaved
from wall.simulator.sounds.encode import SoundClip

_TYPES = {"pcmu": 0, "pcma": 8, "aac": 97}
_ENCODINGS = {"pcmu": "PCMU", "pcma": "PCMA", "aac": "MPEG4-GENERIC"}
_HEADERS_BITS = 16
_INDEX_BITS = 3


@dataclass(frozen=True, slots=True)
class PacketSound:
    """A loop of packets, one a unit, with what a session description says about them."""

    payload_type: int
    encoding: str
    format_parameters: str
    rate_hz: int
    tick: int
    """RTP clock units, which are samples, between two packets."""
    frames: tuple[PacketFrame, ...]


def packetise_sound(clip: SoundClip) -> PacketSound:
    """One packet for each unit; all of AAC's end with themselves, which the marker says."""
    payload_type = _TYPES[clip.codec]
    is_aac = clip.codec == "aac"
    frames = []
    for number, unit in enumerate(clip.units):
        body = _au_header(len(unit)) + unit if is_aac else unit
        frames.append(PacketFrame(interleaved(body, payload_type, marker=is_aac), (0,), True, number))
    parameters = _aac_parameters(clip.config) if is_aac else ""
    return PacketSound(payload_type, _ENCODINGS[clip.codec], parameters, clip.rate_hz, clip.unit_samples, tuple(frames))


def _au_header(size: int) -> bytes:
    """One access unit in the packet: how long its header is, in bits, then the unit's size and index."""
    return _HEADERS_BITS.to_bytes(2, "big") + (size << _INDEX_BITS).to_bytes(2, "big")


def _aac_parameters(config: bytes) -> str:
    lengths = "sizelength=13;indexlength=3;indexdeltalength=3"
    return f"streamtype=5;profile-level-id=1;mode=AAC-hbr;{lengths};config={config.hex().upper()}"
