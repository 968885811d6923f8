"""MBTiles: read as the specification says, refused where they cannot be a map, bounded where they are hostile."""

from __future__ import annotations

import gzip
import itertools
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.maps.makers import colour_of, make_mbtiles, picture, some_tiles
from wall.maps.examine import examine
from wall.maps.mbtiles import MbTiles
from wall.maps.mbtiles_writer import write_mbtiles
from wall.model.errors import MapError
from wall.model.map_kinds import Bounds, MapFault, MapKind, Tile


def fault_of(path: Path) -> MapError:
    with pytest.raises(MapError) as caught:
        examine(path)
    assert path.name in str(caught.value), "it says which file"
    return caught.value


def test_a_tile_is_found_by_its_row_from_the_north(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "a.mbtiles", some_tiles())
    with closing(MbTiles(path)) as opened:
        assert colour_of(opened.tile(Tile(2, 3, 1))) == (80, 60, 20)
        assert opened.tile(Tile(3, 0, 0)) is None


def test_a_scheme_that_counts_from_the_north_is_heeded(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "a.mbtiles", some_tiles(), {"scheme": "xyz"})
    with closing(MbTiles(path)) as opened:
        assert colour_of(opened.tile(Tile(2, 3, 1))) == (80, 60, 40), "the third row from the south is the second"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_what_it_says_of_itself(tmp_path: Path, kind: str) -> None:
    tiles = dict.fromkeys(some_tiles(3), picture(kind=kind))
    told = {"name": "Bắc  Ninh", "attribution": '<a href="//x">© OSM &amp; Sở</a>', "bounds": "105.9,21.0,106.2,21.3"}
    _, found = examine(make_mbtiles(tmp_path / "a.mbtiles", tiles, told))
    assert (found.kind, found.name, found.attribution) == (MapKind.MBTILES, "Bắc Ninh", "© OSM & Sở")
    assert (found.min_zoom, found.max_zoom, found.bounds) == (0, 3, Bounds(105.9, 21.0, 106.2, 21.3))


def test_what_says_nothing_is_measured(tmp_path: Path) -> None:
    tiles = {key: data for key, data in some_tiles(3).items() if key[0] == 3 and key[1] in (4, 5) and key[2] == 3}
    _, found = examine(make_mbtiles(tmp_path / "phố.mbtiles", tiles, {}))
    assert found.name == "phố" and found.attribution == ""
    assert (found.min_zoom, found.max_zoom) == (3, 3)
    assert found.bounds.west == 0 and found.bounds.east == pytest.approx(90)
    assert found.bounds.south == pytest.approx(0) and found.bounds.north == pytest.approx(40.9799, abs=1e-3)


def test_vector_tiles_are_named(tmp_path: Path) -> None:
    vectors = gzip.compress(b"\x1a\x05layer")
    assert (
        fault_of(make_mbtiles(tmp_path / "a.mbtiles", some_tiles(), {"format": "pbf"})).fault is MapFault.VECTOR_TILES
    )
    assert fault_of(make_mbtiles(tmp_path / "b.mbtiles", {(0, 0, 0): vectors}, {})).fault is MapFault.VECTOR_TILES


@pytest.mark.parametrize(
    ("told", "named"),
    [({"crs": "EPSG:3405"}, "EPSG:3405"), ({"bounds": "11800000,2400000,11830000,2430000"}, "11800000")],
)
def test_another_projection_is_named(tmp_path: Path, told: dict[str, str], named: str) -> None:
    error = fault_of(make_mbtiles(tmp_path / "a.mbtiles", some_tiles(), told))
    assert error.fault is MapFault.PROJECTION and named in error.what


def test_web_mercator_may_be_said(tmp_path: Path) -> None:
    _, found = examine(make_mbtiles(tmp_path / "a.mbtiles", some_tiles(), {"crs": "EPSG:3857"}))
    assert found.max_zoom == 2


def test_empty_files_and_files_without_tiles(tmp_path: Path) -> None:
    empty = tmp_path / "a.mbtiles"
    empty.touch()
    assert fault_of(empty).fault is MapFault.EMPTY
    assert fault_of(make_mbtiles(tmp_path / "b.mbtiles", {})).fault is MapFault.NO_TILES
    with closing(sqlite3.connect(tmp_path / "c.mbtiles")) as other, other:
        other.execute("create table something (a)")
    assert fault_of(tmp_path / "c.mbtiles").fault is MapFault.NO_MAP


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "a.mbtiles", some_tiles(4))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    error = fault_of(path)
    assert error.fault is MapFault.BROKEN and "end is missing" in error.what


def test_a_file_with_rubbish_in_the_middle(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "a.mbtiles", some_tiles(4))
    whole = bytearray(path.read_bytes())
    whole[4096:-4096] = b"\xa5" * (len(whole) - 8192)
    path.write_bytes(whole)
    assert fault_of(path).fault in (MapFault.BROKEN, MapFault.BROKEN_TILE)


@pytest.mark.parametrize("tile", [b"<html>no</html>", picture()[:40], b"\x89PNG\r\n\x1a\n", picture(size=1200)])
def test_tiles_that_are_no_pictures(tmp_path: Path, tile: bytes) -> None:
    error = fault_of(make_mbtiles(tmp_path / "a.mbtiles", {(0, 0, 0): tile}, {}))
    assert error.fault in (MapFault.BROKEN_TILE, MapFault.TOO_LARGE)


def test_a_view_that_never_ends_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.mbtiles"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "create view tiles as with recursive n(i) as (select 1 union all select i + 1 from n)"
            " select 0 as zoom_level, i as tile_column, 0 as tile_row, x'00' as tile_data from n"
            " where abs(random()) < 0"
        )
    clock = itertools.count(0, 5.0)
    with pytest.raises(MapError) as caught, closing(MbTiles(path, lambda: next(clock))) as opened:
        opened.tile(Tile(0, 0, 0))
    assert caught.value.fault is MapFault.BROKEN


def test_a_huge_tile_is_not_read(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "a.mbtiles", {(0, 0, 0): picture() + bytes(3 << 20)}, {})
    assert fault_of(path).fault is MapFault.BROKEN


def test_a_file_that_is_being_written_is_refused(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "a.mbtiles", some_tiles())
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("pragma journal_mode = wal")
        with writer:
            writer.execute("insert into metadata values ('type', 'baselayer')")
        assert fault_of(path).fault is MapFault.UNREADABLE


def test_what_we_write_is_read_back_and_is_as_the_specification_says(tmp_path: Path) -> None:
    path = tmp_path / "a.mbtiles"
    tiles = {Tile(*key): data for key, data in some_tiles().items()}
    assert write_mbtiles(path, {"name": "phố"}, tiles.items()) == 21
    with closing(sqlite3.connect(path)) as other:
        asked = "select tile_data from tiles where zoom_level = 2 and tile_column = 3 and tile_row = 2"
        assert other.execute(asked).fetchone()[0] == tiles[Tile(2, 3, 1)]
    with closing(MbTiles(path)) as opened:
        assert {tile: opened.tile(tile) for tile in tiles} == tiles


def test_nothing_is_written_beside_a_file_that_is_read(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "a.mbtiles", some_tiles())
    with closing(MbTiles(path)) as opened:
        opened.tile(Tile(0, 0, 0))
        assert [each.name for each in tmp_path.iterdir()] == ["a.mbtiles"]
