"""The journal to be read in, over a real database and its thread: portions, and a file of all that fits."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.full import files_at_most
from tests.support.stuck import stuck_disk
from wall.model.errors import StoreError
from wall.model.ptz.journal import Deed, JournalEntry, JournalQuestion
from wall.model.ptz.operator import SYSTEM, Operator, Rank
from wall.model.tile import Cause
from wall.services.db_thread import DbThread
from wall.services.ptz.journal_book import JournalBook
from wall.store.database import Database
from wall.store.ptz_journal import PtzJournalStore
from wall.ui.ptz.journal.port import JournalPort

LAN, HA = Operator("Lan", Rank.OPERATOR, "bàn 2"), Operator("Hà", Rank.SUPERVISOR)
MANY = 4500


@pytest.fixture
def book(tmp_path: Path) -> Iterator[JournalBook]:
    with closing(Database(tmp_path / "city.db")) as database:
        store = PtzJournalStore(database)
        deeds = [JournalEntry(1000.0 + n, n % 5, Deed.SENT, SYSTEM, f"preset {n}") for n in range(MANY)]
        store.add([*deeds, JournalEntry(9000.0, 7, Deed.TOOK, HA, "=Lan"), JournalEntry(9001.0, 7, Deed.MOVED, LAN)])
        with closing(DbThread(lambda _event: None)) as db:
            yield JournalBook(db, store)


def row(entry: JournalEntry) -> tuple[str, ...]:
    return (entry.deed.value, entry.operator.name, entry.detail)


def test_it_is_what_the_page_asks_for_and_is_read_in_portions(book: JournalBook) -> None:
    port: JournalPort = book
    first = port.page(JournalQuestion(), None, 1000).result(20)
    second = port.page(JournalQuestion(), first[-1].entry_id, 1000).result(20)
    assert [each.entry_id for each in (*first, *second)] == list(range(MANY + 2, MANY + 2 - 2000, -1))
    assert port.names().result(20) == ("Hà", "Lan")


def test_all_that_fits_is_written_into_a_file_and_nothing_in_it_is_a_formula(book: JournalBook, tmp_path: Path) -> None:
    path = tmp_path / "nhật ký.csv"
    assert book.export(path, JournalQuestion(), ("what", "who", "of"), row).result(20) == MANY + 2
    read = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert read[:3] == [["what", "who", "of"], ["moved", "Lan", ""], ["took", "Hà", "'=Lan"]]
    assert len(read) == MANY + 3 and read[-1] == ["sent", "system", "preset 0"]
    of_people = JournalQuestion(is_of_people=True)
    assert book.export(path, of_people, ("what",), row).result(20) == 2


def test_a_file_that_cannot_be_written_is_told_of(book: JournalBook, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        book.export(tmp_path / "nowhere" / "a.csv", JournalQuestion(), ("what",), row).result(20)


def test_a_stick_that_hangs_does_not_hold_up_the_database(book: JournalBook, tmp_path: Path) -> None:
    stick, elsewhere = tmp_path / "stick", tmp_path / "elsewhere"
    for folder in (stick, elsewhere):
        folder.mkdir()
    with stuck_disk(stick) as tries:
        writing = book.export(stick / "a.csv", JournalQuestion(), ("what",), row)
        assert tries.wait(20)
        assert book.names().result(20) == ("Hà", "Lan")
        assert book.export(elsewhere / "a.csv", JournalQuestion(), ("what",), row).result(20) == MANY + 2
        assert not writing.done() and not list(stick.glob("*.csv")), "nothing half-written has the name"
    assert writing.result(20) == MANY + 2
    assert (stick / "a.csv").read_bytes() == (elsewhere / "a.csv").read_bytes()


def test_that_the_disk_is_full_is_told_and_the_former_file_stays(book: JournalBook, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("former")
    with files_at_most(10_000), pytest.raises(StoreError) as told:
        book.export(path, JournalQuestion(), ("what",), row).result(20)
    assert told.value.cause is Cause.DISK_FULL
    assert path.read_text() == "former" and list(tmp_path.glob("a.csv*")) == [path]
