"""Live pictures for the wall: what is shown, in what state, and since when.

The UI calls `show`, `resize`, `hide` and `retry` on its own thread; each returns at once and is carried out on the io
loop. Facts come back through `publish`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from wall.model.events import Event, StreamOpened, TileChanged
from wall.model.picture import PictureFeed
from wall.model.stream import Source
from wall.model.tile import Observation, Phase, Thresholds, TileStatus, judge
from wall.video.feed import TileFeed
from wall.video.memory import PictureMemory
from wall.video.pool import DecodePool, TileReport

_JUDGE_EVERY_S = 0.1


@dataclass(slots=True)
class _Tile:
    """What the service knows of one tile. Only the io loop touches it after it was made."""

    memory: PictureMemory
    feed: TileFeed
    seen: Observation
    status: TileStatus | None = None


class LiveView:
    """Shows cameras by tile number. `publish` is called on the io loop, with every change of state."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        publish: Callable[[Event], None],
        make_pool: Callable[[Callable[[TileReport], None]], DecodePool],
        limits: Thresholds | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._loop = loop
        self._publish = publish
        self._pool = make_pool(self._hear)
        self._limits = limits or Thresholds()
        self._clock = clock
        self._tiles: dict[int, _Tile] = {}
        self._judging: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start the decode processes. On the io loop."""
        await self._pool.start()
        self._judging = asyncio.create_task(self._keep_judging())

    async def stop(self) -> None:
        """End everything, within two seconds. On the io loop."""
        if self._judging is not None:
            self._judging.cancel()
        for tile in list(self._tiles):
            self._tiles.pop(tile).memory.close()
        await self._pool.stop()

    def show(self, tile: int, source: Source, width: int, height: int) -> PictureFeed:
        """Begin to show a stream at so many device pixels. OSError when there is no memory for its pictures."""
        memory = PictureMemory.create(_even(width), _even(height))
        feed = TileFeed(memory)
        self._loop.call_soon_threadsafe(self._open, tile, source, memory, feed)
        return feed

    def resize(self, tile: int, width: int, height: int) -> None:
        """Want another size; the feed goes on with the former pictures until there is one."""
        memory = PictureMemory.create(_even(width), _even(height))
        self._loop.call_soon_threadsafe(self._replace, tile, memory)

    def hide(self, tile: int) -> None:
        """Stop showing."""
        self._loop.call_soon_threadsafe(self._close, tile)

    def retry(self, tile: int) -> None:
        """Try again now what failed or was refused."""
        self._loop.call_soon_threadsafe(self._retry, tile)

    def decode_pids(self) -> list[int]:
        """The decode processes at work, for the health page and the benchmarks."""
        return self._pool.pids()

    def _open(self, tile: int, source: Source, memory: PictureMemory, feed: TileFeed) -> None:
        if tile in self._tiles:
            self._close(tile)
        self._tiles[tile] = _Tile(memory, feed, Observation(Phase.OPENING))
        self._pool.open(tile, source, memory)

    def _replace(self, tile: int, memory: PictureMemory) -> None:
        shown = self._tiles.get(tile)
        if shown is None:
            memory.close()
            return
        former, shown.memory = shown.memory, memory
        memory.inherit(former.vitals())
        shown.feed.replace(memory)
        self._pool.resize(tile, memory)
        former.close()

    def _close(self, tile: int) -> None:
        shown = self._tiles.pop(tile, None)
        if shown is not None:
            self._pool.close(tile)
            shown.memory.close()

    def _retry(self, tile: int) -> None:
        if tile in self._tiles:
            self._pool.retry(tile)

    def _hear(self, report: TileReport) -> None:
        shown = self._tiles.get(report.tile)
        if shown is None:
            return
        shown.seen = replace(shown.seen, phase=report.phase, cause=report.cause)
        if report.phase is Phase.PLAYING:
            shown.seen = replace(shown.seen, opened_s=self._clock())
        if report.codec is not None and report.transport is not None:
            self._publish(StreamOpened(report.tile, report.codec, report.transport))
        self._judge(report.tile, shown)

    def _judge(self, number: int, tile: _Tile) -> None:
        vitals = tile.memory.vitals()
        seen = replace(
            tile.seen,
            packet_s=vitals.packet_s,
            picture_s=vitals.picture_s,
            changed_s=vitals.changed_s,
            damaged_share=vitals.damaged_share,
            clock_offset_s=vitals.clock_offset_s,
            format_s=vitals.format_s,
        )
        now_s = self._clock()
        status = judge(seen, now_s, self._limits)
        if status != tile.status:
            tile.status = status
            self._publish(TileChanged(number, status, now_s))

    async def _keep_judging(self) -> None:
        while True:
            await asyncio.sleep(_JUDGE_EVERY_S)
            for number, tile in list(self._tiles.items()):
                self._judge(number, tile)


def _even(pixels: int) -> int:
    return max(2, pixels & ~1)
