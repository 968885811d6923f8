"""A tool that clicks: a press that moves on drags the map, as ever."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from wall.ui.map.frame import MapFrame


class ClickTool:
    """A MapTool to begin others with. `drag_by` moves the map by pixels, `left` is told when the tool has the hand no
    more.
    """

    def __init__(self, drag_by: Callable[[float, float], None], left: Callable[[], None]) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._drag_by = drag_by
        self._left = left
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._is_dragging = False

    def click(self, frame: MapFrame, at: QPointF) -> None:
        """A press that did not move on."""

    def point_at(self, frame: MapFrame, at: QPointF) -> None:
        """The pointer is here, without a button."""

    # -- MapTool

    def press(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> bool:
        """Whatever comes of it."""
        self._pressed = self._last = at
        self._is_dragging = False
        return True

    def move(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        """On the way, or dragging."""
        if self._pressed is None:
            self.point_at(frame, at)
            return
        is_far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._is_dragging or is_far:
            self._is_dragging = True
            self._drag_by(at.x() - self._last.x(), at.y() - self._last.y())
            self._last = at

    def release(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        """It was a click, or the map has been moved."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._is_dragging:
            self.click(frame, pressed)
        self._is_dragging = False

    def finish(self, frame: MapFrame, at: QPointF) -> bool:
        """A double click means nothing."""
        return True

    def key(self, event: QKeyEvent) -> bool:
        """A key means nothing."""
        return False

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """Nothing."""

    def end(self) -> None:
        """Another tool has the hand, or none."""
        self._pressed = None
        self._left()
