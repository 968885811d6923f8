"""Places and cameras are found as one types, and the map flies there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.map.little_city import GATE, SITES
from tests.ui.map.tools.conftest import STATION
from tests.ui.map.tools.tool_hand import ToolHand
from wall.model.geo.mercator import distance_m, to_position
from wall.model.inventory import Position


def type_in(hand: ToolHand, text: str) -> list[str]:
    hand.desk.look_for()
    QTest.keyClicks(hand.desk.finder.panel.line, text)
    hand.desk.finder.panel.look()
    return [row.name for row in hand.desk.finder.panel.list.rows.rows]


def wait_there(hand: ToolHand, qtbot: QtBot, place: Position | None) -> None:
    assert place is not None
    qtbot.waitUntil(lambda: distance_m(to_position(*hand.canvas.frame.centre), place) < 1)
    qtbot.waitUntil(lambda: not hand.canvas.is_moving)


def test_a_place_is_found_without_diacritics_and_enter_flies_there(hand: ToolHand, qtbot: QtBot) -> None:
    assert type_in(hand, "ga bac") == ["Ga Bắc Ninh"]
    QTest.keyClick(hand.desk.finder.panel.line, Qt.Key.Key_Return)
    wait_there(hand, qtbot, STATION.position)
    assert hand.canvas.frame.zoom == pytest.approx(17.5) and hand.opened == []


def test_sites_come_before_cameras_and_numbers_mean_cameras(hand: ToolHand, qtbot: QtBot) -> None:
    assert type_in(hand, "nga sau") == ["Ngã Sáu", "3  Ngã Sáu – cột 3"]
    QTest.keyClick(hand.desk.finder.panel.line, Qt.Key.Key_Down)
    QTest.keyClick(hand.desk.finder.panel.line, Qt.Key.Key_Up)
    QTest.keyClick(hand.desk.finder.panel.line, Qt.Key.Key_Return)
    wait_there(hand, qtbot, SITES[1].position)
    assert type_in(hand, "1")[0] == "1  Cổng chợ"
    QTest.keyClick(hand.desk.finder.panel.line, Qt.Key.Key_Return)
    wait_there(hand, qtbot, GATE.position)
    assert hand.opened == [1]


def test_a_ward_is_seen_from_farther_away(hand: ToolHand, qtbot: QtBot) -> None:
    hand.canvas.zoom_by(0.01)
    qtbot.waitUntil(lambda: not hand.canvas.is_moving)
    assert "Võ Cường" in type_in(hand, "vo cuong")
    QTest.keyClick(hand.desk.finder.panel.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not hand.canvas.is_moving)
    assert hand.canvas.frame.zoom == pytest.approx(14.5)


def test_a_camera_without_a_place_says_so(hand: ToolHand) -> None:
    assert type_in(hand, "truong hoc") == ["4  Trường học"]
    before = hand.canvas.frame
    QTest.keyClick(hand.desk.finder.panel.line, Qt.Key.Key_Return)
    assert hand.canvas.frame == before and "no place yet" in hand.desk.finder.panel._hint.text()


def test_esc_clears_the_line_and_then_closes_the_panel(hand: ToolHand) -> None:
    assert type_in(hand, "khong co gi") == []
    assert "Nothing on the map" in hand.desk.finder.panel._hint.text()
    assert hand.desk.go_back() and hand.desk.finder.panel.line.text() == "" and hand.on == {"find"}
    assert hand.desk.go_back() and hand.on == set() and hand.canvas.hasFocus()


def test_what_is_new_in_the_city_is_found(hand: ToolHand, qtbot: QtBot) -> None:
    assert type_in(hand, "bai xe") == ["2  Bãi xe"]
    hand.fleet.remove([2])
    qtbot.waitUntil(lambda: hand.desk.finder.panel.list.rows.rows == ())
