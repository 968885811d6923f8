"""Which base maps are kept, and which one is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store import room
from tests.store.full_disk import filled_up
from wall.model.errors import MapError, StoreError
from wall.model.map_kinds import SHIPPED, KeptMap, MapFault
from wall.model.tile import Cause
from wall.store.database import Database
from wall.store.map_store import KeptMaps, MapStore


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "citywall.db")) as opened:
        yield opened


@pytest.fixture
def store(database: Database) -> MapStore:
    return MapStore(database)


def nowhere(_map_id: int) -> str:
    return ""


def named(kept: KeptMap, map_id: int, file: str = "") -> KeptMap:
    return KeptMap(replace(kept.base, map_id=map_id), file, kept.template)


def test_what_is_kept_is_read_back(store: MapStore) -> None:
    file, plan, server = room.maps()
    ids = [store.add(file, lambda key: f"{key}.mbtiles"), store.add(plan, lambda key: f"{key}.png")]
    ids.append(store.add(server, nowhere))
    assert ids == [1, 2, 3]
    assert store.load() == KeptMaps((named(file, 1, "1.mbtiles"), named(plan, 2, "2.png"), named(server, 3)))


def test_one_is_shown_at_most(store: MapStore) -> None:
    ids = [store.add(each, nowhere) for each in room.maps()]
    assert store.load().shown == SHIPPED
    for map_id, shown in ((ids[1], ids[1]), (ids[2], ids[2]), (77, SHIPPED), (ids[0], ids[0]), (SHIPPED, SHIPPED)):
        store.choose(map_id)
        assert store.load().shown == shown
    store.choose(ids[0])
    store.remove(ids[0])
    assert store.load().shown == SHIPPED


def test_an_id_is_never_used_twice(store: MapStore) -> None:
    file = room.maps()[0]
    first = store.add(file, nowhere)
    store.remove(first)
    store.remove(first)
    assert store.add(file, nowhere) == first + 1


def test_a_file_that_finds_no_place_is_not_kept(store: MapStore) -> None:
    def full(_map_id: int) -> str:
        raise MapError(MapFault.DISK_FULL, "a")

    with pytest.raises(MapError):
        store.add(room.maps()[0], full)
    assert store.load() == KeptMaps()
    assert store.add(room.maps()[0], nowhere) == 1


def test_a_full_disk(database: Database, store: MapStore) -> None:
    kept = room.maps()[0]
    large = replace(kept, base=replace(kept.base, name="a" * 200_000))
    with filled_up(database), pytest.raises(StoreError) as caught:
        store.add(large, nowhere)
    assert caught.value.cause is Cause.DISK_FULL
    assert store.load() == KeptMaps()


def test_what_a_newer_program_has_kept_is_named_and_left_alone(database: Database, store: MapStore) -> None:
    ids = [store.add(each, nowhere) for each in room.maps()]
    with database.transaction() as tables:
        tables.execute("update base_map set kind = 'GLOBE' where map_id = 1")
        tables.execute("update base_map set corners = '[1, 2' where map_id = 2")
    store.choose(ids[0])
    kept = store.load()
    assert [each.map_id for each in kept.maps] == [3] and kept.shown == SHIPPED
    assert [each.split(":")[0] for each in kept.left_out] == ["map 1", "map 2"] and "GLOBE" in kept.left_out[0]
    with database.reading() as tables:
        assert tables.execute("select count(*) from base_map").fetchone()[0] == 3


def test_the_files_that_are_kept(store: MapStore) -> None:
    seen: list[frozenset[str]] = []
    for kept in room.maps()[:2]:
        store.add(kept, lambda key: f"{key}.png")
    store.add(room.maps()[2], nowhere)
    store.alone(seen.append)
    assert seen == [frozenset({"1.png", "2.png"})]
