"""Paints the cells of a table: a mark, a text, elided in the middle where there is no room for it.

A style sheet's own painting of cells takes four times as long: for a full table most of the 50 ms that the thread has.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wall.ui.console.style import selected_row
from wall.ui.console.table import Column, TableModel
from wall.ui.console.verdicts import MARK_SIZE
from wall.ui.fitting import Fitting
from wall.ui.theme import BODY, SPACE, Theme, font

_EDGE = 11
"""Between the edge of a cell and its text; the header's style has the same."""

_SELECTED = QStyle.StateFlag.State_Selected.value
_UNDER_POINTER = QStyle.StateFlag.State_MouseOver.value
_HAS_FOCUS = QStyle.StateFlag.State_HasFocus.value


class Cells(QStyledItemDelegate):
    """Reads the model's rows directly: it would be asked for eight roles a cell otherwise."""

    def __init__(self, model: TableModel[Any], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._selected = selected_row(theme)
        self._fitting = Fitting(font(BODY))

    def paint_cell(
        self, painter: QPainter, rect: QRect, column: Column[Any], row: Any, *, is_selected: bool, is_pointed: bool
    ) -> None:
        """One cell."""
        if is_selected:
            painter.fillRect(rect, self._selected)
        elif is_pointed:
            painter.fillRect(rect, self._theme.raised)
        left, top, room, height = rect.x() + _EDGE, rect.y(), rect.width() - 2 * _EDGE, rect.height()
        if column.mark is not None:
            painter.drawPixmap(left, top + (height - MARK_SIZE) // 2, self._model.marks[column.mark(row)])
            left += MARK_SIZE + 2 * SPACE
            room -= MARK_SIZE + 2 * SPACE
        text = column.text(row)
        if not text:
            return
        is_quiet = not is_selected and column.is_quiet is not None and column.is_quiet(row)
        painter.setPen(self._theme.muted if is_quiet else self._theme.text)
        fitted = self._fitting.fit(text, room)
        if column.is_number:
            self._fitting.draw_to(painter, left + room, top, height, fitted)
        else:
            self._fitting.draw(painter, left, top, height, fitted)

    def paint_focus(self, painter: QPainter, rect: QRect) -> None:
        """Around the cell that the keys are meant for."""
        painter.setPen(self._theme.accent)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    # -- Qt

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A cell by itself: of a row that is dragged."""
        state: int = option.state.value
        self.paint_cell(
            painter,
            option.rect,
            self._model.columns[index.column()],
            self._model.rows[index.row()],
            is_selected=bool(state & _SELECTED),
            is_pointed=bool(state & _UNDER_POINTER),
        )
        if state & _HAS_FOCUS:
            self.paint_focus(painter, option.rect)
