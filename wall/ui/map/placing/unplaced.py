"""What stands nowhere yet, sites and cameras: a list to drag it from onto the map, by mouse or finger."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wall.ui.console.finger_drags import FingerDrags
from wall.ui.drag import CAMERAS
from wall.ui.map.placing.book import Thing
from wall.ui.map.placing.freight import THINGS, things_freight
from wall.ui.theme import TARGET

_Index = QModelIndex | QPersistentModelIndex


class UnplacedModel(QAbstractListModel):
    """Named as they are painted: ten thousand cost what the eye sees of them. `cameras_of` tells those of a site."""

    def __init__(
        self, name_of: Callable[[Thing], str], cameras_of: Callable[[Thing], Sequence[int]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.things: tuple[Thing, ...] = ()
        self._name_of = name_of
        self._cameras_of = cameras_of

    def show(self, things: Sequence[Thing]) -> None:
        """These, in this order."""
        self.beginResetModel()
        self.things = tuple(things)
        self.endResetModel()

    # -- Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - As Qt has it.
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and index.isValid():
            return self._name_of(self.things[index.row()])
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [CAMERAS, THINGS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        things = [self.things[each.row()] for each in sorted(indexes, key=QModelIndex.row)]
        return things_freight(things, (camera for each in things for camera in self._cameras_of(each)))


class _Narrow(QStyledItemDelegate):
    """As wide as the list: what does not fit is elided."""

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(1, TARGET)


class UnplacedList(QListView):
    """`place_requested` tells what Enter or a double click means: to the middle of the map with it."""

    place_requested = Signal(object)

    def __init__(
        self, name_of: Callable[[Thing], str], cameras_of: Callable[[Thing], Sequence[int]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.rows = UnplacedModel(name_of, cameras_of, self)
        self.setModel(self.rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Narrow(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        FingerDrags(self)
        self.doubleClicked.connect(lambda _index: self._ask())

    @property
    def chosen(self) -> tuple[Thing, ...]:
        """Those that are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.rows.things[row] for row in rows)

    def _ask(self) -> None:
        if self.chosen:
            self.place_requested.emit(self.chosen)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        else:
            super().keyPressEvent(event)
