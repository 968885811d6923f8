"""A mouse and a keyboard over a real map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from wall.model.geo.mercator import to_world
from wall.model.inventory import Position
from wall.ui.map.canvas import MapCanvas

LEFT, NONE, NO_KEY = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


class Mouse:
    """Places are pixels of the viewport."""

    def __init__(self, canvas: MapCanvas) -> None:
        self.canvas = canvas

    @property
    def viewport(self) -> QWidget:
        return self.canvas.overlay

    def pixel(self, place: Position | None) -> QPoint:
        """Where a place is."""
        assert place is not None
        return QPointF(*self.canvas.frame.pixel(*to_world(place))).toPoint()

    def under(self, at: QPoint) -> object | None:
        """The topmost thing there."""
        return self.canvas.object_at(QPointF(at))

    def drag(self, begin: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEY, *, lets_go: bool = True) -> None:
        """In five steps."""
        QTest.mousePress(self.viewport, LEFT, keys, begin)
        for step in range(1, 6):
            self._move(QPointF(begin) + QPointF(end - begin) * step / 5, LEFT, keys)
        if lets_go:
            QTest.mouseRelease(self.viewport, LEFT, keys, end)

    def point_at(self, at: QPoint) -> None:
        """Without a button."""
        self._move(QPointF(at), NONE, NO_KEY)

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Once."""
        QTest.mouseClick(self.viewport, LEFT, keys, at)

    def double_click(self, at: QPoint) -> None:
        """As the window system tells it: a click, and then the double one."""
        self.click(at)
        QTest.mouseDClick(self.viewport, LEFT, NO_KEY, at)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """On the map."""
        QTest.keyClick(self.canvas, key, keys)

    def _move(self, at: QPointF, held: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        there = self.viewport.mapToGlobal(at)
        QApplication.sendEvent(self.viewport, QMouseEvent(QEvent.Type.MouseMove, at, there, held, held, keys))
