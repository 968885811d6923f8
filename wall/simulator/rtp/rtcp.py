"""The sender's RTCP (RFC 3550, section 6): sender reports with a canonical name, and goodbye."""

from __future__ import annotations

import struct

_NTP_EPOCH = 2_208_988_800
"""Seconds from 1900 (NTP) to 1970 (Unix)."""
_REPORT = struct.Struct("!BBHIIIIII")


def sender_report(source: int, wall_s: float, timestamp: int, packets: int, octets: int) -> bytes:
    """A compound packet: the report that at wall time `wall_s` the stream stood at RTP time `timestamp`."""
    seconds = int(wall_s) + _NTP_EPOCH
    fraction = int(wall_s % 1 * 2**32)
    report = _REPORT.pack(
        0x80,
        200,
        6,
        source,
        seconds & 0xFFFFFFFF,
        fraction,
        timestamp & 0xFFFFFFFF,
        packets & 0xFFFFFFFF,
        octets & 0xFFFFFFFF,
    )
    return report + _description(source)


def _description(source: int) -> bytes:
    name = b"citywall-simulator"
    chunk = struct.pack("!IBB", source, 1, len(name)) + name
    # An end-of-list byte and padding to a whole word.
    chunk += bytes(4 - len(chunk) % 4)
    return struct.pack("!BBH", 0x81, 202, len(chunk) // 4) + chunk


def goodbye(source: int) -> bytes:
    """The packet that ends a stream."""
    return struct.pack("!BBHI", 0x81, 203, 1, source)
