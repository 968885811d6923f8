"""Which tiles of the live view are being recorded, and how far that has come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wall.model.recording import End, RecordOrder, Written
from wall.video.pool import DecodePool

_LOOKS_FOR_ENDS, _LOOK_FOR_ENDS_S = 50, 0.02


class RecordedTiles:
    """`record` and `stop` may be called on any thread, the rest on the io loop."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, pool: DecodePool, stream_of: Callable[[int], int | None]
    ) -> None:
        """`stream_of` tells under which number the pool receives what a tile shows; None: it does not."""
        self._loop = loop
        self._pool = pool
        self._stream_of = stream_of
        self._tiles: dict[int, int] = {}
        """By the stream that is being recorded for them."""
        self.on_written: Callable[[int, Written], None] = lambda _tile, _written: None
        """Hears how far the recording of a tile has come."""
        pool.on_written = self._hear

    def record(self, tile: int, order: RecordOrder) -> None:
        """Record what a tile receives, shown or at rest, until it is stopped. The tile must stay until its end is told.

        A stream that is being recorded for another tile already is not recorded twice: the end is told at once.
        """
        self._loop.call_soon_threadsafe(self._record, tile, order)

    def stop(self, tile: int, end: End = End.STOPPED) -> None:
        """End its recording; `on_written` hears when its file is whole."""
        self._loop.call_soon_threadsafe(self._stop, tile, end)

    async def end_all(self) -> None:
        """Have the files of all recordings end well, as long as the disk does not hang."""
        for tile in list(self._tiles.values()):
            self._stop(tile, End.CLOSED)
        for _ in range(_LOOKS_FOR_ENDS):
            if not self._tiles:
                break
            await asyncio.sleep(_LOOK_FOR_ENDS_S)

    def _record(self, tile: int, order: RecordOrder) -> None:
        stream = self._stream_of(tile)
        if stream is None or stream in self._tiles:
            self.on_written(tile, Written(order.key, end=End.NO_PICTURES))
            return
        self._tiles[stream] = tile
        self._pool.record(stream, order)

    def _stop(self, tile: int, end: End) -> None:
        for stream in [stream for stream, recorded in self._tiles.items() if recorded == tile]:
            self._pool.stop_recording(stream, end)

    def _hear(self, stream: int, written: Written) -> None:
        tile = self._tiles.get(stream)
        if tile is None:
            return
        if written.end is not None:
            del self._tiles[stream]
        self.on_written(tile, written)
