"""The journal of the domes: only added to, and it knows which were left moving."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import room
from tests.store.full_disk import filled_up
from wall.model.errors import StoreError
from wall.model.ptz.journal import Deed, JournalEntry, JournalQuestion
from wall.model.ptz.operator import SYSTEM, Operator, Rank
from wall.services.ptz.ports import KeepsPtzJournal
from wall.store.database import Database
from wall.store.ptz_journal import PtzJournalStore

LAN = Operator("Lan", Rank.OPERATOR, "bàn 2")


@pytest.fixture
def journal(database: Database) -> PtzJournalStore:
    return PtzJournalStore(database)


def test_it_is_what_the_desk_asks_for(journal: KeepsPtzJournal) -> None:
    assert journal.left_moving() == ()


def test_what_was_written_is_read_the_newest_first_of_one_camera_or_all(journal: PtzJournalStore) -> None:
    written = room.ptz_journal()
    journal.add(written)
    read = journal.entries()
    assert [(each.at_s, each.deed, each.operator, each.detail) for each in reversed(read)] == [
        (each.at_s, each.deed, each.operator, each.detail) for each in written
    ]
    assert [each.deed for each in journal.entries(1)] == [Deed.TOOK, Deed.STOPPED, Deed.MOVED]
    assert [each.deed for each in journal.entries(1, older_than=read[1])] == [Deed.STOPPED, Deed.MOVED]
    assert len(journal.entries(limit=2)) == 2


def test_it_is_found_by_dome_operator_deed_and_time(journal: PtzJournalStore) -> None:
    journal.add([*room.ptz_journal(), JournalEntry(room.NOW_S + 5, 2, Deed.SENT, SYSTEM, "preset 1")])

    def found(question: JournalQuestion, before_id: int | None = None) -> list[int]:
        return [each.entry_id for each in journal.find(question, before_id)]

    assert found(JournalQuestion()) == [5, 4, 3, 2, 1]
    assert found(JournalQuestion(), 4) == [3, 2, 1]
    assert found(JournalQuestion(camera_id=2)) == [5, 4]
    assert found(JournalQuestion(operator="Hà", deeds=frozenset({Deed.TOOK, Deed.SENT}))) == [3]
    assert found(JournalQuestion(is_of_people=True, since_s=room.NOW_S + 2, before_s=room.NOW_S + 4)) == [3, 2]
    assert found(JournalQuestion(operator="'; drop table ptz_journal")) == []
    assert journal.names() == ("Hà", "Lan")


def test_a_dome_is_left_moving_until_a_stop_is_written_after_it(journal: PtzJournalStore) -> None:
    journal.add(room.ptz_journal())
    assert journal.left_moving() == (2,)
    journal.add([JournalEntry(0.0, 2, Deed.RESERVED, LAN), JournalEntry(0.0, 1, Deed.MOVED, LAN)])
    assert journal.left_moving() == (1, 2), "by the order in which it was written, whatever the clock says"
    journal.add([JournalEntry(0.0, each, Deed.STOPPED, LAN) for each in (1, 2)])
    assert journal.left_moving() == ()


def test_nobody_changes_what_was_written(database: Database, journal: PtzJournalStore) -> None:
    journal.add(room.ptz_journal())
    with closing(sqlite3.connect(database.path)) as other:
        for deed in ("update ptz_journal set operator = 'x'", "delete from ptz_journal where entry_id = 1"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                other.execute(deed)
    assert len(journal.entries()) == 4


def test_a_row_of_a_newer_program_is_passed_over(database: Database, journal: PtzJournalStore) -> None:
    with database.transaction() as tables:
        row = {"at_s": 1.0, "camera_id": 1, "rank": 1, "deed": "levitated", "operator": "", "desk": "", "detail": ""}
        tables.table("ptz_journal").insert_all([row, {**row, "deed": "moved", "rank": 99}])
    journal.add(room.ptz_journal())
    assert len(journal.entries()) == 4


def test_operators_are_kept_with_the_rank_they_had_last(journal: PtzJournalStore, database: Database) -> None:
    assert journal.operators() == ()
    journal.keep_operator(Operator("Minh"), 1.0)
    journal.keep_operator(LAN, 2.0)
    journal.keep_operator(Operator("Lan", Rank.SUPERVISOR), 3.0)
    with closing(Database(database.path)) as again:
        assert PtzJournalStore(again).operators() == (Operator("Lan", Rank.SUPERVISOR), Operator("Minh"))


def test_odd_values_are_kept_as_far_as_can_be(journal: PtzJournalStore) -> None:
    journal.add([JournalEntry(float("nan"), 1, Deed.SENT, Operator("\ud800"), "\udfff")])
    assert journal.entries()[0].operator.name == "?"


def test_a_full_disk_leaves_it_as_it_was(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "full.db")) as database:
        journal = PtzJournalStore(database)
        journal.add(room.ptz_journal())
        with filled_up(database), pytest.raises(StoreError):
            journal.add([JournalEntry(0.0, 1, Deed.SENT, LAN, "x" * 100_000)] * 100)
        assert len(journal.entries()) == 4
