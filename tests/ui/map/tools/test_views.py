"""Looks at the map are kept in a real database and called up again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.map.tools.tool_hand import ToolHand
from wall.services.map_views import MapViews


def keep(hand: ToolHand, qtbot: QtBot, name: str, many: int) -> None:
    panel = hand.desk.views.panel
    if hand.desk.side.panel is not panel:
        hand.desk.bar.button_of("views").click()
    panel.line.setFocus()
    QTest.keyClicks(panel.line, name)
    QTest.keyClick(panel.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.list.rows.rows) == many)


def test_a_view_is_kept_and_its_key_goes_back_there(hand: ToolHand, qtbot: QtBot, views: MapViews) -> None:
    hand.maps.shown_id = 2
    before = hand.canvas.frame
    keep(hand, qtbot, "Trung tam", 1)
    hand.maps.shown_id = 0
    hand.canvas.drag_by(3000, 200)
    hand.canvas.zoom_by(4)
    qtbot.waitUntil(lambda: not hand.canvas.is_moving)
    hand.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: hand.canvas.frame.centre == pytest.approx(before.centre, abs=1e-9))
    assert hand.canvas.frame.zoom == pytest.approx(before.zoom) and hand.maps.shown_id == 2
    assert hand.desk.views.panel.list.rows.rows[0].detail == "Alt+1"
    hand.press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert len(views.views) == 1


def test_the_same_name_takes_its_place(hand: ToolHand, qtbot: QtBot, views: MapViews) -> None:
    keep(hand, qtbot, "Trung tam", 1)
    hand.canvas.drag_by(500, 0)
    kept = views.views[0]
    keep(hand, qtbot, "Trung tam", 1)
    qtbot.waitUntil(lambda: views.views[0].centre != kept.centre)
    assert views.views[0].view_id == kept.view_id


def test_what_was_removed_comes_back(hand: ToolHand, qtbot: QtBot, views: MapViews) -> None:
    keep(hand, qtbot, "Cho", 1)
    keep(hand, qtbot, "Ga", 2)
    panel = hand.desk.views.panel
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.rows.index(0))
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [each.name for each in views.views] == ["Ga"])
    qtbot.waitUntil(panel._back.isVisible)
    panel._back.click()
    qtbot.waitUntil(lambda: [each.name for each in views.views] == ["Cho", "Ga"])
    qtbot.waitUntil(lambda: not panel._back.isVisible())
