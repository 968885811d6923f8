"""The first 127 bytes of a PMTiles file (specification, section 3)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

from wall.model.errors import MapError
from wall.model.map_kinds import DEEPEST_ZOOM, MapFault

LENGTH = 127
MAGIC = b"PMTiles"
_VERSION = 3
_OLD_MAGIC = b"PM"

_FIELDS = struct.Struct("<7sB 11Q BBBB BB 4i B2i")
_RASTER_TYPES = frozenset({2, 3, 4})
_VECTOR_TYPES = frozenset({1, 6})
_E7 = 1e7


class Packing(IntEnum):
    """How bytes are packed (section 3.3). Brotli and Zstandard are not unpacked here."""

    UNKNOWN = 0
    NONE = 1
    GZIP = 2
    BROTLI = 3
    ZSTD = 4


@dataclass(frozen=True, slots=True)
class Section:
    """Where something lies in the file, in bytes."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says of itself. `bounds` are west, south, east, north in degrees, not checked yet."""

    root: Section
    metadata: Section
    leaves: Section
    tiles: Section
    inside: Packing
    """Of directories and metadata."""
    outside: Packing
    """Of tiles."""
    min_zoom: int
    max_zoom: int
    bounds: tuple[float, float, float, float]


def read_header(data: bytes, size: int, name: str) -> Header:
    """Of a file of so many bytes. MapError: vector tiles, an older version, damage, what is packed unknowably."""
    if not data.startswith(MAGIC):
        old = data.startswith(_OLD_MAGIC)
        raise MapError(MapFault.NO_MAP, name, "PMTiles of an older version: convert it to version 3" if old else "")
    if len(data) < LENGTH:
        raise MapError(MapFault.BROKEN, name, "its end is missing")
    fields = _FIELDS.unpack(data[:LENGTH])
    _refuse_strangers(fields[1], fields[16], name)
    root, metadata, leaves, tiles = (Section(*fields[at : at + 2]) for at in (2, 4, 6, 8))
    if any(each.offset + each.length > size for each in (root, metadata, leaves, tiles)):
        raise MapError(MapFault.BROKEN, name, "its end is missing")
    min_zoom, max_zoom = fields[17], fields[18]
    if not min_zoom <= max_zoom <= DEEPEST_ZOOM:
        raise MapError(MapFault.BROKEN, name, f"zoom {min_zoom} to {max_zoom}")
    west, south, east, north = (each / _E7 for each in fields[19:23])
    inside, outside = _packing(fields[14], name), _packing(fields[15], name)
    return Header(root, metadata, leaves, tiles, inside, outside, min_zoom, max_zoom, (west, south, east, north))


def _refuse_strangers(version: int, kind: int, name: str) -> None:
    if version != _VERSION:
        raise MapError(MapFault.NO_MAP, name, f"PMTiles of version {version}: convert it to version 3")
    if kind in _VECTOR_TYPES:
        raise MapError(MapFault.VECTOR_TILES, name)
    if kind not in _RASTER_TYPES and kind != 0:
        raise MapError(MapFault.BROKEN_TILE, name, "its tiles are no PNG, JPEG or WebP")


def _packing(value: int, name: str) -> Packing:
    if value not in (Packing.UNKNOWN, Packing.NONE, Packing.GZIP):
        told = {3: "Brotli", 4: "Zstandard"}.get(value, f"kind {value}")
        raise MapError(MapFault.COMPRESSION, name, told)
    return Packing(value)
