"""Files taken in: whole or not at all, whatever becomes of the disk, of the file, or of the program."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from tests.maps.makers import (
    WRITTEN,
    colour_of,
    make_folder,
    make_geojson,
    make_large_mbtiles,
    make_mbtiles,
    make_plan,
    picture,
    some_tiles,
)
from tests.support.full import files_at_most, on_a_small_disk
from wall.maps.mbtiles import MbTiles
from wall.maps.shelf import MapShelf
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, MapKind, Tile
from wall.model.map_taking import Taking

WORLD = "0.001\n0\n0\n-0.001\n106\n21\n"


@pytest.fixture
def shelf(tmp_path: Path) -> MapShelf:
    return MapShelf(tmp_path / "kept", left_free=0)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    return folder


def names(shelf: MapShelf) -> list[str]:
    return sorted(each.name for each in shelf.folder.iterdir())


def placed(shelf: MapShelf, source: Path) -> Path:
    with shelf.bringing(source) as brought:
        return shelf.folder / shelf.place(brought, 7)


def fault_of(shelf: MapShelf, source: Path) -> MapError:
    with pytest.raises(MapError) as caught, shelf.bringing(source):
        pass
    assert names(shelf) == [], "nothing is left"
    return caught.value


def test_files_are_copied_under_the_number_of_their_map(shelf: MapShelf, sources: Path) -> None:
    for source, name in (
        (make_mbtiles(sources / "a.db", some_tiles()), "7.mbtiles"),
        (WRITTEN / "leaves.pmtiles", "7.pmtiles"),
        (make_geojson(sources / "a.json", (106, 21)), "7.geojson"),
        (make_plan(sources / "a.jpg", world=WORLD), "7.jpg"),
    ):
        path = placed(shelf, source)
        assert path.name == name and path.read_bytes() == source.read_bytes()
    assert len(names(shelf)) == 4


def test_what_is_kept_is_there_when_its_source_is_gone(shelf: MapShelf, sources: Path) -> None:
    source = make_mbtiles(sources / "a.mbtiles", some_tiles())
    path = placed(shelf, source)
    source.write_bytes(b"")
    with closing(MbTiles(path)) as opened:
        assert colour_of(opened.tile(Tile(2, 3, 1))) == (80, 60, 20)


def test_a_tiff_becomes_a_png(shelf: MapShelf, sources: Path) -> None:
    path = placed(shelf, make_plan(sources / "a.tif", world=WORLD))
    with Image.open(path) as kept:
        assert (path.name, kept.format, kept.size) == ("7.png", "PNG", (40, 20))
        assert kept.getpixel((3, 3)) == (90, 90, 200)


def test_a_folder_of_tiles_becomes_one_file(shelf: MapShelf, sources: Path) -> None:
    folder = make_folder(sources / "phố", some_tiles())
    (folder / "2" / "1" / "2.png").write_bytes(picture()[:30])
    (folder / "README.txt").write_text("not a tile")
    with shelf.bringing(folder) as brought:
        assert (brought.found.kind, brought.found.name) == (MapKind.TILE_FOLDER, "phố")
        assert (brought.found.min_zoom, brought.found.max_zoom) == (0, 2)
        assert brought.found.remarks == ("1 files were no whole pictures and were left out",)
        path = shelf.folder / shelf.place(brought, 3)
    with closing(MbTiles(path)) as opened:
        assert colour_of(opened.tile(Tile(2, 3, 1))) == (80, 60, 20)
        assert opened.tile(Tile(2, 1, 2)) is None


@pytest.mark.parametrize(
    ("file", "text"), [("tilemapresource.xml", "<TileMap/>"), ("metadata.json", '{"scheme": "tms"}')]
)
def test_a_folder_that_counts_from_the_south(shelf: MapShelf, sources: Path, file: str, text: str) -> None:
    folder = make_folder(sources / "tiles", some_tiles())
    (folder / file).write_text(text)
    with closing(MbTiles(placed(shelf, folder))) as opened:
        assert colour_of(opened.tile(Tile(2, 3, 1))) == (80, 60, 40)


def test_what_a_folder_says_of_itself(shelf: MapShelf, sources: Path) -> None:
    folder = make_folder(sources / "tiles", some_tiles())
    (folder / "metadata.json").write_text('{"name": "Bắc Ninh", "attribution": "© Sở", "bounds": [105, 20, 107, 22]}')
    with shelf.bringing(folder) as brought:
        assert (brought.found.name, brought.found.attribution) == ("Bắc Ninh", "© Sở")
        assert brought.found.bounds.east == 107


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ({}, MapFault.NO_MAP),
        ({"0/0/0.pbf": b"\x1f\x8b"}, MapFault.VECTOR_TILES),
        ({"0/0/0.png": b""}, MapFault.NO_TILES),
        ({"0/0/9.png": picture()}, MapFault.NO_TILES),
        ({"0/0/0.png": b"<html>"}, MapFault.NO_TILES),
    ],
)
def test_folders_that_are_no_map(shelf: MapShelf, sources: Path, content: dict[str, bytes], fault: MapFault) -> None:
    for name, data in content.items():
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_bytes(data)
    assert fault_of(shelf, sources).fault is fault


def test_a_file_that_is_no_map_leaves_nothing(shelf: MapShelf, sources: Path) -> None:
    (sources / "a.mbtiles").write_bytes(b"<html>")
    assert fault_of(shelf, sources / "a.mbtiles").fault is MapFault.NO_MAP


def test_a_file_that_cannot_grow(shelf: MapShelf, sources: Path) -> None:
    file, folder = make_mbtiles(sources / "a.mbtiles", some_tiles(4)), make_folder(sources / "b", some_tiles(4))
    tiff = sources / "c.tif"
    Image.effect_noise((300, 300), 90).save(tiff)
    tiff.with_suffix(".tfw").write_text(WORLD)
    with files_at_most(8000):
        for source in (file, folder, tiff):
            assert fault_of(shelf, source).fault is MapFault.DISK_FULL


def test_no_copy_begins_that_would_not_have_room(tmp_path: Path, sources: Path) -> None:
    shelf = MapShelf(tmp_path / "kept", left_free=1 << 60)
    error = fault_of(shelf, make_mbtiles(sources / "a.mbtiles", some_tiles()))
    assert error.fault is MapFault.DISK_FULL and "MB more" in error.what


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    assert on_a_small_disk(tmp_path, "200k", "tests.maps.small_disk") == "DISK_FULL []\nDISK_FULL []\n"


def test_what_nobody_refers_to_is_swept_and_what_is_at_work_is_not(shelf: MapShelf, sources: Path) -> None:
    source = make_mbtiles(sources / "a.mbtiles", some_tiles())
    with shelf.bringing(source) as brought:
        kept = shelf.place(brought, 1)
    with shelf.bringing(source) as brought:
        shelf.place(brought, 2)
    (shelf.folder / "77-aa.part").write_bytes(b"of a killed program")
    (shelf.folder / "notes.txt").write_text("of a person")
    with shelf.bringing(source) as brought:
        MapShelf(shelf.folder).sweep(frozenset({kept}))
        assert set(names(shelf)) == {kept, "notes.txt", brought.part.name}
    assert names(shelf) == ["1.mbtiles", "notes.txt"]


def test_sigkill_in_the_middle_of_taking_in(tmp_path: Path) -> None:
    """Whatever the moment: a map is there with all of its tiles, or it is not there and leaves no file."""
    command = [sys.executable, "-m", "tests.maps.killed", str(tmp_path), "16", "5"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=55, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr
    kept, parts = map(int, done.stdout.split())
    assert kept > 0 and parts > 0, "some kills came after it was done, some in the middle"


def test_it_tells_how_far_it_is(shelf: MapShelf, sources: Path) -> None:
    told: list[tuple[int, int]] = []
    large = make_large_mbtiles(sources / "a.mbtiles", 20)
    with shelf.bringing(large, taking=Taking(lambda *each: told.append(each))):
        size = large.stat().st_size
    assert told == sorted(told) and len(told) > 4 and told[-1] == (size, size)
    told.clear()
    with shelf.bringing(make_folder(sources / "tiles", some_tiles(4)), taking=Taking(lambda *each: told.append(each))):
        assert told == [(0, 0), (200, 0)]


@pytest.mark.parametrize("kind", ["a file", "a folder", "vectors"])
def test_what_is_stopped_on_its_way_leaves_nothing(shelf: MapShelf, sources: Path, kind: str) -> None:
    made = {
        "a file": lambda: make_large_mbtiles(sources / "a.mbtiles", 20),
        "a folder": lambda: make_folder(sources / "tiles", some_tiles(4)),
        "vectors": lambda: make_geojson(sources / "a.geojson", (106, 21), (106.1, 21.1)),
    }[kind]()
    taking = Taking(lambda done, _whole: taking.stop() if done else None)
    taking.is_stopped = kind == "vectors"
    with pytest.raises(MapError) as caught, shelf.bringing(made, taking=taking):
        pytest.fail("it was stopped")
    assert caught.value.fault is MapFault.STOPPED and caught.value.name == made.name
    assert not shelf.folder.exists() or names(shelf) == []
