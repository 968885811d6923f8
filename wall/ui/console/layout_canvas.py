"""A layout that is being made: its cells, those that are selected, and the one that the hand is on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wall.model.grid import Rect, fit
from wall.model.layout import Layout
from wall.ui.console.style import selected_row
from wall.ui.theme import LARGE, SPACE, Theme, font

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class LayoutCanvas(QWidget):
    """A click selects a cell, dragging all that it passes over; arrows move the hand, with Shift they select."""

    selection_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = Layout.plain(1, 1)
        self._ratio = 9 / 16
        self._anchor = self._hand = 0
        self.selected: frozenset[int] = frozenset((0,))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(60 * SPACE, 40 * SPACE)
        self.setAccessibleName(self.tr("Cells of the layout"))

    @property
    def cells(self) -> Layout:
        """What is shown."""
        return self._layout

    def show_cells(self, layout: Layout, ratio: float, selected: frozenset[int] = frozenset((0,))) -> None:
        """Show this one, as high by its width as the screen is."""
        self._layout, self._ratio = layout, ratio
        kept = frozenset(each for each in selected if each < layout.size)
        self.selected = kept or frozenset((0,))
        self._anchor = self._hand = min(self.selected)
        self.selection_changed.emit()
        self.update()

    def areas(self) -> tuple[Rect, ...]:
        """Where the cells lie, in logical pixels."""
        room = Rect(0, 0, self.width(), self.height())
        whole = fit(1000, max(1, round(1000 * self._ratio)), room)
        rects = self._layout.rects(whole.width, whole.height, gap=2)
        return tuple(Rect(each.x + whole.x, each.y + whole.y, each.width, each.height) for each in rects)

    # -- inside

    def _select(self, cells: frozenset[int]) -> None:
        if cells != self.selected:
            self.selected = cells
            self.selection_changed.emit()
        self.update()

    def _between(self, one: int, other: int) -> frozenset[int]:
        """All cells that lie in the rectangle around two."""
        a, b = self._layout.cells[one], self._layout.cells[other]
        top, left = min(a.row, b.row), min(a.column, b.column)
        bottom, right = max(a.bottom, b.bottom), max(a.right, b.right)
        return frozenset(
            number
            for number, cell in enumerate(self._layout.cells)
            if cell.row < bottom and cell.bottom > top and cell.column < right and cell.right > left
        )

    def _cell_at(self, position: QPoint) -> int | None:
        """The cell that lies there, or nearest, as long as the hand is on the canvas."""
        areas = self.areas()
        inside = (number for number, each in enumerate(areas) if each.contains(position.x(), position.y()))
        return next(inside, None)

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(160 * SPACE, round(160 * SPACE * self._ratio))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(LARGE))
        for number, area in enumerate(self.areas()):
            box = QRect(area.x, area.y, area.width, area.height)
            is_selected = number in self.selected
            painter.fillRect(box, selected_row(self._theme) if is_selected else self._theme.raised)
            painter.setPen(self._theme.text if is_selected else self._theme.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))
            if number == self._hand and self.hasFocus():
                painter.setPen(QPen(self._theme.accent, 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if cell is None:
            return
        self._hand = cell
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._anchor = cell
            changed = self.selected ^ {cell}
            self._select(changed or self.selected)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._select(self._between(self._anchor, cell))
        else:
            self._anchor = cell
            self._select(frozenset((cell,)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if cell is not None and event.buttons() & Qt.MouseButton.LeftButton and cell != self._hand:
            self._hand = cell
            self._select(self._between(self._anchor, cell))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self._hand = self._layout.step(self._hand, *step)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._select(self._between(self._anchor, self._hand))
            else:
                self._anchor = self._hand
                self._select(frozenset((self._hand,)))
        elif event.key() == Qt.Key.Key_Space:
            self._select((self.selected ^ {self._hand}) or self.selected)
        elif event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._select(frozenset(range(self._layout.size)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()
