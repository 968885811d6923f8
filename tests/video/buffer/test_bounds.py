"""Whatever comes: memory and disk stay inside their bounds, and what is kept is what came last."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.video.buffer.shelves import MB, fill, number_of, opened, shelved, unit

HOURS = 8
KEEP_S = 300


@st.composite
def arrivals(draw: st.DrawFn) -> list[tuple[int, int, bool, bool]]:
    """Tile, size, keyframe, damaged."""
    size = st.one_of(st.integers(0, 3000), st.integers(3000, 80_000))
    each = st.tuples(st.integers(0, 4), size, st.booleans(), st.sampled_from([False] * 9 + [True]))
    return draw(st.lists(each, min_size=1, max_size=300))


@given(arrivals(), st.integers(20_000, 400_000), st.booleans())
@settings(max_examples=60, deadline=None)
def test_memory_stays_inside_its_bound(came: list[tuple[int, int, bool, bool]], limit: int, has_disk: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, shelved(Path(folder) if has_disk else None, limit, MB) as room:
        buffers = [opened(room.shelf, tile) for tile in range(5)]
        for number, (tile, size, keyframe, damaged) in enumerate(came):
            arrived = unit(number, 1000 + number / 10, size=size, keyframe=keyframe, damaged=damaged)
            buffers[tile].add(arrived)
            assert room.shelf.memory_bytes <= limit
        room.settle()
        assert room.shelf.memory_bytes <= limit and room.disk_bytes() <= MB
        taken = sum(chunk.bytes for buffer in buffers for chunk in buffer._chunks if chunk.units is not None)
        assert room.shelf.memory_bytes == taken, "what is told is what is there"
        for tile, buffer in enumerate(buffers):
            sent = [number for number, each in enumerate(came) if each[0] == tile]
            kept = [number_of(each.data) for each in buffer.units_from(0)]
            assert kept == [number for number in sent if number in set(kept)], "in their order, each once"


def test_eight_hours(tmp_path: Path) -> None:
    """Six cameras, a unit a second each, on a small shelf: three hundred times as much comes as is kept."""
    with shelved(tmp_path, memory_bytes=400_000, disk_bytes=3 * MB, keep_s=KEEP_S) as room:
        buffers = [opened(room.shelf, tile) for tile in range(6)]
        most_memory = most_disk = 0
        for minute in range(HOURS * 60):
            room.clock.now_s = 1000 + minute * 60
            for buffer in buffers:
                fill(room, buffer, 60, first=minute * 60, from_s=room.clock.now_s, every_s=1, group=4)
            room.shelf.tick(room.clock.now_s + 60)
            most_memory = max(most_memory, room.shelf.memory_bytes)
            if minute % 5 == 0:
                room.settle()
                most_disk = max(most_disk, room.disk_bytes())
        room.settle()
        now_s = 1000 + HOURS * 3600
        assert most_memory <= 400_000 and MB < most_disk <= 3 * MB
        assert len(room.files()) < 20 and len(room.shelf._sealed) < 1000
        for buffer in buffers:
            (span,) = buffer.spans()
            assert now_s - KEEP_S - 10 <= span.from_s and span.to_s == now_s - 1
            assert len(buffer._chunks) < 100
        assert room.troubles == []


def test_other_bounds_while_it_is_filled(tmp_path: Path) -> None:
    """Less memory goes to the disk and leaves no gap; a smaller disk loses the oldest; fewer minutes, too."""
    with shelved(tmp_path, memory_bytes=4 * MB, disk_bytes=8 * MB, keep_s=10_000) as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 2500, size=1000)
        assert room.files() == []
        room.shelf.settle(MB // 2, 10_000, 8 * MB)
        for _ in range(20):
            room.settle()
            room.shelf.tick(room.clock.now_s)
        assert room.shelf.memory_bytes <= MB // 2 and room.files()
        assert [number_of(each.data) for each in buffer.units_from(0)] == list(range(2500)) and room.troubles == []
        room.shelf.settle(MB // 2, 10_000, MB)
        room.settle()
        assert room.disk_bytes() <= MB
        (span,) = buffer.spans()
        assert span.from_s > 1000 and span.to_s == 1000 + 249.9
        room.shelf.settle(MB // 2, 30, MB)
        room.shelf.tick(1250)
        (span,) = buffer.spans()
        assert 1250 - 30 - 10 <= span.from_s <= 1250 - 30
        room.shelf.settle(4 * MB, 10_000, 8 * MB)
        fill(room, buffer, 1000, first=3000, from_s=1250, size=1000)
        assert len(list(buffer.units_from(1250))) == 1000


def test_less_memory_without_a_disk_is_less_at_once() -> None:
    with shelved(None, memory_bytes=MB) as room:
        buffer = opened(room.shelf)
        fill(room, buffer, 900, size=1000)
        room.shelf.settle(MB // 4, 300, 0)
        assert room.shelf.memory_bytes <= MB // 4 and room.troubles == []
        assert [number_of(each.data) for each in buffer.units_from(0)][-1] == 899
