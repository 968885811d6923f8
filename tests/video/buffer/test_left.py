"""What closed tiles leave: it is their camera's, for as long as it would have been kept anyway."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.video.buffer.shelves import MB, Shelved, fill, info, number_of, numbers, shelved, unit
from wall.model.stream import Codec
from wall.video.buffer import RollingBuffer

KEEP_S = 300


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Shelved]:
    with shelved(tmp_path, memory_bytes=MB // 2, keep_s=KEEP_S) as room:
        yield room


def of(room: Shelved, tile: int, owner: str = "7", codec: Codec = Codec.H264) -> RollingBuffer:
    buffer = room.shelf.buffer(tile, owner)
    buffer.begin(info(codec))
    return buffer


def test_the_next_tile_of_a_camera_begins_with_it(room: Shelved) -> None:
    """Part of it in memory, part on the disk, and the chunk that was still growing, too."""
    first = of(room, 1)
    fill(room, first, 1005)
    first.close()
    assert first.spans() == [] and numbers(first, 0) == []
    second = of(room, 2)
    assert numbers(second, 0) == list(range(1005))
    fill(room, second, 20, first=2000, from_s=1160)
    assert numbers(second, 1160) == list(range(2000, 2020))
    assert numbers(second, 1099.9) == [*range(990, 1005), *range(2000, 2020)]
    before, now = second.spans()
    assert (before.from_s, now.from_s) == (1000, 1160), "between them nothing was kept, and that is said"


def test_another_camera_has_none_of_it(room: Shelved) -> None:
    buffer = of(room, 1)
    fill(room, buffer, 50)
    buffer.close()
    other = of(room, 2, "8")
    assert numbers(other, 0) == []
    assert numbers(of(room, 3), 0) == list(range(50))


def test_of_two_streams_the_later_one_counts_and_nothing_is_missing(room: Shelved) -> None:
    """The small one is closed only after the large one is there."""
    small, large = of(room, 1), of(room, 2, codec=Codec.H265)
    fill(room, small, 300)
    fill(room, large, 50, first=5000, from_s=1023.5)
    small.close()
    seen = list(large.units_from(0))
    assert [number_of(each.data) for each in seen] == [*range(236), *range(5000, 5050)]
    assert all(one.arrived_s <= other.arrived_s for one, other in pairwise(seen))
    assert {each.codec for each in seen[:236]} == {Codec.H264} and seen[236].codec is Codec.H265
    assert seen[236].follows is False and seen[236].keyframe
    (span,) = large.spans()
    assert span.from_s == 1000 and span.to_s == pytest.approx(1028.4)
    large.close()
    assert numbers(of(room, 3), 0) == [*range(236), *range(5000, 5050)]


def test_it_goes_with_its_time(room: Shelved) -> None:
    buffer = of(room, 1)
    fill(room, buffer, 1000)
    buffer.close()
    room.clock.now_s = 1100 + KEEP_S + 1
    room.shelf.tick(room.clock.now_s)
    room.settle()
    assert room.shelf.bytes() == (0, 0) and room.files() == []
    assert numbers(of(room, 2), 0) == [] and not room.shelf._left


def test_where_nobody_owns_it_it_goes_at_once(room: Shelved) -> None:
    buffer = of(room, 1, "")
    fill(room, buffer, 1000)
    buffer.close()
    room.settle()
    assert room.shelf.bytes() == (0, 0) and numbers(of(room, 2, ""), 0) == []


DEED = st.tuples(st.sampled_from(["add", "add", "add", "close"]), st.integers(0, 3))


@given(st.lists(DEED, min_size=1, max_size=300), st.integers(20_000, 200_000), st.booleans())
@settings(max_examples=40, deadline=None)
def test_whatever_is_opened_and_closed(deeds: list[tuple[str, int]], limit: int, has_disk: bool) -> None:
    """Four tiles of two cameras: all stays inside its bounds, in its order, and is counted rightly."""
    with tempfile.TemporaryDirectory() as folder, shelved(Path(folder) if has_disk else None, limit, MB) as room:
        tiles: dict[int, RollingBuffer] = {}
        for number, (deed, tile) in enumerate(deeds):
            if deed == "close" and tile in tiles:
                tiles.pop(tile).close()
            elif deed == "add":
                if tile not in tiles:
                    tiles[tile] = of(room, tile, str(tile % 2))
                tiles[tile].add(unit(number, 1000 + number / 3, size=900, keyframe=number % 5 == 0))
            assert room.shelf.memory_bytes <= limit
        room.settle()
        for buffer in tiles.values():
            kept = [number_of(each.data) for each in buffer.units_from(0)]
            assert kept == sorted(set(kept))
        assert room.shelf.memory_bytes <= limit and room.disk_bytes() <= MB
        for buffer in tiles.values():
            buffer.close()
        room.shelf.tick(1e6)
        room.settle()
        assert room.shelf.bytes() == (0, 0)
