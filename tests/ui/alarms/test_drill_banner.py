"""A nightly drill that failed is seen by somebody in the morning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.alarms.alarm_room import WAIT_S
from tests.store import kept_alarms
from tests.ui.alarms.drill_table import DrillTable, drill_table
from wall.model.alarms.drill import Drill, DrillKind, DrillStanding
from wall.ui.alarms.drill_banner import DrillBanner

FAILED, WELL, UNDER_WAY = kept_alarms.drills()


@contextmanager
def morning(folder: Path) -> Iterator[tuple[DrillTable, DrillBanner]]:
    """A program that begins on what is kept there."""
    window = QWidget()
    with drill_table(folder) as table:
        banner = DrillBanner(table.hours, lambda: table.said.append("opened"), table.complaints.append, window)
        window.show()
        yield table, banner
    window.close()


def test_it_stands_there_until_somebody_has_taken_note_also_after_a_restart(tmp_path: Path, qtbot: QtBot) -> None:
    with morning(tmp_path) as (table, banner):
        qtbot.wait(100)
        assert not banner.isVisible()
        table.keep(FAILED)
        table.hours.ended.emit(FAILED)
        qtbot.waitUntil(banner.isVisible)
    with morning(tmp_path) as (table, banner):
        qtbot.waitUntil(banner.isVisible)
        assert "the bell was not heard (this computer has no sound device)" in banner.text.text()
        QTest.mouseClick(banner.seen, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not banner.isVisible())
        assert [each.seen_by for each in table.book.latest(9).result(WAIT_S)] == ["An"]
    with morning(tmp_path) as (_, banner):
        qtbot.wait(100)
        assert not banner.isVisible()


def test_what_went_well_or_was_begun_by_hand_stays_quiet(tmp_path: Path, qtbot: QtBot) -> None:
    with morning(tmp_path) as (table, banner):
        table.keep(replace(WELL, is_nightly=True), replace(FAILED, is_nightly=False))
        table.hours.ended.emit(WELL)
        qtbot.wait(100)
        assert not banner.isVisible()


def test_one_that_a_crash_cut_off_is_told_with_how_many_before_it(tmp_path: Path, qtbot: QtBot) -> None:
    with morning(tmp_path) as (table, _):
        table.keep(FAILED, replace(FAILED, standing=DrillStanding.CUT_OFF), UNDER_WAY)
    with morning(tmp_path) as (_, banner):
        qtbot.waitUntil(banner.isVisible)
        assert "CityWall ended in the middle of it. 2 earlier ones, too." in banner.text.text()


def test_one_at_whose_hour_the_program_did_not_run_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    with morning(tmp_path) as (table, _):
        table.keep(Drill(DrillKind.ALARM, FAILED.began_s, is_nightly=True, standing=DrillStanding.MISSED))
    with morning(tmp_path) as (_, banner):
        qtbot.waitUntil(banner.isVisible)
        assert "CityWall did not run at that hour" in banner.text.text()
