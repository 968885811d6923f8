"""Tells pictures from what is none, by their bytes: what a file is called says nothing.

PNG (ISO/IEC 15948, 5.2 and 11.2.5), JPEG (ITU-T T.81, B.1.1.3), WebP (RFC 9649, 2.3 to 2.4).
"""

from __future__ import annotations

import io
import struct

from PIL import Image

from wall.model.errors import MapError
from wall.model.map_kinds import MapFault

MOST_TILE_BYTES = 1 << 20
MOST_TILE_PIXELS = 1024
"""On each side: twice as many as those for fine screens have."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PNG_END = b"IEND\xaeB`\x82"
_GZIP, _MVT_LAYER = b"\x1f\x8b", 0x1A

PIL_FAULTS = (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, struct.error, MemoryError)
"""What Pillow raises for damaged pictures; ZeroDivisionError and others are our own mistakes."""


def format_of(data: bytes) -> str:
    """ "png", "jpeg" or "webp"; "" for everything else."""
    if data.startswith(_PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpeg"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def is_whole(data: bytes) -> bool:
    """Does it begin and end as a picture does? Costs nothing, and finds what was cut off."""
    kind = format_of(data)
    if kind == "png":
        return data.rstrip(b"\0").endswith(_PNG_END)
    if kind == "jpeg":
        return b"\xff\xd9" in data[-64:]
    return kind == "webp" and len(data) >= 8 + int.from_bytes(data[4:8], "little")


def looks_like_vectors(data: bytes) -> bool:
    """A Mapbox vector tile (its specification, 4.1): packed, or plain with a layer as its first field."""
    return data.startswith(_GZIP) or (len(data) > 2 and data[0] == _MVT_LAYER and not format_of(data))


def check_tile(data: bytes, name: str) -> None:
    """Decode a tile as a painter would. MapError (VECTOR_TILES, TOO_LARGE, BROKEN_TILE) where that cannot be."""
    if looks_like_vectors(data):
        raise MapError(MapFault.VECTOR_TILES, name)
    if len(data) > MOST_TILE_BYTES:
        raise MapError(MapFault.TOO_LARGE, name, f"a tile of {len(data)} bytes")
    if not is_whole(data):
        raise MapError(MapFault.BROKEN_TILE, name, _told(data))
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
            if max(picture.size) > MOST_TILE_PIXELS:
                raise MapError(MapFault.TOO_LARGE, name, f"a tile of {picture.width} x {picture.height} pixels")
            picture.load()
    except PIL_FAULTS as error:
        raise MapError(MapFault.BROKEN_TILE, name, str(error)[:80]) from error


def _told(data: bytes) -> str:
    if not data:
        return "an empty tile"
    if data.lstrip()[:1] == b"<":
        return "a web page instead of a tile"
    return "a tile that is cut off" if format_of(data) else "a tile that is no PNG, JPEG or WebP"
