"""Goes through what a buffer keeps, unit by unit, while more is added and the oldest is dropped."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wall.video.buffer.chunk import Chunk
from wall.video.buffer.unit import KeptUnit, Units

if TYPE_CHECKING:
    from wall.video.buffer.rolling import RollingBuffer
    from wall.video.buffer.shelf import BufferShelf


class Reading:
    """On one thread at a time, never the loop: it may wait for the disk."""

    def __init__(self, buffer: RollingBuffer, shelf: BufferShelf, chunk: Chunk | None, at_s: float) -> None:
        self._buffer = buffer
        self._shelf = shelf
        self._chunk = chunk
        self._number: float = chunk.number if chunk is not None else -math.inf
        self._units = self._loaded(chunk) if chunk is not None else None
        self._place = self._units.entry_before(at_s) if self._units is not None else 0
        self._follows = False

    def take(self) -> KeptUnit | None:
        """The next unit. None where nothing newer is kept, or has come, yet; and for ever once the tile is gone."""
        unit = self.peek()
        if unit is not None:
            self._place += 1
            self._follows = True
        return unit

    def peek(self) -> KeptUnit | None:
        """What `take` would give."""
        while self._units is None or self._is_at_the_end(self._units):
            if not self._go_on():
                return None
        return self._units.unit(self._place, follows=self._follows)

    def __iter__(self) -> Iterator[KeptUnit]:
        """Until there is nothing newer; to be begun again when more has come."""
        while (unit := self.take()) is not None:
            yield unit

    def _is_at_the_end(self, units: Units) -> bool:
        """Is there nothing more of this chunk, or nothing that is to be looked at?"""
        assert self._chunk is not None
        return self._place >= len(units) or units.arrived_s[self._place] > self._chunk.until_s

    def _go_on(self) -> bool:
        """To the next chunk; False while there is none, or this one still grows."""
        with self._shelf.lock:
            if self._chunk is not None and not self._chunk.is_sealed and not self._chunk.is_gone:
                return False
            if self._units is not None and not self._is_at_the_end(self._units):
                return True  # It has grown in between.
            following = self._buffer.chunk_after(self._number)
        if following is None:
            return False
        self._follows = self._follows and following.follows and following.number == self._number + 1
        self._chunk, self._number, self._place = following, following.number, 0
        self._units = self._loaded(following)
        self._follows = self._follows and self._units is not None
        return True

    def _loaded(self, chunk: Chunk) -> Units | None:
        """Its units, from wherever they are; None where they are gone meanwhile."""
        with self._shelf.lock:
            units, place = chunk.units, chunk.place
        if units is None and place is not None and self._shelf.disk is not None:
            return self._shelf.disk.read(place)
        return units
