"""NAL units in an access unit with start codes (ITU-T H.264 and H.265, annex B)."""

from __future__ import annotations

from collections.abc import Iterator

# Real parameter sets take some 30 bytes, a few hundred with scaling lists.
_LONGEST = 4096
_START_CODE = b"\0\0\1"


def nal_starts(data: bytes) -> Iterator[int]:
    """Yield where each NAL unit begins, after its start code; 3- and 4-byte ones both end the same way."""
    found = data.find(_START_CODE)
    while found >= 0 and found + 3 < len(data):
        yield found + 3
        found = data.find(_START_CODE, found + 3)


def payload(data: bytes, start: int) -> bytes:
    """Return what follows from `start` to the end of the NAL unit, without emulation prevention bytes."""
    end = data.find(_START_CODE, start, start + _LONGEST)
    return data[start : end if end >= 0 else start + _LONGEST].replace(b"\0\0\3", b"\0\0")
