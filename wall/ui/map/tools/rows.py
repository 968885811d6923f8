"""A list of things in two lines each: a mark, a name, and below it, quietly, what tells more. Rows can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wall.model.health import Verdict
from wall.ui.console.finger_drags import FingerDrags
from wall.ui.console.style import selected_row
from wall.ui.console.verdicts import MARK_SIZE, VerdictMarks
from wall.ui.drag import CAMERAS, cameras_freight
from wall.ui.fitting import Fitting
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

ROW_PX = 11 * SPACE
_EDGE = 2 * SPACE
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_SELECTED = QStyle.StateFlag.State_Selected.value
_UNDER_POINTER = QStyle.StateFlag.State_MouseOver.value


@dataclass(frozen=True, slots=True)
class TwoLines:
    """One row. `key` tells it from others when the list is renewed; `cameras` are what is dragged with it."""

    key: object
    name: str
    detail: str = ""
    mark: Verdict | None = None
    cameras: tuple[int, ...] = ()


class TwoLinesModel(QAbstractListModel):
    """Rows as they are handed in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[TwoLines, ...] = ()

    def show(self, rows: Sequence[TwoLines]) -> None:
        """These. Where only what they say has changed, the hand stays where it is."""
        rows = tuple(rows)
        if [each.key for each in rows] == [each.key for each in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    # -- Qt

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}\n{row.detail}" if row.detail else row.name
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_drag = index.isValid() and bool(self.rows[index.row()].cameras)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if can_drag else flags

    def mimeTypes(self) -> list[str]:
        return [CAMERAS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        places = sorted(index.row() for index in indexes)
        return cameras_freight(camera for place in places for camera in self.rows[place].cameras)


class _Cells(QStyledItemDelegate):
    def __init__(self, model: TwoLinesModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._selected = selected_row(theme)
        self._marks = VerdictMarks(theme)
        self._body, self._small = Fitting(font(BODY)), Fitting(font(SMALL))

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(20 * SPACE, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, rect = self._model.rows[index.row()], option.rect
        state: int = option.state.value
        if state & (_SELECTED | _UNDER_POINTER):
            painter.fillRect(rect, self._selected if state & _SELECTED else self._theme.raised)
        left, room, half = rect.x() + _EDGE, rect.width() - 2 * _EDGE, rect.height() // 2
        if row.mark is not None:
            painter.drawPixmap(left, rect.y() + (half - MARK_SIZE) // 2 + SPACE, self._marks[row.mark])
            left, room = left + MARK_SIZE + 2 * SPACE, room - MARK_SIZE - 2 * SPACE
        painter.setPen(self._theme.text)
        high = half if row.detail else rect.height()
        drop = SPACE if row.detail else 0
        self._body.draw(painter, left, rect.y() + drop, high, self._body.fit(row.name, room))
        if row.detail:
            painter.setPen(self._theme.text if state & _SELECTED else self._theme.muted)
            self._small.draw(painter, left, rect.y() + half, half - drop, self._small.fit(row.detail, room))


class TwoLinesList(QListView):
    """`opened` tells the row that Enter or a double click means, `picked` the one that the hand is on (or None)."""

    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = TwoLinesModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(self.rows, theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        FingerDrags(self)
        self.selectionModel().currentChanged.connect(lambda *_: self.picked.emit(self.current))
        self.rows.modelReset.connect(lambda: self.picked.emit(None))
        self.doubleClicked.connect(lambda _index: self._open())

    @property
    def current(self) -> TwoLines | None:
        """The row that the hand is on."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    @property
    def chosen(self) -> tuple[TwoLines, ...]:
        """The rows that are selected, in their order."""
        return tuple(self.rows.rows[place] for place in sorted(each.row() for each in self.selectedIndexes()))

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        else:
            super().keyPressEvent(event)
