"""Patrols and duty views, on a real disk."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from wall.model.ptz.duty import DutyView
from wall.model.ptz.move import Place
from wall.model.ptz.patrol import Patrol, PatrolStop
from wall.store.database import Database
from wall.store.duty_store import DutyStore

ROUND = Patrol(7, "Chợ Nhớn", (PatrolStop("1", 5.0, 0.5), PatrolStop("Cổng", 20.0)), resume_after_s=30.0)
OWN = Patrol(8, "Của camera", tour="T 1", is_on=True)
VIEW = DutyView(7, "5", "Ngã Sáu", 60.0, 540, Place(0.5, -0.25, None))
PLAIN = DutyView(8, "Cổng", picture_minute=None)


@pytest.fixture
def store(database: Database) -> DutyStore:
    return DutyStore(database)


def test_what_was_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "city.db"
    with closing(Database(path)) as database:
        store = DutyStore(database)
        assert [store.keep_patrol(each) for each in (ROUND, OWN)] == [1, 2]
        for view in (VIEW, PLAIN):
            store.keep_duty_view(view)
    with closing(Database(path)) as database:
        store = DutyStore(database)
        assert store.patrols() == (replace(ROUND, patrol_id=1), replace(OWN, patrol_id=2))
        assert store.duty_views() == (VIEW, PLAIN)


def test_a_patrol_changes_goes_and_comes_back_under_its_id(store: DutyStore) -> None:
    first = replace(ROUND, patrol_id=store.keep_patrol(ROUND))
    store.keep_patrol(replace(first, is_on=True, stops=ROUND.stops[:1]))
    assert store.patrols() == (replace(first, is_on=True, stops=ROUND.stops[:1]),)
    store.remove_patrol(1)
    store.remove_patrol(1)
    assert store.keep_patrol(OWN) == 2, "an id is never used twice"
    store.keep_patrol(first)
    assert store.patrols() == (first, replace(OWN, patrol_id=2))


def test_a_camera_belongs_to_one_view_or_to_none(store: DutyStore) -> None:
    store.keep_duty_view(VIEW)
    store.keep_duty_view(replace(VIEW, token="6", place=None))
    assert store.duty_views() == (replace(VIEW, token="6", place=None),)
    store.remove_duty_view(7)
    store.remove_duty_view(7)
    assert store.duty_views() == ()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("stops", "{"),
        ("stops", "[]"),
        ("stops", '[{"preset":"1"}]'),
        ("stops", '[{"preset":"1","dwell_s":0,"speed":1}]'),
        ("name", " "),
        ("resume_after_s", -1.0),
        ("tour", "T"),
    ],
)
def test_a_patrol_that_makes_no_sense_is_left_out_and_left(
    store: DutyStore, database: Database, column: str, value: object
) -> None:
    store.keep_patrol(ROUND)
    store.keep_patrol(OWN)
    with database.transaction() as tables:
        tables.table("patrol").update(1, {column: value})
    assert [each.name for each in store.patrols()] == ["Của camera"]
    with database.reading() as tables:
        assert tables.execute("select count(*) from patrol").fetchone()[0] == 2


@pytest.mark.parametrize(("column", "value"), [("token", ""), ("return_after_s", 0.0), ("picture_minute", 4000)])
def test_a_duty_view_that_makes_no_sense_is_left_out(
    store: DutyStore, database: Database, column: str, value: object
) -> None:
    store.keep_duty_view(VIEW)
    store.keep_duty_view(PLAIN)
    with database.transaction() as tables:
        tables.table("duty_view").update(7, {column: value})
    assert store.duty_views() == (PLAIN,)
