"""Drills of the night, and how all of them are kept."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.model.alarms.town import T
from tests.services.alarms.alarm_room import WAIT_S
from tests.services.alarms.drill_sitting import DEAF, RINGS, Sitting, sitting_in
from tests.support.stuck import stuck_disk
from wall.model.alarms.drill import (
    Drill,
    DrillKind,
    DrillPart,
    DrillStanding,
    DrillVerdict,
    DrillWhy,
    Hung,
)
from wall.model.errors import StoreError
from wall.model.events import Event, WorkFailed
from wall.model.tile import TileState
from wall.services.alarms.drill_book import DrillBook
from wall.services.alarms.drill_runs import (
    HEARD_WITHIN_S,
    UNNOTICED_S,
    ended,
)
from wall.services.db_thread import DbThread
from wall.store.database import Database
from wall.store.drill_store import DrillStore


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    with sitting_in(tmp_path / "a.db") as sitting:
        yield sitting


# -- nights, and what is kept


def night(sitting: Sitting) -> None:
    """Three o'clock comes; the bell rings, and all is well."""
    sitting.pass_time(60)
    sitting.tell(RINGS)
    if sitting.drills.is_busy:
        sitting.pass_time(UNNOTICED_S + 1)
    sitting.pass_time(86400 - sitting.room.now_s % 86400 + 2 * 3600 + 59 * 60 - T % 86400)


def before_three(sitting: Sitting) -> None:
    sitting.room.now_s = -T % 86400 + 2 * 3600 + 59 * 60
    sitting.drills.tick()
    sitting.drills.nightly = 3 * 60


def test_every_night_there_is_one_in_turns(sitting: Sitting) -> None:
    sitting.tile(10, TileState.LIVE)
    before_three(sitting)
    for _ in DrillKind:
        night(sitting)
        if sitting.hangs:
            sitting.hangs[-1].set_result(Hung(1, 4.0, 5.0))
    drills = sitting.kept()
    assert [each.kind for each in reversed(drills)] == list(DrillKind)
    assert all(each.is_nightly for each in drills)


def test_whose_turn_it_is_outlives_the_program(tmp_path: Path) -> None:
    for expected in (DrillKind.ALARM, DrillKind.FROZEN):
        with sitting_in(tmp_path / "a.db") as sitting:
            sitting.tile(10, TileState.LIVE)
            before_three(sitting)
            sitting.pass_time(60)
            assert sitting.kept()[0].kind is expected


def test_where_nothing_can_be_drilled_there_is_still_the_alarm(sitting: Sitting) -> None:
    """Every decoder has a dome that is driven, and nothing else is live."""
    sitting.tile(10, TileState.LIVE)
    before_three(sitting)
    sitting.drills.begin(DrillKind.HANG, is_nightly=True)
    sitting.hangs[0].set_result(Hung(why=DrillWhy.NO_PROCESS))
    sitting.pass_time(1)
    assert [each.kind for each in sitting.kept()] == [DrillKind.ALARM, DrillKind.HANG]
    assert sitting.kept()[1].verdict is DrillVerdict.NOTHING


def test_one_that_is_under_way_at_three_delays_the_nightly_one(sitting: Sitting) -> None:
    before_three(sitting)
    sitting.begin()
    sitting.pass_time(60)
    assert [each.is_nightly for each in sitting.kept()] == [True, False]
    assert sitting.kept()[1].standing is DrillStanding.ENDED


def test_a_failed_night_is_to_be_seen_until_somebody_has_also_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sitting_in(path) as sitting:
        sitting.drills.begin(DrillKind.ALARM, is_nightly=True)
        sitting.pass_on()
        sitting.tell(DEAF)
        sitting.pass_time(HEARD_WITHIN_S + 1)
        assert [each.failed for each in sitting.book.unseen().result(WAIT_S)] == [(DrillPart.SOUND,)]
    with sitting_in(path) as sitting:
        (drill,) = sitting.book.unseen().result(WAIT_S)
        sitting.book.see([drill.drill_id]).result(WAIT_S)
        assert list(sitting.book.unseen().result(WAIT_S)) == []
        assert sitting.kept()[0].seen_by == "An"


def test_a_night_in_which_the_program_did_not_run_is_to_be_seen_once(tmp_path: Path) -> None:
    """It is not made up for: a drill that is late is a surprise. Its turn comes in the next night."""
    path = tmp_path / "a.db"
    with sitting_in(path) as sitting:
        before_three(sitting)
        sitting.pass_time(60)
        three_s = T + sitting.room.now_s
    for days in (1.25, 1.5):
        with sitting_in(path) as sitting:
            sitting.room.now_s = three_s - T + days * 86400
            sitting.drills.nightly = 3 * 60
            sitting.book.last_nightly.result(WAIT_S)
            for _ in range(3):
                sitting.drills.tick()
            (missed, held) = sitting.kept()
            assert (missed.verdict, missed.kind, missed.alarm_id) == (DrillVerdict.MISSED, DrillKind.FROZEN, 0)
            assert missed.began_s == pytest.approx(three_s + 86400, abs=60) and held.kind is DrillKind.ALARM
            assert missed in sitting.book.unseen().result(WAIT_S)
            assert [each.verdict for each in sitting.told] == ([DrillVerdict.MISSED] if days == 1.25 else [])
            assert not sitting.drills.is_busy
    with sitting_in(path) as sitting:
        sitting.tile(10, TileState.LIVE)
        sitting.room.now_s = three_s - T + 2 * 86400 - 60
        sitting.drills.nightly = 3 * 60
        sitting.drills.tick()
        sitting.pass_time(60)
        assert [each.kind for each in sitting.kept()][:2] == [DrillKind.FROZEN] * 2


def test_nights_before_it_was_switched_on_were_not_missed(sitting: Sitting) -> None:
    before_three(sitting)
    sitting.drills.begin(DrillKind.ALARM, is_nightly=True)
    sitting.pass_time(3 * 86400 + 9 * 3600)
    sitting.drills.set_nightly(3 * 60)
    sitting.drills.tick()
    assert len(sitting.kept()) == 1


def test_what_a_kill_cut_off_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.services.alarms.drill_child", str(path)],
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"begun\n"
    child.kill()
    child.wait()
    child.stdout.close()
    with sitting_in(path) as sitting:
        (drill,) = sitting.book.unseen().result(WAIT_S)
        assert drill.verdict is DrillVerdict.CUT_OFF
        assert list(drill.proofs) == [DrillPart.NOTICED, DrillPart.PUSH], "what was known by then is kept"
        assert not sitting.drills.is_busy


def test_what_the_disk_did_not_take_is_there_when_somebody_asks(tmp_path: Path) -> None:
    """Another program holds the database when the drill begins and ends."""
    path, said = tmp_path / "a.db", list[Event]()
    db = DbThread(said.append)
    with closing(Database(path, busy_timeout_s=0.05)) as database, closing(sqlite3.connect(path)) as other:
        book = DrillBook(db, DrillStore(database), lambda: "An", lambda: T)
        number, drill = book.number(), Drill(DrillKind.ALARM, T, name="Ngã Sáu")
        book.last_nightly.result(WAIT_S)
        other.execute("begin immediate")
        for each in (drill, ended(drill)):
            with pytest.raises(StoreError):
                book.keep(number, each).result(WAIT_S)
        assert list(book.latest(9).result(WAIT_S)) == []
        other.rollback()
        assert [each.standing for each in book.latest(9).result(WAIT_S)] == [DrillStanding.ENDED]
        db.close()
    assert {type(each) for each in said} == {WorkFailed}


def test_all_of_them_go_into_a_table(sitting: Sitting, tmp_path: Path) -> None:
    for each in range(3):
        sitting.book.keep(sitting.book.number(), Drill(DrillKind.ALARM, T + each, name=f"=camera {each}"))
    path = tmp_path / "drills.csv"
    written = sitting.book.export(path, ("name",), lambda drill: (drill.name,))
    assert written.result(WAIT_S) == 3
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == "name"
    assert [line.endswith(f"camera {2 - place}") for place, line in enumerate(lines[1:])] == [True] * 3
    assert not any(line.startswith("=") for line in lines), "no formula"
    with pytest.raises(StoreError):
        sitting.book.export(tmp_path / "no" / "such.csv", ("name",), lambda drill: (drill.name,)).result(WAIT_S)


def test_a_stick_that_hangs_does_not_hold_up_the_database(sitting: Sitting, tmp_path: Path) -> None:
    sitting.book.keep(sitting.book.number(), Drill(DrillKind.ALARM, T, name="Ngã Sáu"))
    stick = tmp_path / "stick"
    stick.mkdir()
    with stuck_disk(stick) as tries:
        writing = sitting.book.export(stick / "drills.csv", ("name",), lambda drill: (drill.name,))
        assert tries.wait(WAIT_S)
        assert [each.name for each in sitting.book.latest(9).result(WAIT_S)] == ["Ngã Sáu"]
        assert not writing.done()
    assert writing.result(WAIT_S) == 1
