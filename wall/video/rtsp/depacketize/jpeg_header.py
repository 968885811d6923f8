"""The parts of a JPEG file that RTP leaves out, rebuilt (RFC 2435, A and B; ITU-T T.81). No I/O."""

from __future__ import annotations

import struct
from functools import lru_cache

# Typical quantisation tables in zigzag order (T.81, K.1); Huffman tables with class and number (K.3).
_LUMA = bytes.fromhex(
    "100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e404457453738506d51575f62"
    "6768673e4d71797064785c656763"
)
_CHROMA = bytes.fromhex(
    "1112121815182f1a1a2f63423842636363636363636363636363636363636363636363636363636363636363636363636363"
    "6363636363636363636363636363"
)
_DC_LUMA = bytes.fromhex("0000010501010101010100000000000000000102030405060708090a0b")
_AC_LUMA = bytes.fromhex(
    "100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f024"
    "33627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a7374"
    "75767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9ca"
    "d2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"
)
_DC_CHROMA = bytes.fromhex("0100030101010101010101010000000000000102030405060708090a0b")
_AC_CHROMA = bytes.fromhex(
    "1100020102040403040705040400010277000102031104052131061241510761711322328108144291a1b1c109233352f015"
    "6272d10a162434e125f11718191a262728292a35363738393a434445464748494a535455565758595a636465666768696a73"
    "7475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8"
    "c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa"
)
_TABLE_BYTES = 64


@lru_cache(maxsize=8)
def quantisation_tables(quality: int) -> bytes:
    """Return the luma and chroma tables for an RTP quality of 1 to 99 (RFC 2435, 4.2)."""
    factor = min(max(quality, 1), 99)
    scale = 5000 // factor if factor < 50 else 200 - 2 * factor
    return bytes(min(max((value * scale + 50) // 100, 1), 255) for value in _LUMA + _CHROMA)


@lru_cache(maxsize=8)
def jpeg_header(sampling: int, width: int, height: int, tables: bytes, precision: int, restart: int) -> bytes:
    """Return everything from SOI to SOS.

    `sampling` is 0 for 4:2:2 and 1 for 4:2:0, `precision` has a bit for each table that has 16-bit values,
    `restart` is the restart interval or 0.
    """
    vertical = 0x22 if sampling else 0x21
    chroma = 1 if len(tables) > _TABLE_BYTES * (1 + (precision & 1)) else 0
    frame = struct.pack("!BHHB", 8, height, width, 3)
    frame += bytes((1, vertical, 0, 2, 0x11, chroma, 3, 0x11, chroma))
    parts = [b"\xff\xd8", _quantisation(tables, precision)]
    if restart:
        parts.append(_segment(0xDD, struct.pack("!H", restart)))
    parts.append(_segment(0xC0, frame))
    parts += [_segment(0xC4, table) for table in (_DC_LUMA, _AC_LUMA, _DC_CHROMA, _AC_CHROMA)]
    parts.append(_segment(0xDA, bytes((3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0))))
    return b"".join(parts)


def _quantisation(tables: bytes, precision: int) -> bytes:
    segments = b""
    position = number = 0
    while position < len(tables) and number < 4:
        wide = precision >> number & 1
        size = _TABLE_BYTES * (1 + wide)
        segments += _segment(0xDB, bytes((wide << 4 | number,)) + tables[position : position + size])
        position += size
        number += 1
    return segments


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack("!BBH", 0xFF, marker, len(content) + 2) + content
