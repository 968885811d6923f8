"""The journal on the page of domes: real rows in a real database, found, folded, written into a file."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.ptz.presets.conftest import DomeHand
from tests.ui.ptz.presets.test_page import press
from wall.model.ptz.journal import Deed, JournalEntry
from wall.model.ptz.operator import SYSTEM, Operator, Rank
from wall.store.database import Database
from wall.store.ptz_journal import PtzJournalStore
from wall.ui.ptz.journal.sheet import JournalSheet

LAN, HA = Operator("Lan", Rank.OPERATOR, "bàn 2"), Operator("Hà", Rank.SUPERVISOR)
MANY = 100_000


def written(hand: DomeHand) -> list[JournalEntry]:
    """A patrol of dome 8, and what two people did with dome 7 meanwhile."""
    now_s = hand.duty.clock.unix()
    day_before = now_s - 86_400
    walk = [JournalEntry(now_s - 900 + 60 * n, 8, Deed.SENT, SYSTEM, f"preset {n % 3}") for n in range(12)]
    people = [
        JournalEntry(day_before, 7, Deed.RESERVED, LAN, "15 min"),
        JournalEntry(now_s - 500, 7, Deed.MOVED, LAN),
        JournalEntry(now_s - 490, 7, Deed.STOPPED, LAN),
        JournalEntry(now_s - 480, 7, Deed.MOVED, LAN),
        JournalEntry(now_s - 470, 7, Deed.STOPPED, LAN),
        JournalEntry(now_s - 100, 7, Deed.TOOK, HA, "Lan"),
    ]
    return sorted([*walk, *people], key=lambda each: each.at_s)


def opened(hand: DomeHand, entries: list[JournalEntry], button: str = "Journal of all cameras…") -> JournalSheet:
    PtzJournalStore(hand.duty.database).add(entries)
    press(hand, hand.page, button)
    sheet = hand.page.journal
    hand.until(lambda: sheet.acts.rows or not entries)
    hand.until(lambda: sheet.filters.who.count() > 2 or not entries)
    return sheet


def fill(database: Database) -> None:
    """With ten thousand hours of two people at two domes; row by row it takes 10 s."""
    deeds = [each.value for each in (Deed.MOVED, Deed.STOPPED, Deed.RESERVED, Deed.RELEASED)]
    every = [(1e9 + 10 * n, 7 + n % 2, deeds[n // 2 % 4], ("Lan", "Hà")[n // 7 % 2]) for n in range(MANY)]
    with database.transaction() as tables:
        assert tables.conn is not None
        tables.conn.executemany("insert into ptz_journal values (null, ?, ?, 1, ?, ?, '', '')", every)


def rows(sheet: JournalSheet) -> list[tuple[str, ...]]:
    """Camera, what, who."""
    return [tuple(sheet.acts.index(row, column).data() for column in (1, 2, 4)) for row in range(sheet.acts.rowCount())]


def test_what_people_did_is_not_lost_among_what_the_program_did(hand: DomeHand) -> None:
    sheet = opened(hand, written(hand))
    assert hand.page.is_wide and sheet.isVisible()
    assert rows(sheet) == [
        ("12  Ngã Sáu – cột 3", "took it over: from Lan", "Hà"),
        ("14  Cổng chợ Nhớn", "went on by itself  ·  12 times", "the system"),
        ("12  Ngã Sáu – cột 3", "moved by hand  ·  2 times", "Lan"),
        ("12  Ngã Sáu – cột 3", "reserved: 15 minutes", "Lan"),
    ]
    assert hand.page.go_back() and not hand.page.is_wide


def test_it_is_filtered_by_dome_person_deed_and_day(hand: DomeHand) -> None:
    sheet = opened(hand, written(hand), "Its journal…")
    assert sheet.filters.camera.currentData() == 7 and len(rows(sheet)) == 3
    sheet.filters.camera.setCurrentIndex(0)
    hand.until(lambda: len(rows(sheet)) == 4)
    sheet.filters.who.setCurrentText("Hà")
    hand.until(lambda: [each[1] for each in rows(sheet)] == ["took it over: from Lan"])
    sheet.filters.who.setCurrentText("People only")
    hand.until(lambda: len(rows(sheet)) == 3)
    sheet.filters.what.setCurrentText("Take-overs")
    hand.until(lambda: len(rows(sheet)) == 1)
    sheet.filters.clear()
    QTest.keyClicks(sheet.filters.day, time.strftime("%d/%m/%Y", time.localtime(hand.duty.clock.unix() - 86_400)))
    QTest.keyClick(sheet.filters.day, Qt.Key.Key_Return)
    hand.until(lambda: [each[1] for each in rows(sheet)] == ["reserved: 15 minutes"])


def test_all_that_fits_goes_into_a_file_entry_by_entry(hand: DomeHand, tmp_path: Path) -> None:
    sheet = opened(hand, written(hand))
    path = tmp_path / "a.csv"
    sheet.ask_for_file = lambda _window, _name: path
    press(hand, sheet, "Export…")
    hand.until(lambda: "18" in sheet.notice.text)
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == "When,Camera,What,Who,Rank,Desk" and len(lines) == 19
    assert lines[1].endswith(",12  Ngã Sáu – cột 3,took it over: from Lan,Hà,Supervisor,")


def test_an_empty_journal_says_what_will_stand_there(hand: DomeHand) -> None:
    sheet = opened(hand, [])
    hand.until(lambda: sheet._empty.isVisible())


def test_a_hundred_thousand_entries_are_there_at_once_and_older_ones_when_they_are_wanted(hand: DomeHand) -> None:
    fill(hand.duty.database)
    sheet = hand.page.journal
    began_s = time.perf_counter()
    hand.page.open_journal()
    hand.until(lambda: sheet.acts.rows)
    took_s = time.perf_counter() - began_s
    assert took_s < 1.5, "0.1 s on a quiet machine"
    first = len(sheet.acts.rows)
    sheet.view.scrollToBottom()
    hand.until(lambda: len(sheet.acts.rows) > first)
