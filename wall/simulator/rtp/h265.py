"""H.265 in RTP (RFC 7798): single NAL unit packets and fragmentation units, no DONL."""

from __future__ import annotations

import base64
from collections.abc import Iterator

PAYLOAD_TYPE = 97
ENCODING = "H265"

_VPS, _SPS, _PPS, _AUD, _SEI_PREFIX, _SEI_SUFFIX = 32, 33, 34, 35, 39, 40
_FU = 49


def _kind(unit: bytes) -> int:
    return unit[0] >> 1 & 0x3F


def is_sent(unit: bytes) -> bool:
    """Whether a NAL unit goes on the wire: the encoder's own remarks (SEI) and delimiters do not."""
    return _kind(unit) not in (_AUD, _SEI_PREFIX, _SEI_SUFFIX)


def payloads(unit: bytes, limit: int) -> Iterator[bytes]:
    """RTP payloads of at most `limit` bytes for one NAL unit."""
    if len(unit) <= limit:
        yield unit
        return
    head = bytes((unit[0] & 0x81 | _FU << 1, unit[1]))
    room = limit - 3
    for at in range(2, len(unit), room):
        first, last = at == 2, at + room >= len(unit)
        yield head + bytes(((first << 7) | (last << 6) | _kind(unit),)) + unit[at : at + room]


def format_parameters(units: list[bytes]) -> str:
    """The value of a=fmtp for a stream whose keyframe has these NAL units (RFC 7798, section 7.1)."""
    sets = {_kind(unit): base64.b64encode(unit).decode() for unit in units}
    return f"sprop-vps={sets[_VPS]};sprop-sps={sets[_SPS]};sprop-pps={sets[_PPS]}"
