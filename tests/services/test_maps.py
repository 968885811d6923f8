"""The base maps of a control room: taken in, chosen, read, taken out; nothing is lost and nobody waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

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
from tests.services.map_room import PATIENCE_S, MapRoom, map_room, result
from tests.support.full import files_at_most
from wall.model.errors import MapError
from wall.model.events import MapsChanged
from wall.model.inventory import Inventory, Position, Site
from wall.model.map_kinds import SHIPPED, MapFault, MapKind, Tile
from wall.model.map_taking import Taking
from wall.model.tile import Cause
from wall.services.map_import import middle_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[MapRoom]:
    with map_room(tmp_path) as opened:
        yield opened


@pytest.fixture
def mbtiles(tmp_path: Path) -> Path:
    return make_mbtiles(tmp_path / "phố.mbtiles", some_tiles())


def test_the_shipped_map_is_always_there(room: MapRoom) -> None:
    (shipped,) = room.maps.maps
    assert shipped.map_id == SHIPPED and shipped == room.maps.shown and shipped.attribution
    assert result(room.maps.vectors(SHIPPED)).features
    assert shipped.bounds.west < 106.07 < shipped.bounds.east and shipped.bounds.south < 21.18 < shipped.bounds.north


def test_a_file_of_each_kind(room: MapRoom, tmp_path: Path, mbtiles: Path) -> None:
    tiles = result(room.maps.take_in(str(mbtiles)))
    packed = result(room.maps.take_in(str(WRITTEN / "leaves.pmtiles"), name="Bản đồ nền"))
    folder = result(room.maps.take_in(str(make_folder(tmp_path / "ô", some_tiles()))))
    plan_file = make_plan(tmp_path / "a.png", world="0.001\n0\n0\n-0.001\n106\n21\n")
    plan = result(room.maps.take_in(str(plan_file), attribution="Công an tỉnh"))
    lines = result(room.maps.take_in(str(make_geojson(tmp_path / "a.geojson", (106, 21), (106.1, 21.1)))))
    assert [each.kind for each in room.maps.maps[1:]] == [
        MapKind.MBTILES,
        MapKind.PMTILES,
        MapKind.TILE_FOLDER,
        MapKind.PLAN,
        MapKind.GEOJSON,
    ]
    assert colour_of(room.tile(tiles, 2, 3, 1)) == (80, 60, 20) == colour_of(room.tile(folder, 2, 3, 1))
    assert packed.name == "Bản đồ nền" and colour_of(room.tile(packed, 3, 1, 2)) == (120, 37, 106)
    assert result(room.maps.image(plan.map_id)) == plan_file.read_bytes() and plan.attribution == "Công an tỉnh"
    assert plan.corners is not None
    assert len(result(room.maps.vectors(lines.map_id)).features) == 1
    assert room.tile(plan, 0, 0, 0) is None and room.tile(lines, 0, 0, 0) is None
    assert all(each.attribution for each in room.maps.maps)


def test_tiles_that_cannot_be_are_none(room: MapRoom, mbtiles: Path) -> None:
    base = result(room.maps.take_in(str(mbtiles)))
    for tile in (Tile(3, 0, 0), Tile(2, 4, 0), Tile(2, -1, 0), Tile(-1, 0, 0), Tile(99, 0, 0)):
        assert result(room.maps.tile(base.map_id, tile)) is None
    assert result(room.maps.tile(77, Tile(0, 0, 0))) is None


def test_what_is_chosen_and_taken_in_survives_a_restart(tmp_path: Path, mbtiles: Path) -> None:
    with map_room(tmp_path) as room:
        base = result(room.maps.take_in(str(mbtiles)))
        result(room.maps.choose(base.map_id))
        assert room.maps.shown == base
        assert room.events(MapsChanged)[-1] == MapsChanged(room.maps.maps, base.map_id)
    mbtiles.unlink()
    with map_room(tmp_path) as room:
        assert room.maps.shown == base
        assert colour_of(room.tile(base, 2, 3, 1)) == (80, 60, 20)
        result(room.maps.choose(SHIPPED))
    with map_room(tmp_path) as room:
        assert room.maps.shown.map_id == SHIPPED and room.maps.find(base.map_id) == base


def test_what_is_taken_out_is_gone_with_its_file(room: MapRoom, mbtiles: Path) -> None:
    base, other = (result(room.maps.take_in(str(mbtiles))) for _ in range(2))
    result(room.maps.choose(base.map_id))
    assert room.tile(base, 0, 0, 0) is not None
    result(room.maps.remove(base.map_id))
    assert room.maps.shown.map_id == SHIPPED and room.maps.find(base.map_id) is None
    assert room.tile(base, 0, 0, 0) is None and room.tile(other, 0, 0, 0) is not None
    assert [each.name for each in room.folder.iterdir()] == [f"{other.map_id}.mbtiles"]
    assert result(room.maps.take_in(str(mbtiles))).map_id > other.map_id, "a number never comes to mean another map"


def test_a_file_that_is_no_map_changes_nothing(room: MapRoom, tmp_path: Path, mbtiles: Path) -> None:
    base = result(room.maps.take_in(str(mbtiles)))
    result(room.maps.choose(base.map_id))
    before, told = room.maps.maps, len(room.told)
    (tmp_path / "page.mbtiles").write_text("<html>")
    for source in (tmp_path / "page.mbtiles", tmp_path / "gone.mbtiles", tmp_path / "empty"):
        with pytest.raises(MapError) as caught:
            result(room.maps.take_in(str(source)))
        assert source.name in str(caught.value)
    assert room.maps.maps == before and room.maps.shown == base and len(room.told) == told
    assert colour_of(room.tile(base, 2, 3, 1)) == (80, 60, 20)


def test_a_full_disk_changes_nothing(room: MapRoom, mbtiles: Path) -> None:
    with files_at_most(4096), pytest.raises(MapError) as caught:
        result(room.maps.take_in(str(mbtiles)))
    assert caught.value.fault is MapFault.DISK_FULL and caught.value.cause is Cause.DISK_FULL
    assert [each.map_id for each in room.maps.maps] == [SHIPPED] and list(room.folder.iterdir()) == []
    assert result(room.maps.take_in(str(mbtiles))).name == "Bắc Ninh"


def test_a_file_that_has_gone_is_told_once_and_the_others_go_on(tmp_path: Path, mbtiles: Path) -> None:
    with map_room(tmp_path) as room:
        gone, there = (result(room.maps.take_in(str(mbtiles))) for _ in range(2))
        (room.folder / f"{gone.map_id}.mbtiles").unlink()
        assert [room.tile(gone, 2, x, 0) for x in range(4)] == [None] * 4
        assert room.troubles() == [MapFault.MISSING]
        assert room.tile(there, 0, 0, 0) is not None
        with pytest.raises(MapError):
            result(room.maps.image(gone.map_id + 50))


def test_damage_in_a_kept_file_is_told_once(room: MapRoom, tmp_path: Path) -> None:
    tiles = {key: picture((9, 9, 9)) + bytes(6000) for key in some_tiles(3)}
    base = result(room.maps.take_in(str(make_mbtiles(tmp_path / "a.mbtiles", tiles))))
    file = room.folder / f"{base.map_id}.mbtiles"
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 3 :] = b"\xa5" * (len(damaged) - len(damaged) // 3)
    file.write_bytes(damaged)
    answers = [room.tile(base, 3, x, y) for x in range(8) for y in range(8)]
    assert None in answers
    assert room.troubles() == [MapFault.BROKEN]


def test_a_question_that_is_dropped_is_not_answered(room: MapRoom, mbtiles: Path) -> None:
    base = result(room.maps.take_in(str(mbtiles)))
    asked = [room.maps.tile(base.map_id, Tile(2, x, y)) for x in range(4) for y in range(4)]
    for each in asked:
        each.cancel()
    assert room.tile(base, 0, 0, 0) is not None
    assert all(each.done() for each in asked)


def test_another_program_has_taken_one_in(tmp_path: Path, mbtiles: Path) -> None:
    with map_room(tmp_path) as room, map_room(tmp_path) as other:
        base = result(other.maps.take_in(str(mbtiles)))
        assert room.maps.find(base.map_id) is None
        result(room.maps.refresh())
        assert room.maps.find(base.map_id) == base
        assert colour_of(room.tile(base, 2, 3, 1)) == (80, 60, 20)


def test_where_the_city_is() -> None:
    sites = tuple(Site(str(n), position=Position(21 + n / 100, 106)) for n in range(5))
    far = Site("typing mistake", position=Position(-21, 16))
    assert middle_of(Inventory((*sites, far, Site("nowhere")), (), ())) == Position(21.02, 106)
    assert middle_of(Inventory()) is None


def test_what_is_stopped_while_it_is_taken_in_is_not_there(room: MapRoom, tmp_path: Path, mbtiles: Path) -> None:
    taking = Taking(lambda _done, _whole: taking.stop())
    large = make_large_mbtiles(tmp_path / "large.mbtiles", 20)
    taken, behind = room.maps.take_in(str(large), taking=taking), room.maps.take_in(str(mbtiles))
    with pytest.raises(MapError) as caught:
        result(taken)
    assert caught.value.fault is MapFault.STOPPED
    kept = result(behind)
    assert room.maps.maps[1:] == (kept,) and [each.name for each in room.folder.iterdir()] == ["1.mbtiles"]


def test_the_end_of_the_program_stops_it(tmp_path: Path) -> None:
    far = threading.Event()
    with map_room(tmp_path) as room:
        taken = room.maps.take_in(
            str(make_large_mbtiles(tmp_path / "large.mbtiles", 200)), taking=Taking(lambda *_: far.set())
        )
        assert far.wait(PATIENCE_S)
    with pytest.raises(MapError):
        result(taken)
    assert list(room.folder.iterdir()) == []
