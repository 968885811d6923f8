"""The outbox on a real disk: what waits is there after a restart, and nothing is told twice."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.store import kept_alarms
from tests.store.room import NOW_S
from wall.model.alarms.push import Parcel
from wall.model.alarms.ways_out import Way
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database
from wall.store.push_store import PushStore


def parcel(alarm_id: int, way: Way = Way.HTTP, rule_id: int = 1) -> Parcel:
    return Parcel(alarm_id, rule_id, way, '{"what": "Vượt rào"}', NOW_S, next_s=NOW_S)


def test_what_waits_is_there_after_a_restart_and_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "city.db"
    with closing(Database(path)) as database:
        store = PushStore(database)
        store.add([parcel(7), parcel(8), parcel(9), parcel(7, Way.MQTT)])
        store.postpone(1, 3, NOW_S + 60.0)
        store.end([2], NOW_S + 1.0)
    with closing(Database(path)) as database:
        store = PushStore(database)
        late = replace(parcel(7), tries=3, next_s=NOW_S + 60.0, parcel_id=1)
        assert store.waiting(Way.HTTP, 10) == (replace(parcel(9), parcel_id=3), late)
        assert [store.count(way) for way in Way] == [2, 1]


def test_what_was_told_is_not_told_again(database: Database) -> None:
    store = PushStore(database)
    store.add([parcel(7)])
    store.end([1], NOW_S)
    store.add([parcel(7), parcel(7, rule_id=2)])
    assert [(each.alarm_id, each.rule_id) for each in store.waiting(Way.HTTP, 10)] == [(7, 2)]


def test_each_level_of_an_escalation_is_told_once_whichever_the_rule(database: Database) -> None:
    store, late = PushStore(database), replace(parcel(7), level=1)
    store.add([parcel(7), late, replace(late, rule_id=2), replace(late, level=2), replace(late, way=Way.MQTT)])
    assert [(each.rule_id, each.level) for each in store.waiting(Way.HTTP, 10)] == [(1, 0), (0, 1), (0, 2)]
    assert [each.level for each in store.waiting(Way.MQTT, 10)] == [1]


def test_what_ended_long_ago_is_let_go_of_but_of_open_alarms(database: Database) -> None:
    AlarmStore(database).keep(kept_alarms.alarms(), b"jpeg")
    store = PushStore(database)
    store.add([parcel(1), parcel(2), parcel(3)])
    store.end([1, 2], NOW_S)
    store.forget(NOW_S + 1.0)
    store.add([parcel(1), parcel(2)])
    assert [each.alarm_id for each in store.waiting(Way.HTTP, 10)] == [3, 2]
