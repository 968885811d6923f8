"""The fields that the form of a rule is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from wall.ui.console.flow import Flow
from wall.ui.console.parts import label
from wall.ui.theme import SPACE


class Chips(QWidget):
    """Words of which several may be chosen; none chosen asks for nothing."""

    changed = Signal()

    def __init__(self, entries: Iterable[tuple[str, object]], parent: QWidget) -> None:
        super().__init__(parent)
        self._chips: dict[object, QPushButton] = {}
        for text, value in entries:
            chip = self._chips[value] = QPushButton(text, self)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setProperty("chip", True)
            chip.toggled.connect(lambda _on: self.changed.emit())
        self.setLayout(Flow(*self._chips.values()))

    @property
    def chosen(self) -> frozenset[object]:
        return frozenset(value for value, chip in self._chips.items() if chip.isChecked())

    def chip(self, value: object) -> QPushButton:
        """The one of a value. KeyError where there is none."""
        return self._chips[value]

    def choose(self, values: Collection[object]) -> None:
        """These; nothing is told."""
        for value, chip in self._chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(value in values)


class Rows(QGridLayout):
    """A name at the left, a field at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(3 * SPACE)
        self.setVerticalSpacing(2 * SPACE)
        self.setColumnStretch(1, 1)
        self.setColumnMinimumWidth(0, 120)

    def add(self, name: str, *widgets: QWidget) -> None:
        """One more row; several fields stand side by side."""
        at = self.rowCount()
        top = Qt.AlignmentFlag.AlignTop if isinstance(widgets[0], Chips) else Qt.AlignmentFlag.AlignVCenter
        self.addWidget(_name(name), at, 0, top)
        if len(widgets) == 1:
            self.addWidget(widgets[0], at, 1)
            return
        side = QGridLayout()
        side.setHorizontalSpacing(2 * SPACE)
        for column, each in enumerate(widgets):
            side.addWidget(each, 0, column)
        side.setColumnStretch(len(widgets), 1)
        self.addLayout(side, at, 1)


def beside(text: str) -> QLabel:
    """What stands between the fields of a row: in one line."""
    made = label(text, is_muted=True)
    made.setWordWrap(False)
    return made


def _name(text: str) -> QLabel:
    made = label(text, is_muted=True)
    made.setMinimumHeight(28)
    return made
