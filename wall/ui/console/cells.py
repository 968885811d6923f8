"""Paints the cells of a table: a mark, a text, elided in the middle where there is no room for it.

A style sheet's own painting of cells takes four times as long: for a full table most of the 50 ms that the thread has.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wall.ui.console.style import selected_row
from wall.ui.console.table import TableModel
from wall.ui.console.verdicts import MARK_SIZE, VerdictMarks
from wall.ui.theme import BODY, SPACE, Theme, font

_EDGE = 11
"""Between the edge of a cell and its text; the header's style has the same."""

_MOST_REMEMBERED = 8192
_SELECTED = QStyle.StateFlag.State_Selected.value
_UNDER_POINTER = QStyle.StateFlag.State_MouseOver.value
_HAS_FOCUS = QStyle.StateFlag.State_HasFocus.value
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Cells(QStyledItemDelegate):
    """Reads the model's rows directly: it would be asked for eight roles a cell otherwise."""

    def __init__(self, model: TableModel[Any], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._marks = VerdictMarks(theme)
        self._selected = selected_row(theme)
        self._font: QFont = font(BODY)
        self._metrics = QFontMetrics(self._font)
        self._elided: dict[tuple[str, int], str] = {}

    def _fitted(self, text: str, room: int) -> str:
        """The text, or what there is room for. Remembered: the same rows are painted again and again."""
        fitted = self._elided.get((text, room))
        if fitted is None:
            if len(self._elided) > _MOST_REMEMBERED:
                self._elided.clear()
            fitted = self._metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            self._elided[text, room] = fitted
        return fitted

    # -- Qt

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        column, row = self._model.columns[index.column()], self._model.rows[index.row()]
        rect: QRect = option.rect
        state: int = option.state.value
        is_selected = bool(state & _SELECTED)
        if is_selected:
            painter.fillRect(rect, self._selected)
        elif state & _UNDER_POINTER:
            painter.fillRect(rect, self._theme.raised)
        inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if column.mark is not None:
            top = rect.y() + (rect.height() - MARK_SIZE) // 2
            painter.drawPixmap(inner.x(), top, self._marks[column.mark(row)])
            inner.setLeft(inner.x() + MARK_SIZE + 2 * SPACE)
        text = column.text(row)
        if text:
            is_quiet = not is_selected and column.is_quiet is not None and column.is_quiet(row)
            painter.setFont(self._font)
            painter.setPen(self._theme.muted if is_quiet else self._theme.text)
            painter.drawText(inner, _RIGHT if column.is_number else _LEFT, self._fitted(text, inner.width()))
        if state & _HAS_FOCUS:
            painter.setPen(self._theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
