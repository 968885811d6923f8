"""What the mouse does on the map: it drags it, points at something, clicks, lifts, or belongs to the tool."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from wall.ui.finger import is_finger

if TYPE_CHECKING:
    from wall.ui.map.canvas import MapCanvas

_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_ZOOM_IN = 2.0


class Grasp:
    """The hand on one canvas. A click is a press that did not move."""

    def __init__(self, canvas: MapCanvas) -> None:
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._taken: object | None = None
        self._under: object | None = None
        self._is_tools = False
        self._is_double = False
        self.is_dragging = False

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        if event.button() not in (_LEFT, _MIDDLE):
            return
        at, tool = event.position(), self._canvas.tool
        self._pressed = self._last = at
        self._is_tools = event.button() == _LEFT and tool is not None and tool.press(self._canvas.frame, at, event)
        self._taken = self._canvas.object_at(at) if event.button() == _LEFT and not self._is_tools else None

    def move(self, event: QMouseEvent) -> None:
        """The pointer goes on, with or without a button."""
        at, tool = event.position(), self._canvas.tool
        if self._is_tools or (self._pressed is None and tool is not None):
            if tool is not None:
                tool.move(self._canvas.frame, at, event)
        elif self._pressed is not None:
            self._drag(at, by_finger=is_finger(event))
        if self._pressed is None:
            self._point_at(self._canvas.object_at(at))

    def release(self, event: QMouseEvent) -> None:
        """A button goes up."""
        tool, at = self._canvas.tool, event.position()
        pressed, was_tools, was_dragging = self._pressed, self._is_tools, self.is_dragging
        was_double, taken = self._is_double, self._taken
        self.give_up()
        if was_tools:
            if tool is not None:
                tool.release(self._canvas.frame, at, event)
        elif was_dragging:
            self._canvas.came_to_rest.emit()
        elif pressed is not None and event.button() == _LEFT and not was_double:
            self._click(taken, at)

    def double_click(self, event: QMouseEvent) -> None:
        """The second press of a double click: opens what is there, or comes closer."""
        at, tool = event.position(), self._canvas.tool
        if event.button() != _LEFT:
            self.press(event)
            return
        if tool is not None and tool.finish(self._canvas.frame, at):
            return
        self._pressed, self._last, self._is_double = at, at, True
        found = self._canvas.object_at(at)
        if found is not None:
            self._canvas.double_clicked.emit(found, at.toPoint())
        elif tool is None:
            self._canvas.zoom_by(_ZOOM_IN, at)

    def leave(self) -> None:
        """The pointer is elsewhere."""
        if self._pressed is None:
            self._point_at(None)

    def give_up(self) -> None:
        """What was begun is void: a second finger is there, or something was lifted."""
        self._pressed = self._taken = None
        self._is_tools = self._is_double = self.is_dragging = False
        self._canvas.viewport().unsetCursor()

    def _drag(self, at: QPointF, *, by_finger: bool) -> None:
        assert self._pressed is not None
        if not self.is_dragging:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            if self._taken is not None and self._canvas.is_liftable(self._taken, by_finger):
                taken, pressed = self._taken, self._pressed
                self.give_up()
                self._canvas.lifted.emit(taken, pressed.toPoint(), by_finger)
                return
            self.is_dragging = True
            self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._canvas.drag_by(at.x() - self._last.x(), at.y() - self._last.y())
        self._last = at

    def _click(self, taken: object | None, at: QPointF) -> None:
        if taken is not None:
            self._canvas.clicked.emit(taken, at.toPoint())
        else:
            self._canvas.pressed_empty.emit(at.toPoint())

    def _point_at(self, found: object | None) -> None:
        if found != self._under:
            self._under = found
            self._canvas.hovered.emit(found)
