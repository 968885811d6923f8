"""What a camera usually shows, in the memory of its pictures: the decode process learns it, the program keeps it, and
puts there what it has kept.

Behind all fields of the header: how often it was written (odd while it is being written), whether it is grey, its
generation, and when it was put there (monotonic ms); then its cells and regions.
"""

from __future__ import annotations

from wall.model.scene import CELLS, REGIONS, UsualScene
from wall.video.memory import PictureMemory

FRESH_S = 600.0
"""What was put there earlier is of another light: nobody has looked since."""
_AT = 2048
_COUNT, _GREY, _GENERATION, _PUT_MS = range(4)
_CELLS_AT = _AT + 32
_REGIONS_AT = _CELLS_AT + CELLS
_TRIES = 3


def put_usual(memory: PictureMemory, usual: UsualScene, now_s: float) -> None:
    """One process at a time: ours where the other has put nothing fresh."""
    fields = memory.view[_AT:_CELLS_AT].cast("q")
    fields[_COUNT] |= 1
    fields[_GREY], fields[_GENERATION], fields[_PUT_MS] = usual.is_grey, usual.generation, int(now_s * 1000)
    memory.view[_CELLS_AT:_REGIONS_AT] = usual.cells
    memory.view[_REGIONS_AT : _REGIONS_AT + REGIONS] = usual.likeness
    fields[_COUNT] += 1


def times_put(memory: PictureMemory) -> int:
    """How often it was written so far."""
    return memory.view[_AT:_CELLS_AT].cast("q")[_COUNT]


def usual_in(memory: PictureMemory) -> UsualScene | None:
    """None where there is none yet, or it is just being written. Whatever a decoder gone astray has written is one."""
    fields = memory.view[_AT:_CELLS_AT].cast("q")
    for _ in range(_TRIES):
        count = fields[_COUNT]
        if count <= 0 or count & 1:
            return None
        cells = bytes(memory.view[_CELLS_AT:_REGIONS_AT])
        likeness = bytes(memory.view[_REGIONS_AT : _REGIONS_AT + REGIONS])
        found = UsualScene(cells, likeness, bool(fields[_GREY]), fields[_GENERATION])
        if fields[_COUNT] == count:
            return found
    return None


def fresh_in(memory: PictureMemory, now_s: float) -> UsualScene | None:
    """The same, unless it has stood there for long."""
    put_s = memory.view[_AT:_CELLS_AT].cast("q")[_PUT_MS] / 1000
    return usual_in(memory) if 0 <= now_s - put_s <= FRESH_S else None
