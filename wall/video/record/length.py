"""How long a recording plays, read from its file: also of one that broke off.

Reads the few boxes that `mp4_file` writes (ISO/IEC 14496-12: moov with mdhd, moof with tfhd, tfdt and trun) and passes
over the pictures. The file may be damaged, or no recording at all: time and memory are bounded, and what makes no sense
ends the reading.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_MOST_BOX = 8 << 20
"""A moov or moof that is read; they have some hundred bytes."""
_TRUN_DATA_OFFSET, _TRUN_FIRST_FLAGS, _TRUN_DURATION = 0x1, 0x4, 0x100
_TRUN_FIELDS = (_TRUN_DURATION, 0x200, 0x400, 0x800)
"""What may be told of each sample, 4 bytes each: duration, size, flags, composition offset."""
_TFHD_DURATION = 0x8
_TFHD_BEFORE = ((0x1, 8), (0x2, 4))
"""What may stand before the duration, and its bytes."""


@dataclass(frozen=True, slots=True)
class Length:
    """`seconds` of play in so many whole bytes; what follows in the file is a fragment that broke off."""

    seconds: float = 0.0
    whole_bytes: int = 0


def length_of(path: Path) -> Length:
    """Measure a file. Blocks; OSError where it cannot be read."""
    with path.open("rb") as file:
        return _measure(file, os.fstat(file.fileno()).st_size)


def mend(path: Path) -> Length:
    """Cut a fragment off that was not written to its end, so that every player is content. As `length_of`."""
    length = length_of(path)
    if 0 < length.whole_bytes < path.stat().st_size and length.seconds:
        os.truncate(path, length.whole_bytes)
    return length


def _measure(file: BinaryIO, file_size: int) -> Length:
    length, scale, end = Length(), 0, 0
    for kind, start, size in _boxes_of(file, file_size):
        try:
            if kind == b"moov":
                scale = _time_scale(file.read(size))
            elif kind == b"moof":
                end = _fragment_end(file.read(size))
                continue  # It is whole with its mdat.
        except (struct.error, ValueError):
            break
        length = Length(end / scale if scale else 0.0, start + size)
    return length


def _boxes_of(file: BinaryIO, file_size: int) -> Iterator[tuple[bytes, int, int]]:
    """The whole boxes of a file: kind, and where its body begins and how long it is. The file stands there."""
    at = 0
    while at + 8 <= file_size:
        file.seek(at)
        size, kind = struct.unpack(">I4s", file.read(8))
        head = 8
        if size == 1:
            (size,), head = struct.unpack(">Q", file.read(8).ljust(8, b"\0")), 16
        if size < head or at + size > file_size or (kind in (b"moov", b"moof") and size > _MOST_BOX):
            return
        yield kind, at + head, size - head
        at += size


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8:
            return
        yield kind, data[at + 8 : at + size]
        at += size


def _inside(data: bytes, *path: bytes) -> bytes:
    """The body of a box in boxes. ValueError where there is none."""
    for wanted in path:
        data = next((body for kind, body in _boxes(data) if kind == wanted), b"")
    if not data:
        raise ValueError(f"no {path[-1]!r}")
    return data


def _time_scale(moov: bytes) -> int:
    """Ticks a second of the first track."""
    header = _inside(moov, b"trak", b"mdia", b"mdhd")
    return int(struct.unpack_from(">I", header, 20 if header[0] else 12)[0])


def _fragment_end(moof: bytes) -> int:
    """When the last picture of a fragment ends, in ticks."""
    fragment = _inside(moof, b"traf")
    base = _inside(fragment, b"tfdt")
    begin = struct.unpack_from(">Q" if base[0] else ">I", base, 4)[0]
    usual = _usual_duration(_inside(fragment, b"tfhd"))
    return int(begin + sum(_run_ticks(body, usual) for kind, body in _boxes(fragment) if kind == b"trun"))


def _usual_duration(header: bytes) -> int:
    flags, at = struct.unpack_from(">I", header)[0], 8
    at += sum(size for flag, size in _TFHD_BEFORE if flags & flag)
    return int(struct.unpack_from(">I", header, at)[0]) if flags & _TFHD_DURATION else 0


def _run_ticks(run: bytes, usual: int) -> int:
    flags, count = struct.unpack_from(">II", run)
    flags &= 0xFFFFFF
    if not flags & _TRUN_DURATION:
        return int(count) * usual
    at = 8 + 4 * bool(flags & _TRUN_DATA_OFFSET) + 4 * bool(flags & _TRUN_FIRST_FLAGS)
    step = 4 * sum(bool(flags & field) for field in _TRUN_FIELDS)
    return sum(struct.unpack_from(">I", run, at + index * step)[0] for index in range(min(count, len(run) // step)))
