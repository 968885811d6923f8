"""The tiles that show what was kept of their stream instead of what comes. On the io loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wall.model.events import Event, WorkFailed
from wall.model.picture import PictureBox
from wall.model.playhead import Playhead
from wall.model.tile import Cause
from wall.video.feed import TileFeed
from wall.video.memory import PictureMemory, PictureReader
from wall.video.pool import DecodePool


@dataclass(slots=True)
class _Look:
    stream: int
    feed: TileFeed
    head: Playhead
    memory: PictureMemory


class LookingBack:
    """By number of tile; `stream` is the number under which the pool knows what it shows.

    The pictures have a memory of their own, for each tile: two that show one stream need not look at one moment.
    """

    def __init__(self, pool: DecodePool, publish: Callable[[Event], None]) -> None:
        self._pool = pool
        self._publish = publish
        self._looks: dict[int, _Look] = {}

    def begin(self, tile: int, stream: int, feed: TileFeed, head: Playhead, box: PictureBox) -> None:
        """Show in this feed what the playhead says, at so many device pixels."""
        self.end(tile)
        memory = self._memory(box) if self._pool.receives(stream) else None
        if memory is not None:
            self._looks[tile] = _Look(stream, feed, head, memory)
            feed.replace(PictureReader(memory))
            self._pool.replay(stream, tile, head, memory)

    def steer(self, tile: int, head: Playhead) -> None:
        """Follow another playhead, if it still looks back."""
        if look := self._looks.get(tile):
            look.head = head
            self._pool.steer(look.stream, tile, head)

    def resize(self, tile: int, box: PictureBox) -> bool:
        """At another size; False where it does not look back."""
        look = self._looks.get(tile)
        if look is None:
            return False
        if box != look.memory.box and (memory := self._memory(box)) is not None:
            former, look.memory = look.memory, memory
            look.feed.replace(PictureReader(memory))
            self._pool.replay(look.stream, tile, look.head, memory)
            former.close()
        return True

    def end(self, tile: int) -> None:
        """Look back no more, if it does. The painter may still look at a picture of it."""
        look = self._looks.pop(tile, None)
        if look is not None:
            self._pool.end_replay(look.stream, tile)
            look.memory.close()

    def end_all(self) -> None:
        """For good, with the pool itself."""
        for look in self._looks.values():
            look.memory.close()
        self._looks.clear()

    def _memory(self, box: PictureBox) -> PictureMemory | None:
        try:
            return PictureMemory.create(*box)
        except OSError:
            self._publish(WorkFailed("look back", Cause.MEMORY))
            return None
