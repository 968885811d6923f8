"""A finger carries a camera from the list onto the map, and moves what it presses on. Real touches, a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.map.little_city import GATE, HERE
from tests.ui.map.placing.placing_hand import Hand
from wall.ui.map.placing.book import Thing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture(scope="module")
def touch(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def swipe(device: QPointingDevice, window: QWidget, begin: QPoint, end: QPoint) -> None:
    """Places of the desktop."""
    QTest.touchEvent(window, device).press(0, begin).commit()
    for step in range(1, 9):
        QTest.touchEvent(window, device).move(0, begin + (end - begin) * step / 8).commit()
    QTest.touchEvent(window, device).release(0, end).commit()


def test_a_finger_carries_a_camera_onto_the_map(hand: Hand, touch: QPointingDevice, qtbot: QtBot) -> None:
    hand.window.move(-300, 0)  # The display is smaller than the window.
    unplaced = hand.mode.panel.unplaced
    row = unplaced.visualRect(unplaced.rows.index(1))
    begin = unplaced.viewport().mapToGlobal(QPoint(40, row.center().y()))
    end = hand.viewport.mapToGlobal(QPoint(500, 300))
    swipe(touch, hand.window, begin, end)
    assert hand.mode.book.selected == (Thing(False, 5),)
    hand.settle(qtbot)
    assert (hand.pixel(hand.record(5).position) - QPoint(500, 300)).manhattanLength() <= 2
    assert unplaced.rows.things == (Thing(False, 4),)


def test_a_finger_moves_a_camera_that_it_presses_on(hand: Hand, touch: QPointingDevice, qtbot: QtBot) -> None:
    before = hand.canvas.frame
    gate = hand.viewport.mapToGlobal(hand.pixel(GATE.position))
    swipe(touch, hand.window, gate, gate + QPoint(80, 40))
    hand.settle(qtbot)
    assert hand.canvas.frame == before and hand.record(1).position != HERE
    assert (hand.pixel(hand.record(1).position) - hand.pixel(HERE) - QPoint(80, 40)).manhattanLength() <= 2
