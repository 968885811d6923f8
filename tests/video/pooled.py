"""A decode pool at work, and what it reports."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.support.waiting import until
from wall.model.buffering import BufferSettings
from wall.model.recording import End, Part, Written
from wall.model.stream import Source
from wall.model.tile import Phase
from wall.video.memory import PictureMemory, PictureWriter
from wall.video.pool import DecodePool
from wall.video.reports import HardwareFailed, KeepingReport, KeptReport, Report, TileReport

START_WITHIN_S = 20.0
SIZE = (320, 180)


@dataclass
class Pooled:
    """The pool, its tiles' memories by number, and its reports in their order with the time they came."""

    pool: DecodePool
    memories: dict[int, PictureMemory] = field(default_factory=dict)
    reports: list[tuple[float, TileReport]] = field(default_factory=list)
    written: list[tuple[int, Written]] = field(default_factory=list)
    """What was told of recordings, with the tile."""
    troubles: list[KeepingReport] = field(default_factory=list)
    """With the disk."""
    given_up: list[HardwareFailed] = field(default_factory=list)
    """Of the graphics device."""
    kept: dict[int, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    """Of the tiles that look back."""

    def hear(self, report: Report) -> None:
        if isinstance(report, TileReport):
            self.reports.append((time.monotonic(), report))
        elif isinstance(report, KeepingReport):
            self.troubles.append(report)
        elif isinstance(report, KeptReport):
            self.kept[report.look] = report.spans
        elif isinstance(report, HardwareFailed):
            self.given_up.append(report)

    def open(self, tile: int, source: Source, size: tuple[int, int] = SIZE, *, is_resting: bool = False) -> None:
        self.memories[tile] = PictureMemory.create(*size)
        self.pool.open(tile, source, self.memories[tile], is_resting=is_resting)

    def close(self, tile: int) -> None:
        self.pool.close(tile)
        self.memories.pop(tile).close()

    def count(self, tile: int) -> int:
        """Pictures of a tile so far, over all its decode processes."""
        return PictureWriter(self.memories[tile]).count

    async def all_move(self, tiles: Sequence[int] | None = None, patience_s: float = START_WITHIN_S) -> float:
        """Wait until these tiles (or all) have new pictures; gives how long it took."""
        wanted = list(self.memories) if tiles is None else tiles
        before = {tile: self.count(tile) for tile in wanted}
        return await until(
            lambda: all(self.count(tile) > before[tile] + 3 for tile in wanted),
            patience_s,
            f"no pictures on {[tile for tile in wanted if self.count(tile) <= before[tile] + 3]}",
        )

    async def all_receive(self, tiles: Sequence[int], patience_s: float = START_WITHIN_S) -> None:
        """Wait until a keyframe, and more, has come for each of these tiles since now."""
        before = {tile: self.memories[tile].vitals().bytes_in for tile in tiles}
        await until(
            lambda: all(self.memories[tile].vitals().bytes_in > before[tile] + 60_000 for tile in tiles),
            patience_s,
            "nothing comes",
        )

    async def has_spare(self) -> None:
        """Wait until a spare process is up: libVLC has a thread then."""
        await until(lambda: any(_is_up(pid) for pid in self.spares()), START_WITHIN_S, "no spare")

    def spares(self) -> set[int]:
        return decoders() - set(self.pool.pids())

    def lost_since(self, since_s: float) -> set[int]:
        """The tiles that lost their decode process since then."""
        return {report.tile for at_s, report in self.reports if at_s >= since_s and report.phase is Phase.LOST}

    def parts(self, tile: int) -> list[Part]:
        """The files of a tile's recording, as they were told last."""
        return list({part.path: part for of, told in self.written if of == tile for part in told.parts}.values())

    def end(self, tile: int) -> End | None:
        """Why its recording ended; None as long as it goes on."""
        return next((told.end for of, told in reversed(self.written) if of == tile), None)

    async def ends(self, tile: int, patience_s: float = 5.0) -> list[Part]:
        """Wait until its recording has ended; its files."""
        await until(lambda: self.end(tile), patience_s, "the recording does not end")
        return self.parts(tile)

    def phases(self, tile: int) -> list[Phase]:
        return [report.phase for _, report in self.reports if report.tile == tile]


def _is_up(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).num_threads() > 1)
    except psutil.Error:
        return False


def decoders(parent: int | None = None) -> set[int]:
    """The decode processes of a process, zombies too; of this one if none is given."""
    children = psutil.Process(parent).children()
    return {child.pid for child in children if _decodes(child)}


def _decodes(process: psutil.Process) -> bool:
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE or "wall.video.decode" in process.cmdline())
    except psutil.Error:
        return False


@asynccontextmanager
async def running_pool(
    sources: Sequence[Source] = (),
    processes: int = 2,
    log: Path | None = None,
    buffer: BufferSettings | None = None,
) -> AsyncIterator[Pooled]:
    """A started pool with a tile for each source, stopped with the block."""
    pooled = Pooled(DecodePool(processes, lambda report: pooled.hear(report), log, buffer=buffer))
    pooled.pool.on_written = lambda tile, told: pooled.written.append((tile, told))
    await pooled.pool.start()
    try:
        for tile, source in enumerate(sources):
            pooled.open(tile, source)
        yield pooled
    finally:
        await pooled.pool.stop()
        for memory in pooled.memories.values():
            memory.close()
