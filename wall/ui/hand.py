"""The pointer and the finger on a wall: what is clicked, dragged, dropped, or lifted by a long press."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPixmap,
    QSinglePointEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from wall.ui.drag import Lifted, cell_freight, drop, is_ours
from wall.ui.finger import FingerDrag, is_finger
from wall.ui.grip import DRIVES, Grip
from wall.ui.lens import Lens
from wall.ui.looking import Looking
from wall.ui.ptz.steering import Steering
from wall.ui.room_port import RoomPort
from wall.ui.showing import Showing
from wall.ui.wall_view import WallView

LIFT_MS = 500
"""So long a finger rests on a tile until it is lifted."""

_CARRIED_WIDTH_PX = 160

Carry = Callable[[QWidget, QMimeData, QPixmap], None]
"""Carries something until it is dropped somewhere."""


def carry(source: QWidget, freight: QMimeData, picture: QPixmap) -> None:
    """By Qt's own drag and drop; returns when it is over."""
    drag = QDrag(source)
    drag.setMimeData(freight)
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(picture.width() // 2, picture.height() // 2))
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


class Hand(QObject):
    """Watches a wall view. With the mouse a tile is dragged, also onto other windows; with Ctrl it is copied.

    A finger lifts a tile by resting on it; the tile then goes where the finger is let go, or to the next cell that is
    touched, also in other windows. `dropped` follows when something was let go over this wall. What is meant for the
    picture instead (`grip`) is handed on to `Looking`, and what is meant for the camera to `steering`.
    """

    dropped = Signal()

    def __init__(
        self,
        room: RoomPort,
        screen_id: int,
        view: WallView,
        showing: Showing,
        lens: Lens,
        steering: Steering | None = None,
        carries: Carry = carry,
    ) -> None:
        super().__init__(view)
        self._room = room
        self._screen_id = screen_id
        self._view = view
        self._showing = showing
        self._carries = carries
        self._steering = steering
        self._looking = Looking(view, showing, lens)
        self._looking.begun.connect(self._forget)
        self._grip = Grip.CARRY
        self._moves = False
        self._pressed: tuple[int, QPointF] | None = None
        self._latest: int | None = None
        self._lifted: tuple[int, FingerDrag] | None = None
        self._lift_timer = QTimer(self, singleShot=True, interval=LIFT_MS)
        self._lift_timer.timeout.connect(self._lift)
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    @property
    def lifted(self) -> int | None:
        """The cell that a finger has lifted."""
        return self._lifted[0] if self._lifted else None

    def end(self) -> None:
        """Watch no more; what a finger has lifted stays where it was."""
        self._lift_timer.stop()
        self._looking.end()
        self._put_back()
        self._view.removeEventFilter(self)

    # -- mouse and finger

    def _on_press(self, event: QMouseEvent) -> bool:
        cell, self._latest = self._cell_at(event), self._cell_at(event)
        if event.button() is not Qt.MouseButton.LeftButton or cell is None:
            return False
        self._pressed, self._moves = (cell, event.position()), False
        self._grip = self._looking.press(event)
        if self._grip in DRIVES:
            self._steer(event)
        elif is_finger(event):
            self._lift_timer.start()
        return False

    def _on_move(self, event: QMouseEvent) -> bool:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._forget_lost(event)
            return False
        if self._grip in DRIVES:
            return self._steer(event)
        cell, begin = self._pressed
        if not self._moves and (event.position() - begin).manhattanLength() < QApplication.startDragDistance():
            return False
        self._moves = True
        self._lift_timer.stop()
        if self._grip is not Grip.CARRY:
            self._looking.drag(event)
            return True
        self._pressed = None
        if not is_finger(event):
            self._drag(cell)
        return True

    def _forget_lost(self, event: QMouseEvent) -> None:
        """Nothing is pressed; where something was, its release has gone elsewhere."""
        if self._pressed is not None:
            self._forget()
        self._looking.hover(event)

    def _forget(self) -> None:
        """What was pressed means something else by now."""
        self._lift_timer.stop()
        self._pressed = None
        self._put_back()
        if self._steering is not None:
            self._steering.cancel()

    def _on_release(self, event: QMouseEvent) -> bool:
        self._lift_timer.stop()
        if self._pressed is not None and self._grip in DRIVES:
            self._steer(event)
        self._pressed = None
        return False

    def _steer(self, event: QMouseEvent) -> bool:
        """What the hand does is meant for the camera."""
        return self._steering is not None and self._steering.feel(event, self._grip)

    def _turn(self, event: QWheelEvent) -> bool:
        """The wheel means the camera's own zoom where that is driven; with Ctrl it always means the picture."""
        return (self._steering is not None and self._steering.turn(event)) or self._looking.wheel(event)

    def _lift(self) -> None:
        if self._pressed is None or not self._content_at(self._pressed[0]):
            return
        (cell, at), self._pressed = self._pressed, None
        drag = FingerDrag(
            self._view,
            self._freight_of(cell),
            self._picture_of(cell),
            self._view.mapToGlobal(at).toPoint(),
            self._area_of(cell),
        )
        self._lifted = cell, drag
        drag.ended.connect(self._note_ended)

    def _put_back(self) -> None:
        if self._lifted is not None:
            self._lifted[1].put_back()

    def _note_ended(self) -> None:
        self._lifted = None

    def _drag(self, cell: int) -> None:
        if not self._content_at(cell):
            return
        if self._steering is not None:
            self._steering.lose_all()
        self._carries(self._view, self._freight_of(cell), self._picture_of(cell))
        if shiboken6.isValid(self._view):  # The window may have been closed while something was carried.
            self._view.set_target(None)

    def _freight_of(self, cell: int) -> QMimeData:
        slot = self._room.board(self._screen_id).slot_at(cell)
        return cell_freight(Lifted(self._screen_id, slot), self._showing.parts()[cell].camera_id)

    def _picture_of(self, cell: int) -> QPixmap:
        tile = self._showing.tile_at(cell)
        image = tile.newest_image() if tile else None
        if image is None:
            return QPixmap()
        # A copy: the picture's memory goes on being written.
        return QPixmap.fromImage(image.scaledToWidth(_CARRIED_WIDTH_PX).copy())

    def _area_of(self, cell: int) -> QRect:
        """On the desktop, in logical pixels."""
        area, scale = self._view.cells[cell], self._view.devicePixelRatioF()
        corner = self._view.mapToGlobal(QPointF(area.x / scale, area.y / scale)).toPoint()
        return QRect(corner, QSize(round(area.width / scale), round(area.height / scale)))

    def _content_at(self, cell: int) -> bool:
        board = self._room.board(self._screen_id)
        return cell < board.shown_layout.size and board.content_at(cell) is not None

    # -- what is dropped here

    def _on_enter(self, event: QDragEnterEvent | QDragMoveEvent) -> bool:
        cell = self._cell_at(event) if is_ours(event.mimeData()) else None
        self._view.set_target(cell)
        if cell is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction if _copies(event) else Qt.DropAction.MoveAction)
            event.accept()
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self._view.set_target(None)
        cell = self._cell_at(event)
        if cell is not None and self._let_go(event.mimeData(), cell, copies=_copies(event)):
            event.setDropAction(Qt.DropAction.CopyAction if _copies(event) else Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        return True

    def _let_go(self, freight: QMimeData, cell: int, *, copies: bool) -> bool:
        is_taken = drop(self._room, freight, self._screen_id, cell, copies=copies)
        if is_taken:
            self._showing.refresh()
            self.dropped.emit()
        return is_taken

    def _cell_at(self, event: QSinglePointEvent | QDropEvent) -> int | None:
        return self._view.cell_at(event.position().x(), event.position().y())

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragMoveEvent():  # A QDragEnterEvent is one, too.
                return self._on_enter(event)
            case QDropEvent():
                return self._on_drop(event)
            case QMouseEvent() if event.type() is QEvent.Type.MouseButtonPress:
                return self._on_press(event)
            case QMouseEvent() if event.type() is QEvent.Type.MouseButtonDblClick:
                return is_finger(event) and self._cell_at(event) != self._latest and self._on_press(event)
            case QMouseEvent() if event.type() is QEvent.Type.MouseMove:
                return self._on_move(event)
            case QMouseEvent() if event.type() is QEvent.Type.MouseButtonRelease:
                return self._on_release(event)
            case QWheelEvent():
                return self._turn(event)
            case QNativeGestureEvent():
                return self._looking.native(event)
        if event.type() is QEvent.Type.DragLeave:
            self._view.set_target(None)
        return False


def _copies(event: QDropEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
