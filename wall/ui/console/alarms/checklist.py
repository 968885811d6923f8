"""The steps that are to be done with an alarm, each with a box."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.ui.console.parts import Check
from wall.ui.theme import Theme


class Checklist(QWidget):
    """`ticked` tells the step (from 0), whether it is done, and its text. The boxes follow what is kept."""

    ticked = Signal(int, bool, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.boxes: list[Check] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_steps(self, steps: Sequence[str], done: Collection[int]) -> None:
        """These, and which of them are done."""
        if [box.text() for box in self.boxes] != [_numbered(place, step) for place, step in enumerate(steps)]:
            self._make(steps)
        for place, box in enumerate(self.boxes):
            is_quiet = box.blockSignals(True)
            box.setChecked(place in done)
            box.blockSignals(is_quiet)
        self.setVisible(bool(steps))

    def toggle(self, step: int) -> None:
        """The other way; nothing where there is no such step."""
        if 0 <= step < len(self.boxes):
            self.boxes[step].toggle()

    def _make(self, steps: Sequence[str]) -> None:
        for box in self.boxes:
            box.deleteLater()
        self.boxes = []
        for place, step in enumerate(steps):
            box = Check(_numbered(place, step), self._theme, self)
            box.setToolTip(step)
            box.toggled.connect(lambda is_done, place=place, step=step: self.ticked.emit(place, is_done, step))
            self._column.addWidget(box)
            self.boxes.append(box)


def _numbered(place: int, step: str) -> str:
    """With the digit that ticks it."""
    return f"{place + 1}  {step}"
