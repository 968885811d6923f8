"""The last minutes of one tile, as they were received."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from wall.model.stream import Codec
from wall.video.buffer.chunk import Chunk
from wall.video.buffer.reading import Reading
from wall.video.headers import picture_size
from wall.video.rtsp import AccessUnit, StreamInfo

if TYPE_CHECKING:
    from wall.video.buffer.shelf import BufferShelf

_FULL_S = 5.0
"""A chunk that is so long, or full, ends before the next keyframe."""
_MOST_S, _MOST_TIMES_FULL = 10.0, 4
"""One that is much longer or fuller ends anywhere."""
_GAP_S = 2.0
"""From so much without a unit on, nothing was kept meanwhile."""


class Span(NamedTuple):
    """From when to when something is kept without a gap. Monotonic seconds."""

    from_s: float
    to_s: float


class RollingBuffer:
    """Written on the loop; read on any other thread, also while it is written.

    Times are those of arrival, so it does not matter what the camera's own clock does. Codec and picture size may
    change in the middle: each unit has its codec, each keyframe its parameter sets.
    """

    def __init__(self, tile: int, shelf: BufferShelf, owner: str = "") -> None:
        self.tile = tile
        self.owner = owner
        self._shelf = shelf
        self._codec: Codec | None = None
        self._parameter_sets = b""
        self._follows = False
        self._chunks: list[Chunk] = []
        self._open: Chunk | None = None
        self._next_number = 0
        self._last_s = 0.0
        self.is_closed = False

    # -- on the loop

    def begin(self, info: StreamInfo) -> None:
        """A new connection plays."""
        with self._shelf.lock:
            self.seal()
            self._codec, self._parameter_sets = info.codec, info.parameter_sets
            self._follows = False

    def add(self, unit: AccessUnit) -> None:
        """Keep one more unit."""
        if self._codec is None or self.is_closed:
            return
        data = self._with_parameter_sets(unit.data) if unit.keyframe else unit.data
        with self._shelf.lock:
            self._last_s = max(self._last_s, unit.arrived_s)
            is_entry = unit.keyframe and not unit.damaged
            grown = 0
            if self._open is None or self._is_full(self._open, is_entry=is_entry):
                self.seal()
                self._open = self._new_chunk(self._codec, is_entry=is_entry)
                grown = self._open.bytes
            grown += self._open.add(data, self._last_s, keyframe=unit.keyframe, damaged=unit.damaged)
            self._shelf.grown(grown)

    def close(self) -> None:
        """The tile is gone. Whoever still reads has come to the end; what is kept is its camera's for its time."""
        with self._shelf.lock:
            self.is_closed = True
            self.seal()
            chunks, self._chunks, self._open = self._chunks, [], None
            self._shelf.closed(self, chunks)

    # -- on any thread

    def units_from(self, at_s: float) -> Reading:
        """Everything from the last whole keyframe at or before this moment on, or from the earliest that is kept."""
        with self._shelf.lock:
            chunk = self._entry_before(at_s)
        return Reading(self, self._shelf, chunk, at_s)

    def spans(self) -> list[Span]:
        """What is kept, the oldest first. For how long each chunk is known, not what lies within it."""
        spans: list[Span] = []
        with self._shelf.lock:
            for chunk in self._chunks:
                last_s = min(chunk.last_s, chunk.until_s)
                if spans and chunk.first_s - spans[-1].to_s < _GAP_S:
                    spans[-1] = Span(spans[-1].from_s, last_s)
                else:
                    spans.append(Span(chunk.first_s, last_s))
        return spans

    # -- for the shelf and its readings, with the lock held

    def chunk_after(self, number: float) -> Chunk | None:
        """The next one that is kept after that of this number."""
        place = bisect_right(self._chunks, number, key=lambda chunk: chunk.number)
        return self._chunks[place] if place < len(self._chunks) else None

    @property
    def first_s(self) -> float:
        """When the earliest that is kept came; infinity where nothing is."""
        return self._chunks[0].first_s if self._chunks else math.inf

    def open_bytes(self) -> int:
        """Of the chunk that is not full yet."""
        return self._open.bytes if self._open is not None else 0

    def seal(self) -> bool:
        """What comes next goes to another chunk; False where there is none to seal."""
        chunk, self._open = self._open, None
        if chunk is None:
            return False
        chunk.is_sealed = True
        self._shelf.sealed(chunk)
        return True

    def remove(self, chunk: Chunk) -> None:
        """This one is kept no longer."""
        place = bisect_right(self._chunks, chunk.number, key=lambda each: each.number) - 1
        if place >= 0 and self._chunks[place] is chunk:
            del self._chunks[place]

    def take_older_than(self, at_s: float) -> list[Chunk]:
        """Take out what came before that moment as a whole."""
        count = 0
        while count < len(self._chunks) and self._chunks[count].last_s < at_s:
            count += 1
        old, self._chunks = self._chunks[:count], self._chunks[count:]
        if self._open in old:
            self._open = None
        return old

    def put_before(self, chunks: Iterable[Chunk]) -> None:
        """These came before all that is here."""
        former = sorted((chunk for chunk in chunks if not chunk.is_gone), key=lambda chunk: chunk.first_s)
        first = self._chunks[0].number if self._chunks else self._next_number
        for place, chunk in enumerate(former, first - len(former)):
            chunk.tile, chunk.number = self.tile, place
        self._chunks = [*former, *self._chunks]

    # -- inside

    def _new_chunk(self, codec: Codec, *, is_entry: bool) -> Chunk:
        chunk = Chunk(self.tile, self._next_number, codec, self._last_s, is_entry=is_entry, follows=self._follows)
        self._next_number += 1
        self._follows = True
        self._chunks.append(chunk)
        return chunk

    def _entry_before(self, at_s: float) -> Chunk | None:
        """Where to begin to read for a moment."""
        entries = [chunk for chunk in self._chunks if chunk.is_entry] or self._chunks
        place = bisect_right(entries, at_s, key=lambda chunk: chunk.first_s)
        return entries[max(0, place - 1)] if entries else None

    def _with_parameter_sets(self, data: bytes) -> bytes:
        """Some cameras tell SPS and PPS only in the SDP. Put them before a keyframe that has none."""
        if not self._parameter_sets or self._codec is None or picture_size(self._codec, data) is not None:
            return data
        return self._parameter_sets + data

    def _is_full(self, chunk: Chunk, *, is_entry: bool) -> bool:
        age_s, full_bytes = self._last_s - chunk.first_s, self._shelf.chunk_bytes
        if is_entry and (not chunk.is_entry or chunk.bytes > full_bytes or age_s > _FULL_S):
            return True
        return chunk.bytes > _MOST_TIMES_FULL * full_bytes or age_s > _MOST_S
