"""A run of units that is kept, moved to the disk and dropped as one."""

from __future__ import annotations

import math
import zlib
from array import array
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import NamedTuple

from wall.model.stream import Codec
from wall.video.buffer.unit import Units

UNIT_OVERHEAD, CHUNK_OVERHEAD = 64, 512
"""What Python itself takes for one, in bytes: a bound on memory that forgot it would be none."""

_MAGIC = 0xC177BF01
_HEAD = Struct("=IIqIIddBB")
HEAD_BYTES = _HEAD.size
_CHECKED_FROM = 8
"""The magic and the checksum itself are not in the checksum."""
_IS_ENTRY, _FOLLOWS = 1, 2
_CODECS = tuple(Codec)
_ROW_BYTES = 8 + 4 + 1
"""Of the table, for each unit: when it came, its size, its flags."""
_MOST_UNITS, _MOST_BYTES = 1 << 20, 1 << 30


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chunk lies on the disk."""

    path: Path
    offset: int
    length: int


class Chunk:
    """Grows until it is sealed; then only the place of its units changes. What may change is under the shelf's lock."""

    __slots__ = (
        "bytes",
        "first_s",
        "follows",
        "is_entry",
        "is_gone",
        "is_moving",
        "is_sealed",
        "last_s",
        "number",
        "place",
        "tile",
        "units",
        "until_s",
    )

    def __init__(self, tile: int, number: int, codec: Codec, first_s: float, *, is_entry: bool, follows: bool) -> None:
        self.tile = tile
        self.number = number
        """Grows by one from chunk to chunk of a tile."""
        self.is_entry = is_entry
        """Does it begin with a whole keyframe?"""
        self.follows = follows
        """Does it go on where the one before ended?"""
        self.first_s = self.last_s = first_s
        self.until_s = math.inf
        """What came later is not looked at: another stream of the camera has it, too."""
        self.bytes = CHUNK_OVERHEAD
        """In memory, with what Python takes for it."""
        self.units: Units | None = Units(codec)
        """None once they are on the disk alone."""
        self.place: Place | None = None
        self.is_sealed = self.is_moving = self.is_gone = False

    def add(self, data: bytes, arrived_s: float, *, keyframe: bool, damaged: bool) -> int:
        """One more unit; by how much the chunk has grown."""
        assert self.units is not None
        self.last_s = arrived_s
        self.units.add(data, arrived_s, keyframe=keyframe, damaged=damaged)
        grown = len(data) + UNIT_OVERHEAD
        self.bytes += grown
        return grown


class Head(NamedTuple):
    """What stands before the units of a written chunk."""

    magic: int
    checksum: int
    tile: int
    units: int
    data_bytes: int
    first_s: float
    last_s: float
    codec: int
    flags: int

    @property
    def table_bytes(self) -> int:
        return self.units * _ROW_BYTES

    @property
    def length(self) -> int:
        """Of the whole record."""
        return HEAD_BYTES + self.table_bytes + self.data_bytes

    def chunk(self, place: Place) -> Chunk:
        """The chunk that lies there, known by its head alone."""
        is_entry, follows = bool(self.flags & _IS_ENTRY), bool(self.flags & _FOLLOWS)
        chunk = Chunk(self.tile, 0, _CODECS[self.codec], self.first_s, is_entry=is_entry, follows=follows)
        chunk.last_s, chunk.place, chunk.units, chunk.is_sealed = self.last_s, place, None, True
        return chunk


def packed(chunk: Chunk, units: Units) -> bytes:
    """A chunk as it is written: a head and a table that say everything, then the units."""
    sizes = array("I", map(len, units.data))
    table = units.arrived_s.tobytes() + sizes.tobytes() + bytes(units.flags)
    codec, flags = _CODECS.index(units.codec), chunk.is_entry * _IS_ENTRY | chunk.follows * _FOLLOWS
    rest = (chunk.tile, len(units), sum(sizes), chunk.first_s, chunk.last_s, codec, flags)
    checksum = _checksum(_HEAD.pack(_MAGIC, 0, *rest), table)
    return b"".join((_HEAD.pack(_MAGIC, checksum, *rest), table, *units.data))


def head_of(record: bytes) -> Head | None:
    """What the beginning of a record says; None where that is none. Its table may still be wrong: see `is_sound`."""
    if len(record) < HEAD_BYTES:
        return None
    head = Head(*_HEAD.unpack_from(record))
    is_ours = head.magic == _MAGIC and head.codec < len(_CODECS)
    return head if is_ours and head.units <= _MOST_UNITS and head.data_bytes <= _MOST_BYTES else None


def is_sound(head: Head, record: bytes) -> bool:
    """Is what stands before the units as it was written?"""
    table = record[HEAD_BYTES : HEAD_BYTES + head.table_bytes]
    return len(table) == head.table_bytes and _checksum(record[:HEAD_BYTES], table) == head.checksum


def unpacked(record: bytes) -> Units | None:
    """The units of a whole record; None where it is not whole."""
    head = head_of(record)
    if head is None or len(record) != head.length or not is_sound(head, record):
        return None
    units, count, at = Units(_CODECS[head.codec]), head.units, HEAD_BYTES
    units.arrived_s.frombytes(record[at : at + 8 * count])
    units.flags += record[at + 12 * count : at + head.table_bytes]
    sizes = array("I", record[at + 8 * count : at + 12 * count])
    at += head.table_bytes
    for size in sizes:
        units.data.append(record[at : at + size])
        at += size
    return units


def _checksum(head: bytes, table: bytes) -> int:
    return zlib.crc32(table, zlib.crc32(head[_CHECKED_FROM:]))
