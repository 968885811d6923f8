"""A pinned picture that a finger carries to another window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.map.live.conftest import Map
from wall.ui.drag import dragged_cameras

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


class Elsewhere(QWidget):
    """A window that takes what is dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[tuple[int, ...]] = []
        self.setAcceptDrops(True)
        self.setGeometry(20, 20, 300, 200)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.taken.append(dragged_cameras(event.mimeData()))
        event.accept()


@pytest.fixture
def elsewhere(qtbot: QtBot) -> Iterator[Elsewhere]:
    made = Elsewhere()
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_finger_carries_a_pinned_picture_to_another_window(
    qapp: QApplication, city_map: Map, elsewhere: Elsewhere
) -> None:
    finger: QPointingDevice = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    city_map.desk.pin(6)
    view = city_map.desk.pins.pictures[6].view
    begin = view.mapTo(city_map.window, view.rect().center())
    window = city_map.window
    to = window.mapFromGlobal(elsewhere.mapToGlobal(QPoint(100, 100)))
    QTest.touchEvent(window, finger).press(0, begin).commit()
    QTest.touchEvent(window, finger).move(0, begin + QPoint(40, 10)).commit()
    QTest.touchEvent(window, finger).move(0, to).commit()
    QTest.touchEvent(window, finger).release(0, to).commit()
    assert elsewhere.taken == [(6,)]
    assert city_map.carried == [], "not by Qt's own drag, which ends at a finger"
