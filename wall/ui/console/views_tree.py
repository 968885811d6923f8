"""How the tree of saved views behaves in the hand."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from wall.ui.console.tree_view import TreeView
from wall.ui.console.views_model import SMALL_DRAWING, ViewsModel
from wall.ui.console.views_nodes import Entry, Folder, Key, ViewNodes, folder_of, key_of
from wall.ui.theme import Theme

_OPEN_UP_TO = 60
"""So many views and tours are shown without being asked for."""


class ViewsTree(TreeView):
    """F2 renames in place; what is dragged into a folder, or cut and pasted there, is kept there."""

    def __init__(self, model: ViewsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(model, theme, parent)
        self._model = model
        self.setIconSize(SMALL_DRAWING)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(600)
        self._open: set[Folder] | None = None
        self._cut: list[Key] = []

    def selected(self) -> list[Entry]:
        """The views and tours that the hand is on, those in selected folders among them."""
        return self._model.entries_of(self.selectionModel().selectedRows())

    def show_nodes(self, nodes: ViewNodes, text: str) -> None:
        """What there is now, or what was found; folders stay open and rows selected as they were."""
        items = [self._model.item(index) for index in self.selectionModel().selectedRows()]
        chosen = {key_of(item) for item in items if not isinstance(item, Folder)}
        self._note_open()
        if not self._model.show_entries(nodes, text):
            return
        self.setRootIsDecorated(not self._model.is_found_list)
        if self._model.is_found_list:
            self.begin_anew()
        else:
            self._open_again(nodes)
        self.select(chosen)

    def select(self, keys: set[Key]) -> None:
        """Select these rows, as far as they are there, and see the first."""
        flag = QItemSelectionModel.SelectionFlag
        indexes = [index for key in keys if (index := self._model.index_of(key)).isValid()]
        for index in indexes:
            self.selectionModel().select(index, flag.Select | flag.Rows)
        if indexes and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(indexes[0], flag.NoUpdate)

    def go_to(self, key: Key) -> None:
        """Select one row, and only it, and have it seen."""
        index = self._model.index_of(key)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
            self.scrollTo(index)

    def folder_at_hand(self) -> Folder:
        """The folder that the hand is on, or in; what is shared by all where it is nowhere."""
        index = self.currentIndex()
        if not index.isValid():
            return Folder("")
        item = self._model.item(index)
        return item if isinstance(item, Folder) else folder_of(item)

    def _paste(self) -> None:
        entries = self._model.entries_of(index for key in self._cut if (index := self._model.index_of(key)).isValid())
        self._cut.clear()
        if entries:
            self._model.moved.emit(entries, self.folder_at_hand())

    def _note_open(self) -> None:
        if self._model.is_found_list or self._open is None:
            return
        for folder in self._model.folders:
            is_open = self.isExpanded(self._model.index_of_folder(folder))
            (self._open.add if is_open else self._open.discard)(folder)

    def _open_again(self, nodes: ViewNodes) -> None:
        if self._open is None:
            few = len(nodes.places) <= _OPEN_UP_TO
            self._open = {each for each in nodes.folders if few or not each.path} if nodes.places else None
        for folder in self._open or ():
            index = self._model.index_of_folder(folder)
            if index.isValid():
                self.setExpanded(index, True)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cut):
            self._cut = [key_of(entry) for entry in self.selected()]
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)
