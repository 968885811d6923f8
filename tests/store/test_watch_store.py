"""Which camera was seen, and for how long: summed up by hours, however long ago, at once."""

from __future__ import annotations

import time
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.full_disk import filled_up
from wall.model.errors import StoreError
from wall.model.watching import Seen, Watched
from wall.services.wall_ports import KeepsWatching
from wall.store.database import Database
from wall.store.watch_store import KEPT_HOURS, WatchStore

HOUR_S = 3600.0
NOW_S = 497_000 * HOUR_S
"""A full hour."""


@pytest.fixture
def store(database: Database) -> KeepsWatching:
    return WatchStore(database)


def test_what_was_never_seen_is_not_in_it(store: KeepsWatching) -> None:
    assert store.seen(0) == {}
    store.note([])
    assert store.seen(NOW_S) == {}


def test_a_camera_is_summed_up_by_hours_and_after_a_restart(database: Database, store: KeepsWatching) -> None:
    for minute in range(180):
        store.note([Watched(1, 60.0, NOW_S + minute * 60), Watched(2, 6.0, NOW_S + minute * 60)])
    last_s = NOW_S + 179 * 60
    with closing(Database(database.path)) as again:
        found = WatchStore(again)
        assert found.seen(0) == {1: Seen(1, last_s, 10_800.0), 2: Seen(2, last_s, 1080.0)}
        assert found.seen(NOW_S + HOUR_S)[1].seconds == 7200.0
        assert found.seen(NOW_S + 1.5 * HOUR_S)[1].seconds == 7200.0, "from the full hour on"
        assert found.seen(NOW_S + 3 * HOUR_S)[1] == Seen(1, last_s, 0.0)
    with database.reading() as tables:
        assert tables.table("watch_hour").count == 6, "a row an hour at most"


MOMENTS = st.integers(0, 40).map(lambda quarter: NOW_S + quarter * 900)
NOTES = st.lists(st.builds(Watched, st.integers(1, 3), st.integers(0, 60).map(float), MOMENTS), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(NOTES, st.integers(0, 12))
def test_in_whatever_order_it_was_noted(database: Database, notes: list[Watched], hour: int) -> None:
    since_s = NOW_S + hour * HOUR_S
    with database.transaction() as tables:
        tables.execute("delete from watch_hour")
        tables.execute("delete from watch_total")
    store = WatchStore(database)
    for each in notes:
        store.note([each])
    found = store.seen(since_s)
    for camera in range(1, 4):
        mine = [each for each in notes if each.camera_id == camera]
        seconds = sum(each.seconds for each in mine if each.last_s >= since_s)
        assert (found[camera].seconds if mine else 0.0) == pytest.approx(seconds)
    assert found.keys() == {each.camera_id for each in notes}


def test_what_is_older_than_four_hundred_days_is_dropped(database: Database, store: KeepsWatching) -> None:
    for day in range(0, 805, 5):
        store.note([Watched(1, 60.0, NOW_S + day * 86_400)])
    with database.reading() as tables:
        hours = [row["hour"] for row in tables.table("watch_hour").rows]
    newest = int((NOW_S + 800 * 86_400) // HOUR_S)
    assert max(hours) == newest and min(hours) >= newest - KEPT_HOURS - 5 * 24
    assert len(hours) == 82
    assert store.seen(0)[1].seconds == 82 * 60.0, "what was dropped does not count"
    assert store.seen(NOW_S + 795 * 86_400)[1].seconds == 120.0


def test_a_clock_that_is_wrong_for_a_while_does_no_lasting_harm(database: Database, store: KeepsWatching) -> None:
    store.note([Watched(1, 60.0, NOW_S)])
    store.note([Watched(1, 60.0, NOW_S + 40 * 365 * 86_400)])
    store.note([Watched(1, 60.0, NOW_S + HOUR_S)])
    seen = store.seen(NOW_S)[1]
    assert (seen.last_s, seen.seconds) == (NOW_S + HOUR_S, 180.0)
    store.note([Watched(1, 1.0, NOW_S + HOUR_S - 5)])
    assert store.seen(NOW_S)[1].last_s == NOW_S + HOUR_S, "a step back of seconds is no other time"


def test_what_makes_no_sense_is_passed_over(store: KeepsWatching) -> None:
    bad, nan = float("inf"), float("nan")
    store.note(
        [Watched(1, -1, NOW_S), Watched(1, nan, NOW_S), Watched(1, 1, bad), Watched(1, 1, nan), Watched(1, 1, -1)]
    )
    assert store.seen(0) == {}
    store.note([Watched(1, bad, NOW_S), Watched(2, 5.0, NOW_S)])
    assert store.seen(nan) == store.seen(-5) == {2: Seen(2, NOW_S, 5.0)}


def test_a_full_disk_is_told_and_loses_nothing(database: Database, store: KeepsWatching) -> None:
    store.note([Watched(1, 60.0, NOW_S)])
    with filled_up(database), pytest.raises(StoreError, match="make room"):
        store.note([Watched(camera, 60.0, NOW_S) for camera in range(2, 5000)])
    assert store.seen(0) == {1: Seen(1, NOW_S, 60.0)}


def test_a_year_of_a_hundred_cameras_is_summed_up_at_once(database: Database, store: KeepsWatching) -> None:
    first = int(NOW_S // HOUR_S)
    with database.transaction() as tables:
        rows = (
            (c, first + d * 24 + h, (d * 10 + h) * 900.0) for c in range(100) for d in range(400) for h in range(10)
        )
        tables.conn.executemany("insert into watch_hour values (?, ?, ?)", rows)
        tables.conn.executemany("insert into watch_total values (?, ?, ?)", [(c, NOW_S, 3.6e6) for c in range(100)])
    for day in (0, 200, 399):
        began_s = time.thread_time()
        seen = store.seen(NOW_S + day * 86_400)
        assert time.thread_time() - began_s < 0.1, "10,000 cameras would take ten times what is left of 0.3 s"
        assert seen[7].seconds == (400 - day) * 9000.0
