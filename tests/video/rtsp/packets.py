"""Writing RTP as a camera does, for tests that look at each packet."""

from __future__ import annotations

import struct
from collections.abc import Iterable

SOURCE = 0x0C17F00D
VIDEO = 96


def rtp(
    payload: bytes,
    sequence: int,
    timestamp: int = 0,
    *,
    marker: bool = False,
    payload_type: int = VIDEO,
    source: int = SOURCE,
) -> bytes:
    """One packet."""
    second = (0x80 if marker else 0) | payload_type
    return struct.pack("!BBHII", 0x80, second, sequence & 0xFFFF, timestamp & 0xFFFFFFFF, source) + payload


def interleaved(packet: bytes, channel: int = 0) -> bytes:
    """A packet within a TCP connection."""
    return struct.pack("!BBH", 0x24, channel, len(packet)) + packet


def picture(payloads: Iterable[bytes], sequence: int, timestamp: int) -> list[bytes]:
    """The packets of one picture, the last of them with the marker."""
    parts = list(payloads)
    last = len(parts) - 1
    return [rtp(part, sequence + index, timestamp, marker=index == last) for index, part in enumerate(parts)]


def h264_payloads(annex_b: bytes, size: int = 600) -> list[bytes]:
    """A picture as single NAL units and FU-A fragments (RFC 6184)."""
    payloads = []
    for unit in nal_units(annex_b):
        if len(unit) <= size:
            payloads.append(unit)
            continue
        pieces = [unit[start : start + size] for start in range(1, len(unit), size)]
        for index, piece in enumerate(pieces):
            flags = (0x80 if index == 0 else 0) | (0x40 if index == len(pieces) - 1 else 0)
            payloads.append(bytes((unit[0] & 0xE0 | 28, flags | unit[0] & 0x1F)) + piece)
    return payloads


def h265_payloads(annex_b: bytes, size: int = 600) -> list[bytes]:
    """A picture as single NAL units and FU fragments (RFC 7798)."""
    payloads = []
    for unit in nal_units(annex_b):
        if len(unit) <= size:
            payloads.append(unit)
            continue
        pieces = [unit[start : start + size] for start in range(2, len(unit), size)]
        head = bytes((unit[0] & 0x81 | 49 << 1, unit[1]))
        for index, piece in enumerate(pieces):
            flags = (0x80 if index == 0 else 0) | (0x40 if index == len(pieces) - 1 else 0)
            payloads.append(head + bytes((flags | unit[0] >> 1 & 0x3F,)) + piece)
    return payloads


def nal_units(annex_b: bytes) -> list[bytes]:
    """Take a picture apart at its start codes."""
    return [part for part in annex_b.replace(b"\0\0\0\1", b"\0\0\1").split(b"\0\0\1") if part]


def sender_report(camera_s: float, source: int = SOURCE) -> bytes:
    """An RTCP sender report at a camera's clock, in seconds since 1970."""
    ntp = camera_s + 2_208_988_800
    fraction = int(ntp % 1 * 2**32)
    return struct.pack("!BBHIIIIII", 0x80, 200, 6, source, int(ntp), fraction, 0, 0, 0)


def goodbye(source: int = SOURCE) -> bytes:
    """An RTCP BYE."""
    return struct.pack("!BBHI", 0x81, 203, 1, source)
