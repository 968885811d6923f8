"""The item model of saved views and tours: their folders, or what was found among them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPixmap

from wall.model.layout import Layout
from wall.model.view import Tour, View
from wall.ui.console.layout_drawing import layout_drawing, tour_drawing
from wall.ui.console.tree_model import MOST_FOUND
from wall.ui.console.tree_rows import ASIDE, Row, RowModel
from wall.ui.console.views_nodes import Entry, Folder, Key, ViewNodes, folder_of, key_of
from wall.ui.drag import view_freight
from wall.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_FOLDER = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
_OWN_FOLDER = _FOLDER | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
_ENTRY = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)

SMALL_DRAWING = QSize(32, 18)
ENTRIES = "application/x-citywall-entries"
"""A JSON list of («view» or «tour», id)."""


class ViewsModel(RowModel):
    """The id of an index is the place of its node; in the list of what was found its row says that.

    UI thread only; nothing is changed here.
    """

    renamed = Signal(object, str)
    """A View, a Tour or a Folder, and what was typed."""
    moved = Signal(object, object)
    """Views and tours, and the Folder that they were dropped into."""

    def __init__(self, theme: Theme, scale: float, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = scale
        self._nodes = ViewNodes()
        self._found: list[int] | None = None
        self._drawings: dict[Layout, QPixmap] = {}
        self._tour = tour_drawing(theme, scale, SMALL_DRAWING)

    # -- what stands in it

    def show_entries(self, nodes: ViewNodes, text: str) -> bool:
        """These, and of them only what was typed, if something was. Does anything stand there that did not?"""
        found = nodes.find(text)[:MOST_FOUND] if text.strip() else None
        is_same_city = nodes is self._nodes and found is not None and self._found is not None
        if is_same_city and found == self._found:
            return False
        if is_same_city and found and len(found) == len(self._found or ()):
            self._found = found  # Other rows in the same places, which costs what is seen of them.
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, 0))
        else:
            self.beginResetModel()
            self._nodes, self._found = nodes, found
            self.endResetModel()
        return True

    @property
    def is_found_list(self) -> bool:
        return self._found is not None

    @property
    def folders(self) -> Iterable[Folder]:
        """Every folder there is."""
        return self._nodes.folders

    def item(self, index: Index) -> Folder | Entry:
        """What a row is."""
        return self._nodes.nodes[self._place(index)].item

    def _place(self, index: Index) -> int:
        return index.internalId() if self._found is None else self._found[index.row()]

    def entries_of(self, indexes: Iterable[Index]) -> list[Entry]:
        """Views and tours of these rows, those in folders among them, each once."""
        found = (entry for index in indexes for entry in self._nodes.entries_under(self._place(index)))
        return list({key_of(each): each for each in found}.values())

    def index_of(self, key: Key) -> QModelIndex:
        """Where an entry stands; invalid where it is not there."""
        return self._index_at(self._nodes.places.get(key))

    def index_of_folder(self, folder: Folder) -> QModelIndex:
        """Where a folder stands."""
        return QModelIndex() if self.is_found_list else self._index_at(self._nodes.place_of_folder(folder))

    def _index_at(self, place: int | None) -> QModelIndex:
        if place is None:
            return QModelIndex()
        if self._found is None:
            return self.createIndex(self._nodes.nodes[place].row, 0, place)
        return self.createIndex(self._found.index(place), 0) if place in self._found else QModelIndex()

    def _below(self, parent: Index) -> Sequence[int]:
        if parent.isValid():
            return self._nodes.nodes[parent.internalId()].below if self._found is None else ()
        return (0, 1) if self._found is None else self._found

    # -- what a row says

    def row(self, index: Index) -> Row:
        item = self.item(index)
        return Row(self._text(item), self._aside(index, item), self._drawing(item))

    def _text(self, item: Folder | Entry) -> str:
        if not isinstance(item, Folder) or item.path:
            return item.name
        return self.tr("My own") if item.owner else self.tr("Shared by all")

    def _aside(self, index: Index, item: Folder | Entry) -> str:
        if isinstance(item, Folder):
            return str(self._nodes.nodes[index.internalId()].entries)
        if self.is_found_list:
            return item.folder or self._text(Folder(item.owner))
        return self._size(item)

    def _size(self, entry: Entry) -> str:
        if isinstance(entry, Tour):
            return self.tr("{0} stops, {1} s").format(len(entry.stops), f"{entry.dwell_s:g}")
        return self.tr("{0} cameras").format(len(entry.cameras))

    def _drawing(self, item: Folder | Entry) -> QPixmap | None:
        if isinstance(item, Folder):
            return None
        if isinstance(item, Tour):
            return self._tour
        if item.layout not in self._drawings:
            self._drawings[item.layout] = layout_drawing(item.layout, self._theme, self._scale, SMALL_DRAWING)
        return self._drawings[item.layout]

    # -- Qt

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        below = self._below(parent)
        if not 0 <= row < len(below) or column != 0:
            return _NONE
        return self.createIndex(row, column, below[row]) if self._found is None else self.createIndex(row, column)

    def parent(self, index: Index = _NONE) -> QModelIndex:  # type: ignore[override]
        above = self._nodes.nodes[index.internalId()].parent if index.isValid() and self._found is None else -1
        return self.createIndex(self._nodes.nodes[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _NONE) -> int:
        return len(self._below(parent))

    def columnCount(self, parent: Index = _NONE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(item)
            case Qt.ItemDataRole.DecorationRole:
                return self._drawing(item)
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(item) if isinstance(item, Folder) else self._tip(item)
            case role if role == ASIDE:
                return self._aside(index, item)
        return None

    def _tip(self, entry: Entry) -> str:
        where = entry.folder or self._text(Folder(entry.owner))
        return "\n".join((entry.name, where, self._size(entry)))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item, text = self.item(index), str(value).strip()
        if text and text != item.name:
            self.renamed.emit(item, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        item = self.item(index)
        if isinstance(item, Folder):
            return _OWN_FOLDER if item.path else _FOLDER
        return _ENTRY

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [ENTRIES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        entries = self.entries_of(indexes)
        views = [each for each in entries if isinstance(each, View)]
        freight = view_freight(views[0].view_id) if len(views) == 1 == len(entries) else QMimeData()
        freight.setData(ENTRIES, QByteArray(json.dumps([key_of(each) for each in entries]).encode()))
        return freight

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(ENTRIES) and not self.is_found_list and parent.isValid()

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        item = self.item(parent)
        folder = item if isinstance(item, Folder) else folder_of(item)
        self.moved.emit(entries_in(data, self._nodes), folder)
        return False  # Nothing is to be taken out here: the room tells what has become of it.


def dragged_keys(freight: QMimeData) -> list[Key]:
    """The views and tours that are dragged; foreign or broken freight is as good as none."""
    try:
        keys = json.loads(bytes(freight.data(ENTRIES).data()) or b"[]")
    except ValueError:
        return []
    pairs = [each for each in keys if isinstance(each, list) and len(each) == 2] if isinstance(keys, list) else []
    return [(kind, number) for kind, number in pairs if isinstance(kind, str) and isinstance(number, int)]


def entries_in(freight: QMimeData, nodes: ViewNodes) -> list[Entry]:
    """The same, as far as they are there."""
    places = [nodes.places.get(key) for key in dragged_keys(freight)]
    items = [nodes.nodes[place].item for place in places if place is not None]
    return [item for item in items if not isinstance(item, Folder)]
