"""What this decode process keeps of its tiles, as far as its program wants that."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wall.model.tile import Cause
from wall.video.buffer import BufferShelf, RollingBuffer
from wall.video.buffer.terms import shelf_of, terms_of
from wall.video.channel import Message


class Keeping:
    """One a process. Lives on the loop; `send` takes what the parent is to know."""

    def __init__(self, send: Callable[[Message], None]) -> None:
        self._send = send
        self._shelf: BufferShelf | None = None

    def begin(self, message: Message) -> None:
        """Keep from now on, on these terms."""
        loop = asyncio.get_running_loop()

        def tell(cause: Cause, detail: str) -> None:
            loop.call_soon_threadsafe(self._send, {"keeping": cause.name, "detail": detail})

        self._shelf = shelf_of(terms_of(message), tell)

    def buffer(self, tile: int) -> RollingBuffer | None:
        """A new one for a tile; None where nothing is kept."""
        return self._shelf.buffer(tile) if self._shelf is not None else None

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
