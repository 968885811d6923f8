"""`citywall bench record`: what a recorded tile costs, and how soon after the key there is something on the disk.

- `tile_cpu`: cores that a decode process uses more for each tile that it records, at rest, than for one that it only
  receives; in turn, the median of the differences. Nothing is decoded meanwhile.
- `first_byte_s`: from the order to the first bytes in a file of each tile.
- `lost_s_max`: how much less than was ordered is in a file, at most.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from wall.bench.crowd import Crowd
from wall.bench.percentile import percentile
from wall.bench.report import tell
from wall.demo import City, running_city
from wall.model.recording import End, RecordOrder, Written
from wall.video.memory import PictureMemory
from wall.video.pool import DecodePool
from wall.video.record.length import length_of

_PROCESSES = 2
_SETTLE_S, _TURNS = 6.0, 3
_PATIENCE_S = 10.0
_LOOK_S = 0.005
_END_S = 1e12


def run(tiles: int, seconds: float, json_file: str | None, settle_s: float = _SETTLE_S) -> int:
    """Measure and tell; 0 when every recording has ended well, else 1."""
    with running_city(tiles, max(1, tiles // 3), "--clip", "bench") as city, tempfile.TemporaryDirectory() as folder:
        crowd = Crowd()
        figures = asyncio.run(_Recording(city, Path(folder)).measured(seconds, settle_s))
    tell({"tiles": tiles, **figures, "crowd_share": round(crowd.share(), 2)}, json_file)
    return 0 if figures["missing"] == 0 else 1


class _Recording:
    """A pool that receives all cameras at rest, and records them again and again."""

    def __init__(self, city: City, folder: Path) -> None:
        self._sources = [camera.source_for_grid() for camera in city.cameras]
        self._folder = folder
        self._pool = DecodePool(_PROCESSES, lambda _report: None)
        self._ends: dict[int, End] = {}
        self._first_s: list[float] = []
        self._lost_s: list[float] = []
        self._missing = 0

    async def measured(self, seconds: float, settle_s: float) -> dict[str, object]:
        memories = [PictureMemory.create(16, 16) for _ in self._sources]
        self._pool.on_written = self._hear
        await self._pool.start()
        try:
            for tile, (source, memory) in enumerate(zip(self._sources, memories, strict=True)):
                self._pool.open(tile, source, memory, is_resting=True)
            await asyncio.sleep(settle_s)
            more = [await self._turn(turn, seconds) for turn in range(_TURNS)]
        finally:
            await self._pool.stop()
            for memory in memories:
                memory.close()
        return {
            "seconds": seconds,
            "tile_cpu": round(statistics.median(more) / len(self._sources), 5),
            "first_byte_s_median": round(statistics.median(self._first_s or [0.0]), 3),
            "first_byte_s_p95": round(percentile(self._first_s or [0.0], 95), 3),
            "lost_s_max": round(max(self._lost_s, default=0.0), 2),
            "missing": self._missing,
        }

    async def _turn(self, turn: int, seconds: float) -> float:
        """How many cores recording takes more than only receiving."""
        idle = await self._weighed(seconds)
        folder = self._folder / str(turn)
        began_s = time.monotonic()
        for tile in range(len(self._sources)):
            key = turn * len(self._sources) + tile
            self._pool.record(tile, RecordOrder(key, str(folder), tile, "bench", 0.0, _END_S, 0))
        await self._wait_for_bytes(folder, began_s)
        at_work = await self._weighed(seconds)
        wanted_s = time.monotonic() - began_s
        await self._stop()
        files = list(folder.rglob("*.mp4"))
        self._missing += len(self._sources) - len(files)
        self._lost_s += [max(0.0, wanted_s - length_of(file).seconds) for file in files]
        return at_work - idle

    async def _weighed(self, seconds: float) -> float:
        before_s, began_s = _cpu_s(self._pool.pids()), time.monotonic()
        await asyncio.sleep(seconds)
        return (_cpu_s(self._pool.pids()) - before_s) / (time.monotonic() - began_s)

    async def _wait_for_bytes(self, folder: Path, began_s: float) -> None:
        """Note for each file when it has its first bytes."""
        seen = set[Path]()
        while len(seen) < len(self._sources) and time.monotonic() - began_s < _PATIENCE_S:
            for file in await asyncio.to_thread(_written, folder):
                if file not in seen:
                    seen.add(file)
                    self._first_s.append(time.monotonic() - began_s)
            await asyncio.sleep(_LOOK_S)

    async def _stop(self) -> None:
        self._ends = {}
        for tile in range(len(self._sources)):
            self._pool.stop_recording(tile, End.STOPPED)
        for _ in range(round(_PATIENCE_S / _LOOK_S)):
            if len(self._ends) == len(self._sources):
                break
            await asyncio.sleep(_LOOK_S)
        self._missing += sum(end is not End.STOPPED for end in self._ends.values())

    def _hear(self, tile: int, written: Written) -> None:
        if written.end is not None:
            self._ends[tile] = written.end


def _written(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*.mp4") if file.stat().st_size]


def _cpu_s(pids: Sequence[int]) -> float:
    times = [psutil.Process(pid).cpu_times() for pid in pids]
    return float(sum(each.user + each.system for each in times))
