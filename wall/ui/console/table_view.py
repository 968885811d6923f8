"""How the console's tables behave in the hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSettings,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from wall.ui.console.cells import Cells
from wall.ui.console.finger_drags import FingerDrags
from wall.ui.console.selection import selected_rows
from wall.ui.console.table import Column, TableModel
from wall.ui.theme import TARGET, Theme

_LEAST_SHARE = 0.55
"""Of a text column's width; in a narrower window the table scrolls."""


class TableView(QTableView):
    """Whole rows, several at once, nothing cut off: what does not fit is elided in the middle, whole in the tooltip."""

    def __init__(self, model: TableModel[Any], name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(Cells(model, theme, self))
        self._pointed = QPersistentModelIndex()
        self.entered.connect(self._point_at)
        self.viewportEntered.connect(lambda: self._point_at(QModelIndex()))
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        if model.can_drag:
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
            FingerDrags(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(TARGET)
        self._is_fitted = True
        self._is_fitting = False
        self._prepare_header()

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(40)
        header.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionResized.connect(self._note_resized)
        self.setSortingEnabled(True)
        self._fit()

    def _note_resized(self, _section: int, _before: int, _after: int) -> None:
        """Columns that the hand has moved stay as they are."""
        if not self._is_fitting and self.isVisible() and QApplication.mouseButtons():
            self._is_fitted = False

    def _fit(self) -> None:
        """Give the columns the room there is: figures what they need, text its share of the rest."""
        columns = self._model.columns
        seen = [column for section, column in enumerate(columns) if not self.isColumnHidden(section)]
        room = self.viewport().width() - sum(column.width for column in seen if column.is_number)
        share = _share(room, [column for column in seen if not column.is_number])
        self._is_fitting = True
        for section, column in enumerate(columns):
            width = column.width if column.is_number else max(column.least, int(column.width * share))
            self.setColumnWidth(section, width)
        self._is_fitting = False

    def selected_rows(self) -> list[int]:
        """Their places, from above."""
        return selected_rows(self)

    def go_to(self, row: int) -> None:
        """Select one row, and only it, and have it seen."""
        index, flag = self._model.index(row, 0), QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)  # Whatever keys are held.
        self.scrollTo(index)

    def show_column(self, name: str, is_shown: bool) -> None:
        """Show a column, or leave its room to the others."""
        section = next(place for place, column in enumerate(self._model.columns) if column.name == name)
        if self.isColumnHidden(section) == is_shown:
            self.setColumnHidden(section, not is_shown)
            if self._is_fitted:
                self._fit()

    def columns_state(self) -> QByteArray | None:
        """The widths of the columns, to be remembered; None where the hand has not moved them."""
        return None if self._is_fitted else self.horizontalHeader().saveState()

    def take_from(self, settings: QSettings) -> None:
        """Have the columns as they were left."""
        state = settings.value(f"console/{self.objectName()}")
        if isinstance(state, QByteArray):
            self._is_fitted = False
            self.horizontalHeader().restoreState(state)

    def _point_at(self, index: QModelIndex) -> None:
        """The cell under the pointer; Qt paints anew what it leaves and where it comes."""
        self._pointed = QPersistentModelIndex(index)

    @property
    def _cells(self) -> Cells:
        cells = self.itemDelegate()
        assert isinstance(cells, Cells)
        return cells

    def _paint_cells(self, painter: QPainter, seen: QRect) -> None:
        """All that are at least partly in `seen`. In one go: to be asked for each cell by Qt takes as long again."""
        cells = self._cells
        columns = [
            (section, self.columnViewportPosition(section), self.columnWidth(section), column)
            for section, column in enumerate(self._model.columns)
            if not self.isColumnHidden(section)
        ]
        columns = [each for each in columns if each[1] <= seen.right() and each[1] + each[2] > seen.left()]
        first, last = self.rowAt(seen.top()), self.rowAt(seen.bottom())
        if first < 0:
            return
        rows = range(first, last + 1 if last >= 0 else len(self._model.rows))
        selected = set(self.selected_rows()) if self.selectionModel().hasSelection() else ()
        pointed = (self._pointed.row(), self._pointed.column())
        top, height = self.rowViewportPosition(first), self.rowHeight(first)
        for place in rows:
            row = self._model.rows[place]
            for section, left, width, column in columns:
                cells.paint_cell(
                    painter,
                    QRect(left, top, width, height),
                    column,
                    row,
                    is_selected=place in selected,
                    is_pointed=(place, section) == pointed,
                )
            top += height

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_cells(painter, event.rect())
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            self._cells.paint_focus(painter, self.visualRect(current))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._point_at(QModelIndex())
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.state() is not QAbstractItemView.State.EditingState:
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def _share(room: int, texts: Sequence[Column[Any]]) -> float:
    """Of the widths of these columns: what there is for them in so many pixels, when some keep their least."""
    share = room / sum(column.width for column in texts)
    held = [column for column in texts if column.width * share < column.least]
    others = sum(column.width for column in texts if column not in held)
    if held and others:
        share = (room - sum(column.least for column in held)) / others
    return max(_LEAST_SHARE, share)
