"""A tour under way on a screen: what it is, where it stands, and the buttons that halt, step and end it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wall.model.touring import Touring
from wall.ui.console.parts import ElidedLabel, button
from wall.ui.room_port import RoomPort
from wall.ui.theme import SPACE


class TourLine(QWidget):
    """One line. All of it is asked of the room at once."""

    def __init__(self, room: RoomPort, screen_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self._screen_id = screen_id
        self._cell: int | None = None
        self.text = ElidedLabel(parent=self)
        self.text.setProperty("muted", True)
        self.pause = button("", self._pause, is_flat=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.text, 1)
        row.addWidget(button("◂", lambda: self._step(-1), is_flat=True, tip=self.tr("The former stop")))
        row.addWidget(self.pause)
        row.addWidget(button("▸", lambda: self._step(1), is_flat=True, tip=self.tr("The next stop")))
        row.addWidget(button("✕", self._end, is_flat=True, tip=self.tr("End the tour")))
        row.setSpacing(SPACE)

    def show_touring(self, touring: Touring) -> None:
        """Where it stands now."""
        self._cell = touring.cell
        where = self.tr("{0} · {1} of {2}").format(touring.tour.name, touring.place + 1, len(touring.stops))
        if touring.cell is not None:
            where = self.tr("Cell {0}: {1}").format(touring.cell + 1, where)
        self.text.setText(where)
        self.pause.setText(self.tr("Go on") if touring.is_paused else self.tr("Halt"))

    def _pause(self) -> None:
        self._room.pause_tour(self._screen_id, self._cell)

    def _step(self, steps: int) -> None:
        self._room.step_tour(self._screen_id, steps, self._cell)

    def _end(self) -> None:
        self._room.end_tour(self._screen_id, self._cell)
