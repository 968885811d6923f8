"""The screens of the wall to choose from, over the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from wall.model.screen import Screen
from wall.ui.console.parts import label
from wall.ui.console.popup import Popup
from wall.ui.theme import SPACE, TARGET

_WIDTH = 64 * SPACE


class ScreenChooser(Popup):
    """Enter or a click chooses; Esc, or a click elsewhere, chooses none."""

    chosen = Signal(int)
    """The id of a screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = _Screens(self)
        self._title = label(is_muted=True)
        self._title.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._title)
        column.addWidget(self.list)
        self.list.taken.connect(self._choose)
        self.list.itemClicked.connect(self._choose)

    def ask(self, anchor: QWidget, screens: Sequence[Screen], in_hand: int, title: str) -> None:
        """Offer these, with the hand on the one that keys go to."""
        self._title.setText(title)
        self.list.clear()
        for row, screen in enumerate(screens):
            name = self.tr("Screen {0}").format(screen.number)
            item = QListWidgetItem(f"{name} · {screen.name}" if screen.name else name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, screen.screen_id)
            item.setToolTip(item.text())
            if screen.screen_id == in_hand or row == 0:
                self.list.setCurrentRow(row)
        self.list.setFixedSize(_WIDTH, min(len(screens), 8) * TARGET + 4)
        self.open_under(anchor, self.list)

    def _choose(self, item: QListWidgetItem) -> None:
        self.close_it()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _Screens(QListWidget):
    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.taken.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
