"""Looks at the map, kept by the db thread in a real database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from wall.model.events import Event, MapViewsChanged, WorkFailed
from wall.model.geo.map_view import MapView
from wall.model.inventory import Position
from wall.services.db_thread import DbThread
from wall.services.map_views import MapViews
from wall.store.database import Database
from wall.store.map_view_store import MapViewStore

VIEW = MapView("Trung tâm", Position(21.1861, 106.0763), 14.5)
PATIENCE_S = 10


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def db(told: list[Event]) -> Iterator[DbThread]:
    with closing(DbThread(told.append)) as db:
        yield db


def test_it_is_on_the_disk_before_it_is_believed(db: DbThread, told: list[Event], tmp_path: Path) -> None:
    with closing(db.ask(lambda: Database(tmp_path / "city.db")).result(PATIENCE_S)) as database:
        views = MapViews(db, lambda: MapViewStore(database), told.append)
        assert not views.views
        key = views.keep(VIEW).result(PATIENCE_S)
        kept = replace(VIEW, view_id=key)
        assert views.views == (kept,) and told == [MapViewsChanged((kept,))]
        again = MapViews(db, lambda: MapViewStore(database), told.append)
        again.load().result(PATIENCE_S)
        assert again.views == (kept,)
        views.remove(key).result(PATIENCE_S)
        assert list(views.views) == [] and told[-1] == MapViewsChanged(())


def test_a_disk_that_does_not_is_told_and_nothing_is_believed(db: DbThread, told: list[Event], tmp_path: Path) -> None:
    database = db.ask(lambda: Database(tmp_path / "city.db")).result(PATIENCE_S)
    views = MapViews(db, lambda: MapViewStore(database), told.append)
    database.close()
    assert views.keep(VIEW).exception(PATIENCE_S) is not None
    assert [type(each) for each in told] == [WorkFailed] and not views.views
