"""What mouse, wheel and fingers do on a map, as Qt tells it. Places are logical pixels of the viewport."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wall.ui.map.canvas import MapCanvas

_NONE, _LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
Spot = tuple[int, int]


def move(canvas: MapCanvas, at: Spot, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """The pointer goes there."""
    view, place = canvas.viewport(), QPointF(*at)
    event = QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), button, button, _NONE)
    QApplication.sendEvent(view, event)


def drag(canvas: MapCanvas, begin: Spot, end: Spot, steps: int = 5, button: Qt.MouseButton = _LEFT) -> None:
    """With a button held."""
    view = canvas.viewport()
    QTest.mousePress(view, button, _NONE, QPoint(*begin))
    for step in range(1, steps + 1):
        share = step / steps
        at = round(begin[0] + (end[0] - begin[0]) * share), round(begin[1] + (end[1] - begin[1]) * share)
        move(canvas, at, button)
    QTest.mouseRelease(view, button, _NONE, QPoint(*end))


def click(canvas: MapCanvas, at: Spot) -> None:
    QTest.mouseClick(canvas.viewport(), _LEFT, _NONE, QPoint(*at))


def wheel(canvas: MapCanvas, at: Spot, notches: int) -> None:
    view, place = canvas.viewport(), QPointF(*at)
    for _ in range(abs(notches)):
        turn = QPoint(0, 120 if notches > 0 else -120)
        phase, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        event = QWheelEvent(place, view.mapToGlobal(place), QPoint(), turn, button, _NONE, phase, False)
        QApplication.sendEvent(view, event)


def pinch(canvas: MapCanvas, finger: QPointingDevice, begin: tuple[Spot, Spot], end: tuple[Spot, Spot]) -> None:
    """Two fingers move from one pair of places to another, in five steps."""
    view = canvas.viewport()

    def place(number: int, step: int) -> QPoint:
        (x, y), (to_x, to_y) = begin[number], end[number]
        spot = QPoint(x + (to_x - x) * step // 5, y + (to_y - y) * step // 5)
        return QPoint(view.mapTo(canvas.window(), spot))

    window = canvas.window()
    QTest.touchEvent(window, finger).press(0, place(0, 0)).commit()
    QTest.touchEvent(window, finger).move(0, place(0, 0)).press(1, place(1, 0)).commit()
    for step in range(6):
        QTest.touchEvent(window, finger).move(0, place(0, step)).move(1, place(1, step)).commit()
    QTest.touchEvent(window, finger).release(0, place(0, 5)).release(1, place(1, 5)).commit()
