"""The button for drills, and the list of what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.alarms.alarm_room import AlarmRoom, alarm_room
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.drill import DrillKind
from wall.services.alarms.own import OwnSignals
from wall.ui.alarms.drill_button import DrillButton
from wall.ui.alarms.drill_desk import DrillHours
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK


def _no_camera(_tile: int) -> int | None:
    return None


class Desk:
    def __init__(self, room: AlarmRoom, folder: Path, qtbot: QtBot) -> None:
        self.room = room
        self.settings = QSettings(str(folder / "console.ini"), QSettings.Format.IniFormat)
        own = OwnSignals(room.desk, _no_camera, lambda: 0.0)
        self.hours = DrillHours(room.desk, own, EventBridge(), lambda _tile, _what, _s: None, _no_camera, self.settings)
        self.said: list[str] = []
        self.complaints: list[str] = []
        self.window = window = QWidget()
        qtbot.addWidget(window)
        self.button = DrillButton(self.hours, DARK, self.said.append, self.complaints.append, str, window)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with alarm_room(tmp_path / "a.db") as room:
        desk = Desk(room, tmp_path, qtbot)
        yield desk
        desk.hours.close()


def test_a_drill_is_begun_and_its_result_is_listed(desk: Desk, qtbot: QtBot) -> None:
    desk.button.begin(DrillKind.ALARM)
    assert "marked alarm" in desk.said[0]
    desk.room.settle()
    desk.room.now_s += 9
    desk.room.act(Acknowledge(), *desk.room.desk.open_alarms())
    desk.button.open_results()
    qtbot.waitUntil(lambda: desk.button.results is not None and desk.button.results.isVisible())
    results = desk.button.results
    assert results is not None
    cell = results.table.item(0, 3)
    assert results.table.rowCount() == 1 and cell is not None and cell.text().endswith("(An)")
    assert "1 of 1" in results.summary.text()
    results.close()
    assert desk.button.results is None


def test_nothing_to_let_stand_is_said(desk: Desk) -> None:
    desk.button.begin(DrillKind.FROZEN)
    assert "No picture on the wall is live" in desk.complaints[0]


def test_an_unnoticed_drill_is_a_complaint(desk: Desk) -> None:
    desk.hours.failed.emit(DrillKind.FROZEN, 4)
    assert "«picture that stands» (4)" in desk.complaints[0]


def test_the_nightly_drill_is_kept(desk: Desk) -> None:
    assert not desk.button.nightly.isChecked()
    desk.button.nightly.setChecked(True)
    assert desk.hours.drills.nightly == 180
    desk.settings.sync()
    again = QSettings(desk.settings.fileName(), QSettings.Format.IniFormat)
    assert str(again.value("drills/nightly_minute")) == "180"
    desk.button.nightly.setChecked(False)
    assert desk.hours.drills.nightly is None
