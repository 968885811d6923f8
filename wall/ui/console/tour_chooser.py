"""The tours to choose from, under a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.view import Tour
from wall.ui.console.choice_list import ChoiceList
from wall.ui.console.parts import label
from wall.ui.console.popup import Popup
from wall.ui.theme import SPACE, TARGET

_MOST_ROWS = 12
_WIDTH = 80 * SPACE


class TourChooser(Popup):
    """Enter or a click begins the tour."""

    chosen = Signal(int)
    """The id of a tour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = ChoiceList(self)
        self._empty = label(self.tr("No tour yet: make one on the Views page."), is_muted=True)
        self._empty.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addWidget(self.list)
        column.addWidget(self._empty)
        self.list.chosen.connect(self._choose)

    def show_tours(self, anchor: QWidget, tours: Sequence[Tour]) -> None:
        """Offer these."""
        self.list.clear()
        for tour in tours:
            self.list.offer(tour.tour_id, f"{tour.folder} / {tour.name}" if tour.folder else tour.name)
        self.list.setVisible(bool(tours))
        self._empty.setVisible(not tours)
        self.list.setFixedSize(_WIDTH, min(len(tours), _MOST_ROWS) * TARGET + 4)
        self.list.setCurrentRow(0)
        self.open_under(anchor, self.list if tours else anchor)

    def _choose(self, tour_id: int) -> None:
        self.close_it()
        self.chosen.emit(tour_id)
