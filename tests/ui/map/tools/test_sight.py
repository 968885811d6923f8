"""Who sees a spot that is clicked, and how it comes onto the wall."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.map.little_city import GATE, HERE
from tests.ui.map.tools.tool_hand import ToolHand
from wall.model.device import Trouble
from wall.model.events import HealthChanged
from wall.model.geo.course import destination
from wall.model.health import Health, Verdict


def rows(hand: ToolHand) -> list[tuple[str, str]]:
    return [(row.name, row.detail) for row in hand.desk.sight.panel.list.rows.rows]


def test_the_best_comes_first_with_its_distance_and_what_that_is_enough_for(hand: ToolHand) -> None:
    hand.press(Qt.Key.Key_F8)
    assert not hand.desk.sight.panel.list.isVisible()
    hand.click(hand.pixel(destination(HERE, 90, 20)))
    names = [name for name, _detail in rows(hand)]
    assert names == ["1  Cổng chợ"] or names == ["1  Cổng chợ", "3  Ngã Sáu – cột 3"]
    assert rows(hand)[0][1].startswith("20\N{NO-BREAK SPACE}m") and "to observe" not in rows(hand)[0][1]
    assert "to see what they do" in rows(hand)[0][1]
    assert hand.desk.sight.tool.chosen == 1, "its line stands out"


def test_a_dome_that_could_turn_to_it_comes_behind(hand: ToolHand) -> None:
    hand.press(Qt.Key.Key_F8)
    hand.click(hand.pixel(destination(HERE, 180, 110)))
    (name, detail), *_ = rows(hand)
    assert name == "3  Ngã Sáu – cột 3" and "could turn to it" in detail and "approximate" in detail
    assert "0 cameras see this spot, 1 could turn to it." in hand.desk.sight.panel._hint.text()
    assert not hand.desk.sight.panel._all.isEnabled()


def test_one_or_all_go_onto_the_wall(hand: ToolHand) -> None:
    hand.press(Qt.Key.Key_F8)
    hand.click(hand.pixel(destination(HERE, 90, 20)))
    hand.desk.sight.panel._all.click()
    assert hand.put == [(1,)]
    view = hand.desk.sight.panel.list
    view.setFocus()
    view.setCurrentIndex(view.rows.index(0))
    assert hand.opened == [1] and hand.desk.sight.tool.chosen == 1
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert hand.put == [(1,), (1,)]


def test_what_becomes_of_a_camera_is_seen_in_the_list(hand: ToolHand, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_F8)
    hand.click(hand.pixel(destination(HERE, 90, 20)))
    hand.fleet.tell(HealthChanged({1: Health(Verdict.LOST, Trouble.TIMEOUT)}))
    qtbot.waitUntil(lambda: hand.desk.sight.panel.list.rows.rows[0].mark is Verdict.LOST)


def test_a_camera_that_is_turned_meanwhile_is_reckoned_anew(hand: ToolHand, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_F8)
    hand.click(hand.pixel(destination(HERE, 90, 20)))
    hand.fleet.remove([GATE.camera_id])
    qtbot.waitUntil(lambda: all(name != "1  Cổng chợ" for name, _detail in rows(hand)))


def test_where_nobody_looks_that_is_said(hand: ToolHand) -> None:
    hand.canvas.drag_by(4000, 0)
    hand.press(Qt.Key.Key_F8)
    hand.click(QPoint(300, 300))
    assert rows(hand) == [] and "No camera sees this spot" in hand.desk.sight.panel._hint.text()
    assert hand.desk.go_back() and hand.desk.sight.is_on
    assert hand.desk.go_back() and not hand.desk.sight.is_on
