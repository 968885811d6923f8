"""Drills on a real disk: all that was proven is there after a restart, and what a kill cut off says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store import kept_alarms
from tests.store.room import NOW_S
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.drill import Drill, DrillKind, DrillPart, DrillStanding, DrillVerdict, DrillWhy, Proof
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.push import Answer
from wall.model.alarms.workflow import Step, act
from wall.model.tile import Cause
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database
from wall.store.drill_store import DrillStore

REASONS = st.none() | st.sampled_from(DrillWhy) | st.sampled_from(Cause) | st.sampled_from(Answer)
PROOFS = st.builds(Proof, st.none() | st.floats(0, 1e6), REASONS, st.booleans())
DRILLS = st.builds(
    Drill,
    st.sampled_from(DrillKind),
    st.floats(0, 4e9),
    camera_id=st.integers(0, 2**31),
    name=st.text(st.characters(exclude_categories=["Cs"])),
    is_nightly=st.booleans(),
    proofs=st.dictionaries(st.sampled_from(DrillPart), PROOFS),
    screen=st.integers(0, 99),
    cell=st.integers(0, 99),
    pictures=st.integers(0, 640),
    standing=st.sampled_from(DrillStanding),
)


def test_all_that_is_known_of_a_drill_is_there_after_a_restart(tmp_path: Path) -> None:
    kept = kept_alarms.drills()
    with closing(Database(tmp_path / "a.db")) as database:
        for drill in kept:
            DrillStore(database).add(drill)
    with closing(Database(tmp_path / "a.db")) as database:
        found = DrillStore(database).find(10)
    assert found == tuple(replace(drill, drill_id=key) for key, drill in reversed(list(enumerate(kept, 1))))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(DRILLS)
def test_a_drill_of_any_shape_comes_back_as_it_was(database: Database, drill: Drill) -> None:
    store = DrillStore(database)
    drill_id = store.add(replace(drill, proofs={}))
    store.keep(replace(drill, drill_id=drill_id))
    (found,) = store.find(1)
    assert found == replace(drill, drill_id=drill_id)


def test_the_newest_come_first_a_page_at_a_time(database: Database) -> None:
    store = DrillStore(database)
    ids = [store.add(Drill(DrillKind.ALARM, NOW_S + each)) for each in range(5)]
    assert [each.drill_id for each in store.find(2)] == [ids[4], ids[3]]
    assert [each.drill_id for each in store.find(9, ids[3])] == ids[2::-1]


def test_what_was_under_way_when_a_program_ended_is_cut_off(database: Database) -> None:
    store = DrillStore(database)
    for drill in kept_alarms.drills():
        store.add(drill)
    store.cut_off()
    cut, well, failed = store.find(10)
    assert (cut.verdict, well.verdict, failed.verdict) == (
        DrillVerdict.CUT_OFF,
        DrillVerdict.PASSED,
        DrillVerdict.FAILED,
    )
    assert [each.drill_id for each in store.unseen(10)] == [cut.drill_id, failed.drill_id]


def test_who_takes_note_of_a_failure_is_written_down_once(database: Database) -> None:
    store = DrillStore(database)
    failed = store.add(kept_alarms.drills()[0])
    store.see([failed], "Lê Bình", NOW_S)
    store.see([failed], "Trần An", NOW_S + 60.0)
    store.keep(replace(kept_alarms.drills()[0], drill_id=failed))
    assert store.unseen(10) == ()
    (found,) = store.find(1)
    assert (found.seen_by, found.seen_s) == ("Lê Bình", NOW_S)


def test_how_soon_people_noticed_is_what_the_alarm_says(database: Database) -> None:
    alarms, store = AlarmStore(database), DrillStore(database)
    alarms.keep(kept_alarms.alarms(), b"jpeg")
    store.add(Drill(DrillKind.ALARM, NOW_S, alarm_id=1))
    store.add(Drill(DrillKind.HANG, NOW_S))
    alarm = alarms.alarm(1)
    assert alarm is not None
    done = act(alarm, Acknowledge(), "Trần An", alarm.raised_s + 12.5)
    assert isinstance(done, Step)
    alarms.keep(Outcome(alarms={1: done.alarm}, activities=[done.activity]))
    assert [(each.people_s, each.people) for each in store.find(2)] == [(None, ""), (12.5, "Trần An")]


def test_the_last_one_of_a_night_says_whose_turn_it_is(database: Database) -> None:
    store = DrillStore(database)
    assert store.last_nightly() is None
    store.add(Drill(DrillKind.BLACK, NOW_S, is_nightly=True))
    store.add(Drill(DrillKind.HANG, NOW_S))
    last = store.last_nightly()
    assert last is not None
    assert last.kind is DrillKind.BLACK


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("update alarm_drill set kind = 'EARTHQUAKE'", []),
        ("update alarm_drill set standing = 'LATER'", [DrillVerdict.CUT_OFF]),
        ("update alarm_drill_part set part = 'SMELL ' || part", [DrillVerdict.NOTHING]),
        ("update alarm_drill_part set why = 'Weather.RAIN'", [DrillVerdict.FAILED]),
        ("update alarm_drill_part set why = 'Cause.RAIN'", [DrillVerdict.FAILED]),
    ],
)
def test_what_a_newer_program_has_written_does_no_harm(
    tmp_path: Path, change: str, expected: list[DrillVerdict]
) -> None:
    path = tmp_path / "a.db"
    with closing(Database(path)) as database:
        DrillStore(database).add(kept_alarms.drills()[0])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    with closing(Database(path)) as database:
        assert [each.verdict for each in DrillStore(database).find(9)] == expected
        assert len(DrillStore(database).unseen(9)) == sum(each is not DrillVerdict.NOTHING for each in expected)


def test_a_reason_that_nobody_knows_is_one_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(Database(path)) as database:
        DrillStore(database).add(kept_alarms.drills()[0])
        with database.transaction() as tables:
            tables.execute("update alarm_drill_part set why = 'Cause.RAIN' where why <> ''")
        (drill,) = DrillStore(database).find(1)
    assert drill.proofs[DrillPart.SOUND] == Proof(why=DrillWhy.UNKNOWN)
