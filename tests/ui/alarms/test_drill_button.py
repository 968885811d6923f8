"""The button for drills, and the list of what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.alarms.alarm_room import WAIT_S
from tests.store import kept_alarms
from tests.ui.alarms.drill_table import DrillTable, drill_table
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.drill import Drill, DrillKind, DrillPart, DrillStanding, DrillWhy, Hung, Proof
from wall.model.events import BellChanged, TileChanged
from wall.model.sound import SoundPhase
from wall.model.tile import Cause, TileState, TileStatus
from wall.services.alarms.drill_runs import SHOWN_WITHIN_S
from wall.ui.alarms.drill_button import DrillButton
from wall.ui.alarms.drill_results import DrillResults
from wall.ui.figures import STAYS
from wall.ui.theme import DARK

RESULT, BELL, PEOPLE = 3, 5, 9


class Desk:
    def __init__(self, table: DrillTable, qtbot: QtBot) -> None:
        self.table = table
        self.hours = table.hours
        self.said, self.complaints = table.said, table.complaints
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.button = DrillButton(table.hours, DARK, self.said.append, self.complaints.append, self.window)

    def open(self, qtbot: QtBot, rows: int) -> DrillResults:
        self.button.open_results()
        results = self.button.results
        assert results is not None
        qtbot.waitUntil(lambda: bool(results.summary.text()) and results.table.rowCount() == rows)
        return results


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with drill_table(tmp_path) as table:
        yield Desk(table, qtbot)


def cells(results: DrillResults, row: int = 0) -> list[str]:
    items = [results.table.item(row, column) for column in range(results.table.columnCount())]
    return [item.text().replace(STAYS, " ") if item is not None else "" for item in items]


def tip(results: DrillResults, row: int, column: int) -> str:
    item = results.table.item(row, column)
    assert item is not None
    return item.toolTip()


def test_a_drill_is_begun_by_hand_and_what_came_of_it_is_said_and_listed(desk: Desk, qtbot: QtBot) -> None:
    """No wall is open here: nothing can be seen, and the bell was not asked for."""
    desk.button.begin(DrillKind.ALARM)
    assert "marked alarm" in desk.said[0]
    desk.table.pass_on()
    qtbot.waitUntil(lambda: [each.alarm_id > 0 for each in desk.table.book.latest(9).result(WAIT_S)] == [True])
    desk.table.room.now_s += SHOWN_WITHIN_S + 1
    qtbot.waitUntil(lambda: bool(desk.complaints))
    assert desk.complaints[0].startswith("Drill «marked alarm»: ▲ Failed: the bell was not heard (")
    desk.table.room.now_s += 9
    desk.table.room.act(Acknowledge(), *desk.table.room.desk.open_alarms())
    results = desk.open(qtbot, 1)
    assert "0 of 1 drills passed. People noticed 1 of 1" in results.summary.text()
    assert cells(results)[PEOPLE].endswith("(An)")
    assert "the picture was not on the wall (its screen is closed, or has no display)" in cells(results)[RESULT]
    results.close()
    assert desk.button.results is None


def test_a_bell_that_rings_and_a_hang_that_is_found_out_are_said_to_have_passed(desk: Desk, qtbot: QtBot) -> None:
    live = TileChanged(7, TileStatus(TileState.LIVE, Cause.NONE), 0.0)
    desk.table.events.publish(live)
    desk.table.events.publish(BellChanged(SoundPhase.PLAYING, Cause.NONE))
    qtbot.waitUntil(lambda: desk.hours.drills.begin(DrillKind.HANG) is None)
    desk.button.begin(DrillKind.ALARM)
    assert "is under way" in desk.complaints[0]
    desk.table.hanging.set_result(Hung(3, 4.5, 5.5))
    qtbot.waitUntil(lambda: desk.said == ["Drill «decoder that hangs»: ✓ Passed"])
    results = desk.open(qtbot, 1)
    assert cells(results)[1:] == ["decoder that hangs", "3 pictures", "✓ Passed", "4.5 s", "", "", "", "5.5 s", ""]


def test_each_part_of_each_drill_says_at_one_look_what_came_of_it(desk: Desk, qtbot: QtBot) -> None:
    desk.table.keep(*kept_alarms.drills(), replace(kept_alarms.drills()[2], standing=DrillStanding.CUT_OFF))
    silent = Proof(why=DrillWhy.RULE_SILENT, is_wanted=False)
    desk.table.keep(Drill(DrillKind.BLACK, 0.0, proofs={DrillPart.SOUND: silent}, standing=DrillStanding.ENDED))
    results = desk.open(qtbot, 5)
    assert [cells(results, row)[RESULT] for row in range(5)] == [
        "Not possible: its rule rings no bell",
        "▲ Not finished: CityWall ended in the middle of it",
        "Under way…",
        "✓ Passed",
        "▲ Failed: the bell was not heard (this computer has no sound device); "
        "the supervisor cannot be told (it cannot be reached)",
    ]
    assert cells(results, 4)[4:] == ["0.1 s", "✕", "1.5 s", "✕", "", "not yet"]
    assert tip(results, 4, BELL) == "this computer has no sound device"
    assert tip(results, 4, BELL + 1) == "screen 1, cell 9"
    assert (cells(results)[BELL], tip(results, 0, BELL)) == ("–", "its rule rings no bell")
    assert "☾" in cells(results, 4)[1]


def test_the_list_follows_what_ends_while_it_is_open(desk: Desk, qtbot: QtBot) -> None:
    results = desk.open(qtbot, 0)
    assert "There was no drill yet" in results.summary.text()
    desk.table.keep(kept_alarms.drills()[1])
    desk.hours.ended.emit(kept_alarms.drills()[1])
    qtbot.waitUntil(lambda: results.table.rowCount() == 1)


def test_all_of_it_goes_into_a_file(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.table.keep(*kept_alarms.drills())
    results = desk.open(qtbot, 3)
    results.ask_for_file = lambda _window, name: tmp_path / name
    results.export()
    assert results.notice.text == "The file is being written…"
    qtbot.waitUntil(lambda: "3 drills were written" in results.notice.text)
    lines = (tmp_path / "citywall-drills.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 4 and lines[0].startswith("When") and "✕ (this computer has no sound device)" in lines[3]
    results.ask_for_file = lambda _window, _name: tmp_path / "no" / "such" / "file.csv"
    results.export()
    qtbot.waitUntil(lambda: results.notice.text.startswith("▲"))


def test_nothing_to_let_stand_is_said(desk: Desk) -> None:
    desk.button.begin(DrillKind.FROZEN)
    assert "No picture on the wall is live" in desk.complaints[0]


def test_in_vietnamese_a_supervisor_reads_it_at_one_look(desk: Desk, qtbot: QtBot, vietnamese: None) -> None:
    desk.table.keep(kept_alarms.drills()[0])
    results = desk.open(qtbot, 1)
    assert cells(results)[RESULT].startswith(
        "▲ Không đạt: không nghe thấy chuông (" + QCoreApplication.translate("Cause", Cause.NO_SOUND_DEVICE.value)
    )


def test_the_hour_of_the_nightly_drill_is_chosen_and_kept(desk: Desk) -> None:
    def chosen() -> list[str]:
        return [each.text() for each in desk.button.nightly.actions() if each.isChecked()]

    def choose(text: str) -> None:
        next(each for each in desk.button.nightly.actions() if each.text() == text).trigger()

    assert chosen() == ["Never"]
    choose("03:00")
    assert (desk.hours.drills.nightly, chosen()) == (180, ["03:00"])
    desk.table.settings.sync()
    again = QSettings(desk.table.settings.fileName(), QSettings.Format.IniFormat)
    assert str(again.value("drills/nightly_minute")) == "180"
    assert float(str(again.value("drills/nightly_since"))) == desk.hours.drills.since_s > 0
    choose("23:00")
    assert desk.hours.drills.nightly == 23 * 60
    choose("Never")
    assert chosen() == ["Never"]
    desk.table.settings.sync()
    again.sync()
    assert str(again.value("drills/nightly_minute")) == "-1"


def test_an_hour_that_is_none_of_those_offered_is_not_lost(desk: Desk) -> None:
    desk.hours.set_nightly(2 * 60 + 30)
    button = DrillButton(desk.hours, DARK, desk.said.append, desk.complaints.append, desk.window)
    assert [each.text() for each in button.nightly.actions() if each.isChecked()] == ["02:30"]
