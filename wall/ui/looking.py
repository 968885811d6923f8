"""Looking closely with mouse and finger: which of their movements mean the picture, and what becomes of it then."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from wall.ui.grip import Grip, grip_of
from wall.ui.lens import NOTCH, Lens, Place
from wall.ui.pinch import Pinch
from wall.ui.showing import Showing
from wall.ui.wall_view import WallView

_NOTCH = 120.0
"""Of a wheel, in Qt's eighths of a degree."""
_LEAST_PINCH = 0.1
_POINTERS = {
    Grip.CARRY: Qt.CursorShape.ArrowCursor,
    Grip.MOVE: Qt.CursorShape.OpenHandCursor,
    Grip.AIM: Qt.CursorShape.CrossCursor,
    Grip.STEER: Qt.CursorShape.SizeAllCursor,
    Grip.BOX: Qt.CursorShape.CrossCursor,
}


class Looking(QObject):
    """On one wall view. `Hand` hears the mouse, and hands on what is meant for the picture."""

    begun = Signal()
    """Two fingers are on the picture: what one of them had begun is void."""

    def __init__(self, view: WallView, showing: Showing, lens: Lens) -> None:
        super().__init__(view)
        self._view = view
        self._showing = showing
        self._lens = lens
        self._grip = Grip.CARRY
        self._cell: int | None = None
        self._at = QPointF()
        self._pinch = Pinch(view, view.shown_or_hidden)
        self._pinch.begun.connect(self._begin_pinch)
        self._pinch.pinched.connect(self._pinched)

    def press(self, event: QMouseEvent) -> Grip:
        """What does it mean to move on from here?"""
        self._cell, self._at = self._cell_at(event.position()), event.position()
        self._grip = self._grip_at(event)
        if self._grip is Grip.AIM:
            self._aim()
        return self._grip

    def drag(self, event: QMouseEvent) -> None:
        """The hand has moved on, and it means the picture."""
        by, self._at = event.position() - self._at, event.position()
        if self._grip is Grip.AIM:
            self._aim()
        elif self._cell is not None:
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._lens.move(self._cell, *self._place(by))

    def hover(self, event: QMouseEvent) -> None:
        """The pointer tells what a press would begin."""
        shape = _POINTERS[self._grip_at(event)]
        if self._view.cursor().shape() is not shape:
            self._view.setCursor(shape)

    def wheel(self, event: QWheelEvent) -> bool:
        """Closer or further, towards the pointer. False where there is nothing to look at."""
        cell, notches = self._cell_at(event.position()), event.angleDelta().y() / _NOTCH
        if cell is None or not notches:
            return False
        return self._lens.turn(cell, NOTCH**notches, self._place(event.position()))

    def native(self, event: QNativeGestureEvent) -> bool:
        """A pinch on a touch pad."""
        cell = self._cell_at(event.position())
        if cell is None or event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        return self._lens.turn(cell, max(_LEAST_PINCH, 1.0 + event.value()), self._place(event.position()))

    def end(self) -> None:
        """Watch no more."""
        self._pinch.end()

    def _grip_at(self, event: QMouseEvent) -> Grip:
        cell = self._cell_at(event.position())
        tile = self._showing.tile_at(cell) if cell is not None else None
        if tile is None:
            return Grip.CARRY
        x, y = self._place(event.position())
        caption, overview = self._view.caption_of(tile), self._view.overview_of(tile)
        return grip_of(tile, caption, overview, (int(x), int(y)), event.modifiers())

    def _aim(self) -> None:
        tile = self._showing.tile_at(self._cell) if self._cell is not None else None
        overview = self._view.overview_of(tile) if tile is not None else None
        if self._cell is not None and overview is not None:
            self._lens.aim(self._cell, overview, self._place(self._at))

    def _begin_pinch(self) -> None:
        self._cell = None
        self.begun.emit()

    def _pinched(self, at: QPointF, ratio: float, by: QPointF) -> None:
        """It means the tile in which it began."""
        if self._cell is None:
            self._cell = self._cell_at(at)
        if self._cell is not None:
            self._lens.turn(self._cell, ratio, self._place(at))
            self._lens.move(self._cell, *self._place(by))

    def _cell_at(self, at: QPointF) -> int | None:
        return self._view.cell_at(at.x(), at.y())

    def _place(self, at: QPointF) -> Place:
        """In device pixels."""
        scale = self._view.devicePixelRatioF()
        return at.x() * scale, at.y() * scale
