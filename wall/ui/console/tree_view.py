"""How the tree looks and behaves in the hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from wall.ui.console.finger_drags import FingerDrags
from wall.ui.console.selection import selected_rows
from wall.ui.console.style import selected_row
from wall.ui.console.tree_rows import RowModel
from wall.ui.fitting import Fitting
from wall.ui.theme import BODY, SPACE, TARGET, Theme, font

Index = QModelIndex | QPersistentModelIndex
_ARROW = 3.5
_ASIDE_SHARE = 0.4
"""What stands aside may not take more of the row."""
_MARGIN = 3
"""Around a drawing, and before a text."""
_EDGE = SPACE + _MARGIN
_SELECTED = QStyle.StateFlag.State_Selected.value
_UNDER_POINTER = QStyle.StateFlag.State_MouseOver.value


class TreeView(QTreeView):
    """Enter opens a camera, and unfolds what has cameras under it."""

    entered = Signal(object)
    """The index of a camera."""

    def __init__(self, model: RowModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._row = _Row(model, theme, self)
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setHeaderHidden(True)
        self.header().sectionResized.disconnect()  # Its one column is painted with the view, not once more after it.
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setIndentation(4 * SPACE)
        FingerDrags(self)

    def begin_anew(self) -> None:
        """Other rows stand in the places of the former: the hand was on none of them, and the best is seen.

        They find their places now: otherwise they would be painted, find their places, and be painted again.
        """
        self.selectionModel().reset()
        self.executeDelayedItemsLayout()
        self.scrollToTop()

    def _paint_found(self, painter: QPainter, seen: QRect) -> None:
        """The rows of a plain list that are partly in `seen`. To be asked for each by Qt takes twice as long."""
        first = self.indexAt(seen.topLeft())
        if not first.isValid():
            return
        place = self.visualRect(first)
        selected = set(selected_rows(self)) if self.selectionModel().hasSelection() else ()
        pointed = self._pointed_row()
        for row in range(first.row(), self._rows.rowCount()):
            if place.top() > seen.bottom():
                return
            index = self._rows.index(row, 0)
            self._row.paint_row(painter, place, index, is_selected=row in selected, is_pointed=row == pointed)
            place.translate(0, place.height())

    def _pointed_row(self) -> int:
        """The one under the pointer, -1 where there is none."""
        viewport = self.viewport()
        return self.indexAt(viewport.mapFromGlobal(QCursor.pos())).row() if viewport.underMouse() else -1

    # -- Qt

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Where many are others Qt asks for the place of each, seen or not: a millisecond for two hundred."""
        if self._rows.is_found_list and first != last:
            self.viewport().update()
        else:
            super().dataChanged(first, last, roles)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._rows.is_found_list:
            self._paint_found(QPainter(self.viewport()), event.rect())
        else:
            super().paintEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small arrow where there is something to unfold; nothing else."""
        if rect.isEmpty() or not self.model().hasChildren(index):
            return
        middle = QPointF(rect.right() - 2 * SPACE + 0.5, rect.center().y() + 0.5)
        points = [QPointF(-_ARROW / 2, -_ARROW), QPointF(_ARROW / 2, 0), QPointF(-_ARROW / 2, _ARROW)]
        if self.isExpanded(index):
            points = [QPointF(point.y(), point.x()) for point in points]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.muted)
        painter.drawPolygon(QPolygonF([middle + point for point in points]))
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self.model().hasChildren(index):
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self.entered.emit(index)
            return
        super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """The name, elided in the middle into the room that what stands aside leaves it.

    Painted as the style sheet has it, but not by it: that asks the model seven times for each row.
    """

    def __init__(self, model: RowModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._selected = selected_row(theme)
        self._fitting = Fitting(font(BODY))
        self._tinted: dict[int, QPixmap] = {}

    def paint_row(self, painter: QPainter, rect: QRect, index: Index, *, is_selected: bool, is_pointed: bool) -> None:
        """One row, as wide as `rect`."""
        if is_selected:
            painter.fillRect(rect, self._selected)
        elif is_pointed:
            painter.fillRect(rect, self._theme.raised)
        row = self._model.row(index)
        left, top, width, height = rect.x() + _EDGE, rect.y(), rect.width(), rect.height()
        room = width - 3 * SPACE
        aside = self._fitting.fit(row.aside, round(room * _ASIDE_SHARE)) if row.aside else None
        room -= round(aside.width) + 3 * SPACE if aside else SPACE
        if row.drawing is not None:
            size = row.drawing.deviceIndependentSize().toSize()
            drawing = self._drawing(row.drawing, is_selected)
            painter.drawPixmap(left, top + (height - size.height()) // 2, drawing)
            left += size.width() + 2 * _MARGIN
            room -= size.width() + SPACE
        painter.setPen(self._theme.text)
        self._fitting.draw(painter, left, top, height, self._fitting.fit(row.text, room))
        if aside:
            painter.setPen(self._theme.muted)
            self._fitting.draw_to(painter, rect.x() + width - 2 * SPACE, top, height, aside)

    def _drawing(self, drawing: QPixmap, is_selected: bool) -> QPixmap:
        """As Qt shows it in a selected row."""
        if not is_selected:
            return drawing
        key = drawing.cacheKey()
        if key not in self._tinted:
            size = drawing.deviceIndependentSize().toSize()
            self._tinted[key] = QIcon(drawing).pixmap(size, drawing.devicePixelRatio(), QIcon.Mode.Selected)
        return self._tinted[key]

    # -- Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: int = option.state.value
        is_selected, is_pointed = bool(state & _SELECTED), bool(state & _UNDER_POINTER)
        self.paint_row(painter, option.rect, index, is_selected=is_selected, is_pointed=is_pointed)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * SPACE, TARGET)
