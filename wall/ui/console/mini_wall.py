"""A screen of the wall in small: its cells, what stands in them, and where the hand is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from wall.model.board import Board, shown_camera
from wall.model.grid import Rect
from wall.ui.console.facts import Facts
from wall.ui.console.mini_faces import MiniFaces, caption_of, tip_of
from wall.ui.console.room_facts import RoomFacts
from wall.ui.drag import Lifted, cell_freight, drop, is_ours, lifted_from
from wall.ui.finger import FingerDrag, is_finger
from wall.ui.theme import SPACE, Theme

_USUAL_RATIO = 9 / 16
_MOST_HEIGHT = 440
"""A panel on its side would take the whole page."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MiniWall(QWidget):
    """Click and arrows choose a cell, Ctrl with an arrow moves what stands there; what is dropped is shown there.

    `opened` tells which camera is asked for, `refused` that something dropped cannot be shown.
    """

    opened = Signal(int)
    refused = Signal()

    def __init__(self, screen_id: int, theme: Theme, facts: Facts, wall: RoomFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.screen_id = screen_id
        self._theme = theme
        self._facts = facts
        self._wall = wall
        self._faces = MiniFaces(theme, self.devicePixelRatioF())
        self.ratio = _USUAL_RATIO
        self._pressed: tuple[QPoint, int] | None = None
        self._aim: int | None = None
        self._board = wall.room.board(screen_id)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMinimumWidth(40 * SPACE)
        self.setAccessibleName(self.tr("Screen in small"))

    @property
    def board(self) -> Board:
        """What stands on the screen; what stood there last, where it has just gone."""
        self._board = self._wall.board(self.screen_id) or self._board
        return self._board

    def show_ratio(self, ratio: float) -> None:
        """Height by width of the real one."""
        self.ratio = ratio
        self._fit()

    def cells(self) -> tuple[Rect, ...]:
        """Where the cells lie, in logical pixels."""
        width = min(self.width(), round(self.height() / self.ratio))
        left = (self.width() - width) // 2
        rects = self.board.shown_layout.rects(width, self.height())
        return tuple(Rect(each.x + left, each.y, each.width, each.height) for each in rects)

    def cell_at(self, position: QPoint) -> int | None:
        """Which cell lies there."""
        found = (place for place, each in enumerate(self.cells()) if each.contains(position.x(), position.y()))
        return next(found, None)

    # -- inside

    def _is_in_hand(self) -> bool:
        return self._wall.room.selected_screen == self.screen_id

    def _choose(self, cell: int) -> None:
        self._wall.room.select(self.screen_id)
        self._wall.change_board(lambda board: board.selected_at(cell), self.screen_id)

    def _open(self, cell: int) -> None:
        camera_id = shown_camera(self.board.content_at(cell), 0, self._wall.room.hotspot)
        if camera_id is not None:
            self.opened.emit(camera_id)

    def _move_content(self, dx: int, dy: int) -> None:
        board = self.board
        other = board.shown_layout.step(board.selected_cell, dx, dy)
        if not board.single and other != board.selected_cell:
            self._wall.change_board(lambda now: now.swapped(now.selected_cell, other), self.screen_id)

    def _lift(self, cell: int, finger: QPoint | None) -> None:
        """Drag what stands in a cell away: with the mouse, or with a finger that is there on the desktop."""
        content = self.board.content_at(cell)
        if content is None:
            return
        camera_id = shown_camera(content, 0, self._wall.room.hotspot)
        freight = cell_freight(Lifted(self.screen_id, self.board.slot_at(cell)), camera_id)
        area = self.cells()[cell]
        picture = self.grab(QRect(area.x, area.y, area.width, area.height))
        if finger is not None:
            FingerDrag(self, freight, picture, finger)
            return
        drag = QDrag(self)
        drag.setMimeData(freight)
        drag.setPixmap(picture)
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def _fit(self) -> None:
        self.setFixedHeight(min(_MOST_HEIGHT, max(1, round(self.width() * self.ratio))))

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(80 * SPACE, round(80 * SPACE * self.ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        board, cells = self.board, self.cells()
        painter.fillRect(self.rect(), self._theme.line)
        for place, area in enumerate(cells):
            caption = caption_of(board.content_at(place), self._wall.room, self._facts)
            self._faces.paint(painter, area, caption, place)
        self._faces.frame(painter, cells[board.selected_cell], is_in_hand=self._is_in_hand())
        if self._aim is not None and self._aim < len(cells):
            self._faces.aim(painter, cells[self._aim])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            cell = self.cell_at(event.pos())
            tip = "" if cell is None else tip_of(self.board, cell, self._wall.room, self._facts)
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Who comes back to the console from a wall has that wall in hand, whichever small one had the keys before.
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._wall.room.select(self.screen_id)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        self._pressed = None
        if cell is not None:
            self._choose(cell)
            if event.button() is Qt.MouseButton.LeftButton:
                self._pressed = (event.position().toPoint(), cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        start, cell = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._lift(cell, event.globalPosition().toPoint() if is_finger(event) else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        cell = self.cell_at(event.position().toPoint())
        if is_finger(event) and (cell != self.board.selected_cell or not self._is_in_hand()):
            self.mousePressEvent(event)  # Of two quick taps Qt makes a double one, wherever they are.
        elif cell is not None:
            self._open(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, has_control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ARROWS and has_control:
            self._move_content(*_ARROWS[key])
        elif key in _ARROWS:
            dx, dy = _ARROWS[key]
            self._wall.change_board(lambda board: board.moved(dx, dy), self.screen_id)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            pages = 1 if key is Qt.Key.Key_PageDown else -1
            self._wall.change_board(lambda board: board.turned(pages), self.screen_id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.board.selected_cell)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_ours(event.mimeData()):
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take_aim(self.cell_at(event.position().toPoint()))
        if self._aim is None:
            event.ignore()
            return
        lifts = lifted_from(event.mimeData()) is not None
        copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) or not lifts
        event.setDropAction(Qt.DropAction.CopyAction if copies else Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._take_aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        self._take_aim(None)
        if cell is None or self._wall.screen(self.screen_id) is None:
            return
        copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        let_go = partial(drop, self._wall.room, event.mimeData(), self.screen_id, cell)
        if let_go(copies=copies):
            self._wall.room.select(self.screen_id)
            event.accept()
        else:
            self.refused.emit()

    def _take_aim(self, cell: int | None) -> None:
        if cell != self._aim:
            self._aim = cell
            self.update()
