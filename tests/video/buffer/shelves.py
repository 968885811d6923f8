"""A shelf of buffers under test, its disk a real folder, its clock in the test's hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from wall.model.stream import Codec, Transport
from wall.model.tile import Cause
from wall.video.buffer import BufferShelf, RollingBuffer
from wall.video.buffer.disk import Disk
from wall.video.buffer.folder import Folder
from wall.video.buffer.segments import Opener, create
from wall.video.rtsp import AccessUnit, StreamInfo
from wall.video.terms import new_token

MB = 1 << 20


@dataclass
class Clock:
    """Stands until it is told."""

    now_s: float = 1000.0

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Shelved:
    """What a test needs of one shelf."""

    shelf: BufferShelf
    disk: Disk | None
    clock: Clock
    folder: Path
    troubles: list[tuple[Cause, str]] = field(default_factory=list)

    def settle(self) -> None:
        """Let the disk do what it was asked for; and what follows from that."""
        if self.disk is not None:
            assert self.disk.settle() and self.disk.settle()

    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*.units"))

    def disk_bytes(self) -> int:
        return sum(path.stat().st_size for path in self.files())


@contextmanager
def shelved(
    base: Path | None,
    memory_bytes: int = MB,
    disk_bytes: int = 8 * MB,
    keep_s: float = 300,
    *,
    token: str = "",
    clock: Clock | None = None,
    spare_bytes: int = 0,
    opener: Opener = create,
) -> Iterator[Shelved]:
    """A shelf with a disk below `base`, without one where that is None; ended with the context."""
    clock = clock or Clock()
    folder = Folder(base or Path("/nowhere"), token or new_token(0))
    troubles: list[tuple[Cause, str]] = []

    def note(cause: Cause, detail: str) -> None:
        troubles.append((cause, detail))

    disk = Disk(folder, disk_bytes, spare_bytes, note, clock, opener) if base is not None else None
    shelf = BufferShelf(memory_bytes, keep_s, disk, clock, note)
    try:
        yield Shelved(shelf, disk, clock, folder.path, troubles)
    finally:
        if disk is not None:
            disk.end().join(10)


def info(codec: Codec = Codec.H264, parameter_sets: bytes = b"") -> StreamInfo:
    return StreamInfo(codec, 90000, parameter_sets, Transport.TCP)


def opened(shelf: BufferShelf, tile: int = 0, codec: Codec = Codec.H264) -> RollingBuffer:
    """A buffer whose camera plays."""
    buffer = shelf.buffer(tile)
    buffer.begin(info(codec))
    return buffer


def unit(
    number: int, arrived_s: float, *, size: int = 1000, keyframe: bool = False, damaged: bool = False
) -> AccessUnit:
    """One whose bytes tell its number."""
    data = number.to_bytes(8, "big") + bytes(max(0, size - 8))
    return AccessUnit(data, 0.0, arrived_s, keyframe, damaged)


def number_of(data: bytes) -> int:
    return int.from_bytes(data[:8], "big")


def fill(
    room: Shelved,
    buffer: RollingBuffer,
    count: int,
    *,
    first: int = 0,
    from_s: float = 1000.0,
    every_s: float = 0.1,
    group: int = 10,
    size: int = 1000,
) -> None:
    """Units with a keyframe in each group, from the first one on; no faster than the disk."""
    for number in range(first, first + count):
        at_s = from_s + (number - first) * every_s
        buffer.add(unit(number, at_s, size=size, keyframe=number % group == 0))
        if number % 20 == 0:
            room.settle()
    room.settle()


def numbers(buffer: RollingBuffer, at_s: float) -> list[int]:
    """Of the units from then on."""
    return [number_of(each.data) for each in buffer.units_from(at_s)]
