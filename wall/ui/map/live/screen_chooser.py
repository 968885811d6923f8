"""The screens of the wall to choose from, over the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.screen import Screen
from wall.ui.console.choice_list import ChoiceList
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
        self.list = ChoiceList(self)
        self._title = label(is_muted=True)
        self._title.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._title)
        column.addWidget(self.list)
        self.list.chosen.connect(self._choose)

    def ask(self, anchor: QWidget, screens: Sequence[Screen], in_hand: int, title: str) -> None:
        """Offer these, with the hand on the one that keys go to."""
        self._title.setText(title)
        self.list.clear()
        for row, screen in enumerate(screens):
            name = self.tr("Screen {0}").format(screen.number)
            self.list.offer(screen.screen_id, f"{name} · {screen.name}" if screen.name else name)
            if screen.screen_id == in_hand or row == 0:
                self.list.setCurrentRow(row)
        self.list.setFixedSize(_WIDTH, min(len(screens), 8) * TARGET + 4)
        self.open_under(anchor, self.list)

    def _choose(self, screen_id: int) -> None:
        self.close_it()
        self.chosen.emit(screen_id)
