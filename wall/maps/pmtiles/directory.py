"""Directories of PMTiles (specification, section 4): where the tile of a number lies, or the directory that knows."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from wall.maps.pmtiles.header import Packing

MOST_PACKED = 8 << 20
"""Bytes in the file. A directory of a well made file has 16 KiB."""
MOST_UNPACKED = 32 << 20
_LARGEST = 1 << 62
_MOST_BITS = 63
_GZIP_OR_ZLIB = 47


@dataclass(frozen=True, slots=True)
class Entry:
    """`offset` counts within the tiles, or where `is_leaf` within the leaf directories."""

    offset: int
    length: int
    is_leaf: bool


class Directory:
    """Entries in the order of their numbers. ValueError, in plain words, for what is none."""

    def __init__(self, data: bytes) -> None:
        numbers = _numbers(data)
        many = numbers[0] if numbers else 0
        if len(numbers) != 1 + 4 * many:
            raise ValueError("a directory that is cut off")
        self._ids = _summed(numbers[1 : 1 + many])
        self._runs = numbers[1 + many : 1 + 2 * many]
        self._lengths = numbers[1 + 2 * many : 1 + 3 * many]
        self._offsets = self._placed(numbers[1 + 3 * many :])

    def __len__(self) -> int:
        return len(self._ids)

    def find(self, number: int) -> Entry | None:
        """Where the tile of this number is, or which directory knows more."""
        at = bisect_right(self._ids, number) - 1
        if at < 0:
            return None
        run = self._runs[at]
        if run and number - self._ids[at] >= run:
            return None
        return Entry(self._offsets[at], self._lengths[at], run == 0)

    def end(self, is_last: bool) -> Entry | None:
        """The first entry, or the last."""
        return self.find(self._ids[-1 if is_last else 0]) if self._ids else None

    def _placed(self, told: array[int]) -> array[int]:
        """0 means: right behind the one before."""
        offsets, behind = array("Q"), 0
        for at, value in enumerate(told):
            if value == 0 and at == 0:
                raise ValueError("a directory that refers to nothing")
            offsets.append(behind if value == 0 else value - 1)
            behind = offsets[-1] + self._lengths[at]
            if behind > _LARGEST:
                raise ValueError("a directory with a place beyond any file")
        return offsets


def unpacked(data: bytes, packing: Packing, most: int = MOST_UNPACKED) -> bytes:
    """The bytes as they were before they were packed. ValueError where that fails, or where they would be too many."""
    if packing is not Packing.GZIP:
        return data
    unpacking = zlib.decompressobj(_GZIP_OR_ZLIB)
    try:
        plain = unpacking.decompress(data, most)
    except zlib.error as error:
        raise ValueError("what is packed in it is damaged") from error
    if not unpacking.eof:
        raise ValueError("what is packed in it is damaged, or too large")
    return plain


def _numbers(data: bytes) -> array[int]:
    """All variable-length numbers (LEB128) in the bytes."""
    numbers = array("Q")
    value = bits = 0
    for byte in data:
        value |= (byte & 0x7F) << bits
        if byte & 0x80:
            bits += 7
            if bits >= _MOST_BITS:
                raise ValueError("a directory with a number without end")
        else:
            numbers.append(value)
            value = bits = 0
    if bits:
        raise ValueError("a directory that is cut off")
    return numbers


def _summed(steps: array[int]) -> array[int]:
    """Numbers are told by their distance from the one before."""
    ids, last = array("Q"), 0
    for step in steps:
        last += step
        if last > _LARGEST:
            raise ValueError("a directory with a tile beyond the world")
        ids.append(last)
    return ids
