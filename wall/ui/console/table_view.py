"""How the console's tables behave in the hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from wall.ui.console.cells import Cells
from wall.ui.console.finger_drags import FingerDrags
from wall.ui.console.table import TableModel
from wall.ui.theme import TARGET, Theme

_LEAST_SHARE = 0.6
"""Of a text column's width; in a narrower window the table scrolls."""


class TableView(QTableView):
    """Whole rows, several at once, nothing cut off: what does not fit is elided in the middle, whole in the tooltip."""

    def __init__(self, model: TableModel[Any], name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(Cells(model, theme, self))
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
        figures = sum(column.width for column in seen if column.is_number)
        text = sum(column.width for column in seen if not column.is_number)
        share = max(_LEAST_SHARE, (self.viewport().width() - figures) / text)
        self._is_fitting = True
        for section, column in enumerate(columns):
            self.setColumnWidth(section, column.width if column.is_number else int(column.width * share))
        self._is_fitting = False

    def selected_rows(self) -> list[int]:
        """Their places, from above. Not by `selectedRows`, which asks the model about every cell."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

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

    # -- Qt

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
