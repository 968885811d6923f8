"""What this decode process keeps of its tiles, as far as its program wants that."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from wall.model.tile import Cause
from wall.video.buffer import BufferShelf, RollingBuffer
from wall.video.buffer.disk import Disk
from wall.video.buffer.folder import Folder
from wall.video.channel import Message
from wall.video.terms import Terms, terms_of

_SPARE_BYTES = 512 << 20
"""So much of the disk is left to others."""


class Keeping:
    """One a process. Lives on the loop; `send` takes what the parent is to know."""

    def __init__(self, send: Callable[[Message], None]) -> None:
        self._send = send
        self._shelf: BufferShelf | None = None

    def begin(self, message: Message) -> None:
        """Keep from now on, on these terms; where that is done already, so much."""
        terms = terms_of(message)
        if self._shelf is not None:
            self._shelf.settle(terms.memory_bytes, terms.keep_s, terms.disk_bytes)
            return
        loop = asyncio.get_running_loop()

        def tell(cause: Cause, detail: str) -> None:
            loop.call_soon_threadsafe(self._send, {"keeping": cause.name, "detail": detail})

        self._shelf = _shelf_of(terms, tell)

    def buffer(self, tile: int, owner: str) -> RollingBuffer | None:
        """A new one for a tile that shows a stream of this owner; None where nothing is kept."""
        return self._shelf.buffer(tile, owner) if self._shelf is not None else None

    def tick(self, now_s: float) -> None:
        """A few times a second: what is too old goes."""
        if self._shelf is not None:
            self._shelf.tick(now_s)

    def told(self) -> Message:
        """What is kept now, for the sign of life."""
        return {"kept": self._shelf.bytes()} if self._shelf is not None else {}

    async def end(self) -> None:
        """Remove what lies on the disk."""
        if self._shelf is not None and self._shelf.disk is not None:
            ended = asyncio.Event()
            loop = asyncio.get_running_loop()
            self._shelf.disk.end(lambda: loop.call_soon_threadsafe(ended.set))
            await ended.wait()


def _shelf_of(terms: Terms, on_trouble: Callable[[Cause, str], None]) -> BufferShelf:
    """A shelf on these terms. `on_trouble` is called on any thread."""
    disk: Disk | None = None
    if terms.disk_bytes:
        disk = Disk(Folder(Path(terms.folder), terms.token), terms.disk_bytes, _SPARE_BYTES, on_trouble)
    return BufferShelf(terms.memory_bytes, terms.keep_s, disk, time.monotonic, on_trouble)
