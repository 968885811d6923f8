"""One tool has the hand and one panel is seen, by button, by key, and back with Esc."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.map.little_city import GATE
from tests.ui.map.tools.tool_hand import ToolHand


def test_a_key_and_a_button_turn_a_tool_on_and_off(hand: ToolHand) -> None:
    assert hand.on == set() and not hand.desk.side.isVisible()
    hand.press(Qt.Key.Key_F6)
    assert hand.on == {"place"} and hand.desk.placing.panel.isVisible()
    hand.desk.bar.button_of("sight").click()
    assert hand.on == {"sight"} and hand.desk.sight.panel.isVisible()
    hand.press(Qt.Key.Key_F7)
    assert hand.on == {"measure"} and not hand.desk.side.isVisible()
    hand.desk.bar.button_of("measure").click()
    assert hand.on == set() and hand.canvas.tool is None


def test_a_panel_leaves_the_tool_in_the_hand(hand: ToolHand) -> None:
    hand.press(Qt.Key.Key_F7)
    hand.press(Qt.Key.Key_F9)
    assert hand.on == {"measure", "layers"}
    assert hand.desk.go_back() and hand.on == {"layers"}
    assert hand.desk.go_back() and hand.on == set()
    assert not hand.desk.go_back()


def test_the_measure_runs_along_as_one_clicks(hand: ToolHand) -> None:
    hand.press(Qt.Key.Key_F7)
    metres = hand.canvas.frame.metres_per_pixel()
    for at in ((100, 100), (300, 100), (300, 250)):
        hand.click(QPoint(*at))
    assert round(hand.desk.measure.total_m / metres) == 350
    before = hand.canvas.frame
    hand.drag(QPoint(400, 400), QPoint(450, 420))
    assert hand.canvas.frame != before and len(hand.desk.measure.points) == 3, "a drag moves the map"
    hand.key(Qt.Key.Key_Backspace)
    assert round(hand.desk.measure.total_m / metres) == 200
    hand.point_at(QPoint(500, 300))
    hand.double_click(QPoint(350, 300))
    ended = hand.desk.measure.total_m
    hand.click(QPoint(60, 60))
    assert ended > 0 and len(hand.desk.measure.points) == 1, "the next click begins another line"
    assert hand.desk.go_back() and not hand.desk.measure.points and hand.on == {"measure"}


def test_the_measure_is_seen(hand: ToolHand) -> None:
    plain = hand.canvas.picture()
    hand.press(Qt.Key.Key_F7)
    hand.click(QPoint(100, 100))
    hand.click(QPoint(300, 100))
    image = hand.viewport.grab().toImage()
    assert image.pixelColor(200, 100) == hand.theme.accent
    assert plain.pixelColor(200, 100) != hand.theme.accent


def test_esc_ends_placing_before_anything_else_is_closed(hand: ToolHand, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_F6)
    hand.click(hand.pixel(GATE.position))
    assert hand.desk.go_back() and hand.on == {"place"}
    assert hand.desk.go_back() and hand.on == set() and hand.desk.side.panel is None
    assert hand.canvas.hasFocus()


def test_undo_takes_back_what_was_placed_last(hand: ToolHand, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_F6)
    gate = hand.pixel(GATE.position)
    hand.drag(gate, gate + QPoint(50, 0))
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: hand.facts.city.inventory == hand.fleet.inventory_now)
    assert hand.fleet.inventory_now.cameras[0] == GATE
