"""Tiles of servers on the disk: within bounds, whatever becomes of the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.maps.makers import picture
from tests.support.full import files_at_most
from wall.maps.template import Template, read_template
from wall.maps.tile_cache import TileCache
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, Tile

SERVER = read_template("https://t.example/{z}/{x}/{y}.png?key=SECRET")
OTHER = read_template("https://o.example/{z}/{x}/{y}.png")


class Clock:
    now_s = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


def kept(cache: TileCache, tile: Tile, server: Template = SERVER) -> bytes | None:
    found = cache.get(server, tile)
    return found.data if found else None


def files(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def test_what_was_put_in_is_there_with_its_time_and_after_a_restart(tmp_path: Path, clock: Clock) -> None:
    cache = TileCache(tmp_path, 1 << 20, clock)
    cache.put(SERVER, Tile(3, 1, 2), picture())
    clock.now_s += 50
    for each in (cache, TileCache(tmp_path, 1 << 20, clock)):
        found = each.get(SERVER, Tile(3, 1, 2))
        assert found is not None and found.data == picture() and found.since_s == clock.now_s - 50
        assert each.get(OTHER, Tile(3, 1, 2)) is None and each.get(SERVER, Tile(3, 2, 1)) is None


def test_that_there_is_none_is_kept_too(tmp_path: Path, clock: Clock) -> None:
    cache = TileCache(tmp_path, 1 << 20, clock)
    cache.put(SERVER, Tile(3, 1, 2), None)
    found = TileCache(tmp_path, 1 << 20, clock).get(SERVER, Tile(3, 1, 2))
    assert found is not None and found.data is None


def test_it_never_grows_beyond_its_bound_and_what_is_used_stays(tmp_path: Path, clock: Clock) -> None:
    size = len(picture())
    cache = TileCache(tmp_path, 10 * size, clock)
    for x in range(10):
        cache.put(SERVER, Tile(8, x, 0), picture())
    assert kept(cache, Tile(8, 0, 0)) is not None
    for x in range(10, 15):
        clock.now_s += 1
        cache.put(OTHER, Tile(8, x, 0), picture())
        assert cache.total <= 10 * size
    assert kept(cache, Tile(8, 0, 0)) is not None and kept(cache, Tile(8, 1, 0)) is None
    assert sum(each.stat().st_size for each in files(tmp_path)) == cache.total == 10 * size


def test_a_smaller_bound_after_a_restart_drops_what_came_first(tmp_path: Path, clock: Clock) -> None:
    cache = TileCache(tmp_path, 1 << 20, clock)
    for x in range(6):
        clock.now_s += 1
        cache.put(SERVER, Tile(8, x, 0), picture())
    smaller = TileCache(tmp_path, 3 * len(picture()), clock)
    assert [x for x in range(6) if kept(smaller, Tile(8, x, 0))] == [3, 4, 5]


def test_putting_twice_counts_once(tmp_path: Path, clock: Clock) -> None:
    cache = TileCache(tmp_path, 1 << 20, clock)
    for colour in range(5):
        cache.put(SERVER, Tile(1, 0, 0), picture((colour, 0, 0)))
    assert cache.total == len(files(tmp_path)[0].read_bytes()) and len(files(tmp_path)) == 1


def test_what_a_power_cut_tore_is_not_there(tmp_path: Path, clock: Clock) -> None:
    cache = TileCache(tmp_path, 1 << 20, clock)
    for x, torn in enumerate((b"", picture()[:-20], bytes(80))):
        cache.put(SERVER, Tile(3, x, 0), picture())
        next(each for each in files(tmp_path) if each.parent.name == str(x)).write_bytes(torn)
    (tmp_path / "left.part").write_bytes(b"half")
    again = TileCache(tmp_path, 1 << 20, clock)
    assert [kept(again, Tile(3, x, 0)) for x in range(3)] == [None] * 3
    assert files(tmp_path) == [] and again.total == 0


def test_a_full_disk_is_told_and_leaves_nothing_half(tmp_path: Path, clock: Clock) -> None:
    cache = TileCache(tmp_path, 1 << 20, clock)
    with files_at_most(30), pytest.raises(MapError) as caught:
        cache.put(SERVER, Tile(3, 1, 1), picture())
    assert caught.value.fault is MapFault.DISK_FULL
    assert files(tmp_path) == [] and kept(cache, Tile(3, 1, 1)) is None
    cache.put(SERVER, Tile(3, 1, 1), picture())
    assert kept(cache, Tile(3, 1, 1)) == picture()


def test_a_folder_that_is_taken_away(tmp_path: Path, clock: Clock) -> None:
    cache = TileCache(tmp_path / "tiles", 1 << 20, clock)
    cache.put(SERVER, Tile(3, 1, 1), picture())
    (tmp_path / "tiles").rename(tmp_path / "gone")
    assert kept(cache, Tile(3, 1, 1)) is None
    cache.put(SERVER, Tile(3, 1, 1), picture())
    assert kept(cache, Tile(3, 1, 1)) == picture()


def test_no_key_stands_in_a_name(tmp_path: Path, clock: Clock) -> None:
    TileCache(tmp_path, 1 << 20, clock).put(SERVER, Tile(3, 1, 1), picture())
    assert not any("SECRET" in str(each) or "example" in str(each) for each in tmp_path.rglob("*"))
