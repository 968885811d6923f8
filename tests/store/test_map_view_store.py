"""Looks at the map, on a real disk."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from wall.model.geo.map_view import MapView
from wall.model.inventory import Position
from wall.store.database import Database
from wall.store.map_view_store import MapViewStore

CENTRE = MapView("Trung tâm", Position(21.1861, 106.0763), 14.5, 3, ("cameras", "heat"))
STATION = MapView("Ga Bắc Ninh", Position(21.183, 106.055), 17.0)


@pytest.fixture
def store(database: Database) -> MapViewStore:
    return MapViewStore(database)


def test_what_was_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "city.db"
    with closing(Database(path)) as database:
        assert [MapViewStore(database).keep(each) for each in (CENTRE, STATION)] == [1, 2]
    with closing(Database(path)) as database:
        assert MapViewStore(database).load() == (replace(CENTRE, view_id=1), replace(STATION, view_id=2))


def test_a_view_changes_goes_and_comes_back(store: MapViewStore) -> None:
    first = replace(CENTRE, view_id=store.keep(CENTRE))
    second = replace(STATION, view_id=store.keep(STATION))
    store.keep(replace(first, name="Chợ Nhớn", zoom=3.0))
    assert [(each.name, each.zoom) for each in store.load()] == [("Chợ Nhớn", 3.0), ("Ga Bắc Ninh", 17.0)]
    store.remove(second.view_id)
    store.remove(second.view_id)
    assert [each.view_id for each in store.load()] == [1]
    assert store.keep(CENTRE) == 3, "an id is never used twice"
    store.keep(second)
    assert [each.view_id for each in store.load()] == [1, 2, 3]


@pytest.mark.parametrize(("column", "value"), [("zoom", -4.0), ("latitude", 400.0), ("layers", "{"), ("name", " ")])
def test_a_row_that_makes_no_sense_is_left_out_and_left(
    store: MapViewStore, database: Database, column: str, value: object
) -> None:
    store.keep(CENTRE)
    store.keep(STATION)
    with database.transaction() as tables:
        tables.table("map_view").update(1, {column: value})
    assert [each.name for each in store.load()] == ["Ga Bắc Ninh"]
    with database.reading() as tables:
        assert tables.execute("select count(*) from map_view").fetchone()[0] == 2


def test_a_view_needs_a_name_and_a_zoom_that_can_be() -> None:
    for name in ("  ", "x" * 201):
        with pytest.raises(ValueError):
            replace(CENTRE, name=name)
    for zoom in (float("nan"), 31.0):
        with pytest.raises(ValueError):
            replace(CENTRE, zoom=zoom)
