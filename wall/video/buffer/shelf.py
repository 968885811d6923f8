"""All buffers of a decode process: together they stay inside their bounds. What memory has no room for goes to disk.

    a tile -- add --> RollingBuffer -- full chunks --> BufferShelf -- the oldest --> Disk -- the oldest --> nothing

`add` is called on the loop and takes microseconds; everything that may take longer happens on the disk thread.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from wall.model.tile import Cause
from wall.video.buffer.chunk import Chunk, Place
from wall.video.buffer.disk import Disk, Trouble
from wall.video.buffer.rolling import RollingBuffer

_SPILL_SHARE = 0.75
"""From so much of the memory on, the oldest goes to the disk: the rest is room for what comes while that is slow."""
_MOVING_SHARE = 0.25
"""So much of the memory may be on its way to the disk; when there is more, the disk is too slow."""
_ROOM_ABOVE = 1.1
"""So many times what there is may be taken while there is to be less: what comes meanwhile has room."""
_SLOW_TOLD_S = 30.0
_MOST_CHUNK_BYTES, _CHUNKS = 128 << 10, 64


class BufferShelf:
    """Any thread, but where a method says otherwise. `memory_bytes` counts what Python takes for a unit, too."""

    def __init__(
        self,
        memory_bytes: int,
        keep_s: float,
        disk: Disk | None,
        monotonic: Callable[[], float],
        on_trouble: Trouble = lambda cause, detail: None,
    ) -> None:
        """`keep_s`: what is older is dropped. `on_trouble` hears that the disk is too slow."""
        self.lock = threading.Lock()
        """Over the index of all buffers, and the bytes."""
        self.disk = disk
        self._limit = self._wanted_limit = memory_bytes
        """Lately it may have been more: see `_follow_limit`."""
        self.chunk_bytes = _chunk_bytes(memory_bytes)
        """A chunk is full once it has so many."""
        self._keep_s = keep_s
        self._monotonic = monotonic
        self._on_trouble = on_trouble
        self._buffers: dict[int, RollingBuffer] = {}
        self._found: dict[int, list[Chunk]] = {}
        """What a killed process has left of tiles that nobody has opened here yet."""
        self._left: dict[str, list[Chunk]] = {}
        """What closed tiles have left, by whose it is."""
        self._sealed: deque[Chunk] = deque()
        """In memory and full, the oldest first; some are gone already."""
        self._moving_bytes = 0
        self._slow_s: float | None = None
        self.memory_bytes = 0
        """Taken now."""
        if disk is not None:
            disk.start(self)

    def buffer(self, tile: int, owner: str = "") -> RollingBuffer:
        """A new buffer for a tile, with what a killed process has left of it, and what closed tiles of the same owner
        have; "": what is kept of it is nobody's once it is closed.
        """
        buffer = RollingBuffer(tile, self, owner)
        with self.lock:
            self._buffers[tile] = buffer
            buffer.put_before(self._found.pop(tile, []))
            buffer.put_before(self._left.pop(owner, []))
        return buffer

    def settle(self, memory_bytes: int, keep_s: float, disk_bytes: int) -> None:
        """Keep so much from now on; where there is a disk, so much there."""
        with self.lock:
            self._wanted_limit, self._keep_s = memory_bytes, keep_s
            self.chunk_bytes = _chunk_bytes(memory_bytes)
            self._follow_limit()
        if self.disk is not None:
            self.disk.bound(disk_bytes)

    def bytes(self) -> tuple[int, int]:
        """Taken now in memory, and on the disk."""
        return self.memory_bytes, self.disk.bytes if self.disk is not None else 0

    def tick(self, now_s: float) -> None:
        """Now and then: what is too old goes."""
        until_s = now_s - self._keep_s
        with self.lock:
            for buffer in self._buffers.values():
                for chunk in buffer.take_older_than(until_s):
                    self._let_go(chunk)
            for chunk in [chunk for left in self._found.values() for chunk in left if chunk.last_s < until_s]:
                self._found[chunk.tile].remove(chunk)
                self._let_go(chunk)
            self._forget_left(until_s)
            self._follow_limit()
            while self._sealed and self._sealed[0].is_gone:
                self._sealed.popleft()
        if self._slow_s is not None and now_s - self._slow_s > _SLOW_TOLD_S:
            self._slow_s = None
            self._on_trouble(Cause.NONE, "")

    # -- for the buffers, with the lock held

    def grown(self, by_bytes: int) -> None:
        """A buffer takes so much more: make room where there is none."""
        self.memory_bytes += by_bytes
        if self.memory_bytes > self._limit * _SPILL_SHARE:
            self._spill()
        while self.memory_bytes > self._limit and (chunk := self._oldest()) is not None:
            self._remove([chunk])
            self._let_go(chunk)
            self._note_slow()

    def sealed(self, chunk: Chunk) -> None:
        """A chunk is full."""
        self._sealed.append(chunk)

    def closed(self, buffer: RollingBuffer, chunks: list[Chunk]) -> None:
        """A tile is gone. What was kept of it goes to another one of its owner, or waits for that."""
        if self._buffers.get(buffer.tile) is buffer:
            del self._buffers[buffer.tile]
        heirs = (each for each in self._buffers.values() if each.owner == buffer.owner)
        if not buffer.owner:
            for chunk in chunks:
                self._let_go(chunk)
        elif (heir := min(heirs, key=lambda each: each.first_s, default=None)) is not None:
            self._inherit(heir, chunks)
        elif chunks:
            self._left.setdefault(buffer.owner, []).extend(chunks)

    # -- for the disk, on its thread

    def moved(self, chunk: Chunk, place: Place | None) -> None:
        """`disk.Owner`: it is on the disk now, or cannot be."""
        with self.lock:
            self._moving_bytes -= chunk.bytes
            self.memory_bytes -= chunk.bytes
            chunk.units, chunk.place, chunk.is_moving = None, place, False
            if chunk.is_gone:
                self._let_go(chunk)
            elif place is None:
                self._remove([chunk])

    def dropped(self, chunks: list[Chunk]) -> None:
        """`disk.Owner`: there was no more room for these."""
        with self.lock:
            self._remove(chunks)

    def found(self, chunks: list[Chunk]) -> None:
        """`disk.Owner`: a process that was killed has left these."""
        with self.lock:
            for chunk in chunks:
                self._found.setdefault(chunk.tile, []).append(chunk)
            for tile in self._buffers.keys() & self._found.keys():
                self._buffers[tile].put_before(self._found.pop(tile))

    # -- inside, with the lock held

    def _follow_limit(self) -> None:
        """Down to less memory in steps, as the disk takes what there is no more room for; at once where none does."""
        if self.disk is not None and self.disk.is_ready():
            self._limit = max(self._wanted_limit, min(self._limit, round(self.memory_bytes * _ROOM_ABOVE)))
            self._spill()
            return
        self._limit = self._wanted_limit
        while self.memory_bytes > self._limit and (chunk := self._oldest()) is not None:
            self._remove([chunk])
            self._let_go(chunk)

    def _inherit(self, heir: RollingBuffer, chunks: list[Chunk]) -> None:
        """What came before all that this one has; of the rest it has its own."""
        first_s = heir.first_s
        for chunk in chunks:
            if chunk.first_s < first_s:
                chunk.until_s = min(chunk.until_s, first_s)
            else:
                self._let_go(chunk)
        heir.put_before(chunk for chunk in chunks if not chunk.is_gone)

    def _forget_left(self, until_s: float) -> None:
        """What closed tiles have left goes with its time, as all does."""
        for chunk in [chunk for left in self._left.values() for chunk in left if chunk.last_s < until_s]:
            self._let_go(chunk)
        still = ((owner, [chunk for chunk in left if not chunk.is_gone]) for owner, left in self._left.items())
        self._left = {owner: left for owner, left in still if left}

    def _spill(self) -> None:
        """Send the oldest to the disk, as far as that keeps up."""
        if self.disk is None or not self.disk.is_ready():
            return
        while self.memory_bytes - self._moving_bytes > self._limit * _SPILL_SHARE:
            chunk = self._oldest()
            if chunk is None or chunk.units is None:
                return
            if self._moving_bytes + chunk.bytes > self._limit * _MOVING_SHARE:
                self._sealed.appendleft(chunk)
                return
            chunk.is_moving = True
            self._moving_bytes += chunk.bytes
            self.disk.write(chunk, chunk.units)

    def _oldest(self) -> Chunk | None:
        """Take the oldest full chunk, else what there is of the largest one; None where all is on its way already."""
        if not any(not chunk.is_gone for chunk in self._sealed):
            fullest = max(self._buffers.values(), key=RollingBuffer.open_bytes, default=None)
            if fullest is not None:
                fullest.seal()
        while self._sealed:
            chunk = self._sealed.popleft()
            if not chunk.is_gone:
                return chunk
        return None

    def _note_slow(self) -> None:
        is_coming_down = self._limit > self._wanted_limit
        if self.disk is not None and self.disk.is_ready() and not is_coming_down:
            is_news, self._slow_s = self._slow_s is None, self._monotonic()
            if is_news:
                self._on_trouble(Cause.KEEPING_SLOW, "")

    def _remove(self, chunks: list[Chunk]) -> None:
        """Take them out of their buffers' index."""
        for chunk in chunks:
            chunk.is_gone = True
            chunk.place = None
            if chunk.tile in self._buffers:
                self._buffers[chunk.tile].remove(chunk)

    def _let_go(self, chunk: Chunk) -> None:
        """Nobody wants it any more: give back what it takes."""
        chunk.is_gone = True
        if chunk.is_moving:
            return  # `moved` does the rest.
        if chunk.units is not None:
            self.memory_bytes -= chunk.bytes
            chunk.units = None
        elif chunk.place is not None and self.disk is not None:
            self.disk.forget(chunk.place)
            chunk.place = None


def _chunk_bytes(memory_bytes: int) -> int:
    return min(_MOST_CHUNK_BYTES, memory_bytes // _CHUNKS)
