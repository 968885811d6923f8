"""NAL units out of an Annex B byte stream (H.264 and H.265, annex B of either)."""

from __future__ import annotations

_START = b"\x00\x00\x01"


def split(data: bytes) -> list[bytes]:
    """The NAL units of an access unit, without start codes and padding, in order."""
    units = []
    start = data.find(_START)
    while start >= 0:
        end = data.find(_START, start + 3)
        unit = data[start + 3 : end if end >= 0 else len(data)].rstrip(b"\x00")
        if unit:
            units.append(unit)
        start = end
    return units
