"""The thread on which tiles are read: what was asked for last comes first. Nobody waits for it, for a disk may hang."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future

from wall.model.map_kinds import Tile
from wall.services.tile_queue import TileQueue, Wish

MOST_WAITING = 512
"""Tiles: three windows full of them, on the largest screens."""
_END_WITHIN_S = 1.0

Key = tuple[int, Tile]
"""A map and one of its tiles."""


class TileDesk:
    """Any thread may ask; `serve` is called on the desk's own, which begins with the first question."""

    def __init__(self, serve: Callable[[int, Tile, Wish], None], most_waiting: int = MOST_WAITING) -> None:
        self._serve = serve
        self._queue: TileQueue[Key] = TileQueue(most_waiting)
        self._jobs: deque[Callable[[], None]] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def ask(self, map_id: int, tile: Tile) -> Future[bytes | None]:
        """Its bytes, None where there are none. Cancelled where too many were asked for later, and after the end.

        To cancel it is to drop the question: what is no longer seen is not read.
        """
        future: Future[bytes | None] = Future()
        with self._changed:
            if self._is_closed:
                future.cancel()
                return future
            self._queue.put((map_id, tile), Wish([future]))
            self._wake()
        return future

    def do(self, job: Callable[[], None]) -> None:
        """Something short that belongs to this thread, before the next tile. After the end it is left out."""
        with self._changed:
            if not self._is_closed:
                self._jobs.append(job)
                self._wake()

    def close(self) -> None:
        """Do what was to be done, drop the questions, and end: as long as the disk lets it."""
        with self._changed:
            self._is_closed = True
            for wish in self._queue.drain():
                wish.drop()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(_END_WITHIN_S)

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="tiles", daemon=True)
            self._thread.start()
        self._changed.notify()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            job()
            del job  # It holds on to a picture while nothing else is to be done.

    def _next(self) -> Callable[[], None] | None:
        with self._changed:
            while True:
                if self._jobs:
                    return self._jobs.popleft()
                found = self._queue.take()
                if found is not None:
                    (map_id, tile), wish = found
                    return lambda: self._serve(map_id, tile, wish)
                if self._is_closed:
                    return None
                self._changed.wait()
