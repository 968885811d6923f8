"""H.264 in RTP (RFC 6184), packetization mode 1: single NAL unit packets and FU-A."""

from __future__ import annotations

import base64
from collections.abc import Iterator

PAYLOAD_TYPE = 96
ENCODING = "H264"

_SEI, _SPS, _PPS, _AUD = 6, 7, 8, 9
_FU_A = 28


def is_sent(unit: bytes) -> bool:
    """Whether a NAL unit goes on the wire: the encoder's own remarks (SEI) and delimiters do not."""
    return unit[0] & 0x1F not in (_SEI, _AUD)


def payloads(unit: bytes, limit: int) -> Iterator[bytes]:
    """RTP payloads of at most `limit` bytes for one NAL unit."""
    if len(unit) <= limit:
        yield unit
        return
    indicator, kind = unit[0] & 0xE0 | _FU_A, unit[0] & 0x1F
    room = limit - 2
    for at in range(1, len(unit), room):
        first, last = at == 1, at + room >= len(unit)
        header = (first << 7) | (last << 6) | kind
        yield bytes((indicator, header)) + unit[at : at + room]


def format_parameters(units: list[bytes]) -> str:
    """The value of a=fmtp for a stream whose keyframe has these NAL units (RFC 6184, section 8.1)."""
    sets = {unit[0] & 0x1F: unit for unit in units}
    sprop = ",".join(base64.b64encode(sets[kind]).decode() for kind in (_SPS, _PPS))
    level = sets[_SPS][1:4].hex().upper()
    return f"packetization-mode=1;profile-level-id={level};sprop-parameter-sets={sprop}"
