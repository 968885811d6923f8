"""What the map says while no camera stands on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wall.ui.console.parts import button, label
from wall.ui.theme import SPACE


class NothingPlaced(QWidget):
    """One sentence, and the one action that helps: hidden while there are cameras on the map."""

    search_requested = Signal()
    """There are no cameras at all: look for them."""
    places_requested = Signal()
    """They have no places: give them some."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_cameras = False
        self._sentence = label()
        self._action = button("", self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        row.setSpacing(3 * SPACE)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def show_counts(self, cameras: int, placed: int) -> None:
        """So many there are, and so many of them stand on the map."""
        self._has_cameras = cameras > 0
        if self._has_cameras:
            self._sentence.setText(self.tr("No camera has a place on the map yet."))
            self._action.setText(self.tr("Read places from a table…"))
        else:
            self._sentence.setText(self.tr("The cameras of the city will stand here, each in its place."))
            self._action.setText(self.tr("Find devices…"))
        self.setVisible(placed == 0)

    def _ask(self) -> None:
        (self.places_requested if self._has_cameras else self.search_requested).emit()
