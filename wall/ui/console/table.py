"""A table of rows that come and change in batches. Ten thousand rows cost one sort of a list, not one widget each; not
sorted, they cost what the eye sees of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import eq, is_
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPixmap

from wall.ui.console.alphabet import alphabetic
from wall.ui.console.lazy_rows import LazyRows
from wall.ui.console.verdicts import VerdictMarks
from wall.ui.drag import CAMERAS, cameras_freight
from wall.ui.theme import Theme

K = TypeVar("K")
T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_MAY_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_MAY_EDIT = _MAY_READ | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: what it says of a row, and how rows are put in its order."""

    name: str
    title: str
    text: Callable[[T], str]
    width: int
    """Logical pixels, to begin with."""
    least: int = 0
    """Of a text: what it keeps in a narrow window, in which the others give way."""
    order: Callable[[T], Any] | None = None
    """None: by its text, as people read it."""
    is_number: bool = False
    mark: Callable[[T], Any] | None = None
    """What its mark tells: a verdict, or whatever else the model's marks are for."""
    tip: Callable[[T], str] | None = None
    """None: the text, which may stand there elided."""
    is_quiet: Callable[[T], bool] | None = None
    """Is there nothing to be read here, only to be known?"""
    can_edit: bool = False


class Marks(Protocol):
    """Ready-painted marks by what they tell."""

    def __getitem__(self, told: Any, /) -> QPixmap: ...


class TableModel(QAbstractTableModel, Generic[T]):
    """Rows by key, in the order of one column, or in that in which they came. UI thread only."""

    edited = Signal(int, str, str)
    """The row, the name of the column, and the text that was typed. Nothing is changed here."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], object],
        theme: Theme,
        parent: QObject | None = None,
        cameras: Callable[[T], Sequence[int]] | None = None,
        marks: Marks | None = None,
    ) -> None:
        """`cameras` tells the ids of the cameras that a row stands for: then rows can be dragged to the wall."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._cameras = cameras
        self._key = key
        self._theme = theme
        self.marks: Marks = marks or VerdictMarks(theme)
        self._rows: Sequence[T] = []
        self._keys: Sequence[object] = ()
        self._known_places: dict[object, int] | None = None
        self._sorted_by: tuple[int, bool] | None = None

    # -- what stands in it

    @property
    def can_drag(self) -> bool:
        """Can rows be dragged out?"""
        return self._cameras is not None

    @property
    def rows(self) -> Sequence[T]:
        """The rows as they stand."""
        return self._rows

    def place_of(self, key: object) -> int | None:
        """In which row something stands."""
        return self._places.get(key)

    def show(self, rows: Iterable[T]) -> None:
        """Show these, and nothing else. Where they are the same in the same order, what is selected stays so."""
        new = self._in_order(list(rows))
        self._replace_all(new, [self._key(row) for row in new])

    def show_keys(self, keys: Sequence[K], make: Callable[[K], T]) -> None:
        """Show what stands behind these keys, each made by `make` when it is first looked at, as LazyRows says."""
        if self._sorted_by is None:
            self._replace_all(LazyRows(keys, make), keys)
        else:
            self.show(map(make, keys))

    def _replace_all(self, rows: Sequence[T], keys: Sequence[object]) -> None:
        if len(keys) == len(self._keys) and all(map(eq, keys, self._keys)):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self._take_keys(keys)
        self.endResetModel()

    def put(self, rows: Iterable[T]) -> None:
        """Add these, or bring them up to date where they stand already."""
        changed: list[int] = []
        new = [row for row in rows if not self._replace(row, changed)]
        if new:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows = [*self._rows, *new]
            self._take_keys([*self._keys, *map(self._key, new)])
            self.endInsertRows()
        if self._sorted_by is None or not self._sort_again():
            self._tell_changed(changed)

    def _replace(self, row: T, changed: list[int]) -> bool:
        place = self._places.get(self._key(row))
        if place is not None:
            if isinstance(self._rows, LazyRows):
                self._rows.replace(place, row)
            else:
                self._rows[place] = row  # type: ignore[index]
            changed.append(place)
        return place is not None

    def _tell_changed(self, places: list[int]) -> None:
        """One run of neighbours after the other: to paint all that is seen for one row costs thirty times as much."""
        places.sort()
        last = len(self.columns) - 1
        for first, end in runs(places):
            self.dataChanged.emit(self.index(first, 0), self.index(end, last))

    def _take_keys(self, keys: Sequence[object]) -> None:
        self._keys, self._known_places = keys, None

    @property
    def _places(self) -> dict[object, int]:
        """Counted when somebody asks: whoever types through ten thousand rows does not."""
        if self._known_places is None:
            self._known_places = {key: place for place, key in enumerate(self._keys)}
        return self._known_places

    # -- order

    def _in_order(self, rows: Sequence[T]) -> Sequence[T]:
        if self._sorted_by is None:
            return rows
        column, down = self._sorted_by
        order = self.columns[column].order or _by_text(self.columns[column].text)
        return sorted(rows, key=order, reverse=down)

    def _sort_again(self) -> bool:
        """Bring the rows into their order; what is selected stays selected. False if they are in it."""
        rows = self._in_order(self._rows)
        if rows is self._rows or all(map(is_, rows, self._rows)):
            return False
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self._keys[index.row()] for index in held]
        self._rows = rows
        self._take_keys([self._key(row) for row in rows])
        moved = [self.index(self._places[key], index.column()) for key, index in zip(keys, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; by none (-1) they stand as they came."""
        self._sorted_by = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._sort_again()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _title(self, section: int) -> str:
        """With an arrow where the rows are in its order."""
        if self._sorted_by is None or self._sorted_by[0] != section:
            return self.columns[section].title
        return f"{self.columns[section].title} {'▾' if self._sorted_by[1] else '▴'}"

    # -- Qt

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, row = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.is_number else _LEFT
            case Qt.ItemDataRole.DecorationRole:
                return self.marks[column.mark(row)] if column.mark else None
            case Qt.ItemDataRole.ToolTipRole:
                return (column.tip or column.text)(row)
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.muted if column.is_quiet and column.is_quiet(row) else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if str(value).strip() != column.text(self._rows[index.row()]):
            self.edited.emit(index.row(), column.name, str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        may = _MAY_EDIT if self.columns[index.column()].can_edit else _MAY_READ
        return may | Qt.ItemFlag.ItemIsDragEnabled if self.can_drag else may

    def mimeTypes(self) -> list[str]:
        return [CAMERAS]

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        cameras = (camera for row in rows for camera in (self._cameras(self._rows[row]) if self._cameras else ()))
        return cameras_freight(dict.fromkeys(cameras))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].is_number else _LEFT
        return None


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of neighbours; `places` ascend."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] > places[at - 1] + 1:
            yield places[start], places[at - 1]
            start = at


def _by_text(text: Callable[[T], str]) -> Callable[[T], Any]:
    return lambda row: alphabetic(text(row))
