"""How far it is with a map that is being taken in, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from wall.ui.console.parts import ElidedLabel, button
from wall.ui.figures import number
from wall.ui.theme import SPACE

_NAME_PX, _BAR_PX = 56 * SPACE, 30 * SPACE


class TakingLine(QWidget):
    """Hidden while nothing is on its way."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.said = ElidedLabel("", self)
        self.said.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.said.setFixedWidth(_NAME_PX)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_PX)
        self.bar.setAccessibleName(self.tr("How much of the map is taken in"))
        self.stop = button(self.tr("Stop"), self.stop_requested.emit, tip=self.tr("Nothing of it is kept then"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for each in (self.said, self.bar, self.stop):
            row.addWidget(each)
        self.hide()

    def begin(self, name: str) -> None:
        """This one is on its way; nobody knows yet for how long."""
        self._name = name
        self.stop.setEnabled(True)
        self.said.setText(self.tr("{0} is being taken in…").format(name))
        self.bar.setRange(0, 0)
        self.show()

    def come_to(self, done: int, whole: int) -> None:
        """So many bytes; of a folder (`whole` is 0) so many tiles."""
        if whole:
            self.bar.setRange(0, 100)
            self.bar.setValue(done * 100 // whole)
            told = self.tr("{0} % of {1}").format(number(done * 100 // whole), self._name)
        else:
            told = self.tr("{0} tiles of {1}").format(number(done), self._name)
        if self.stop.isEnabled():
            self.said.setText(told)

    def stopping(self) -> None:
        """It is on its way out."""
        self.stop.setEnabled(False)
        self.said.setText(self.tr("{0} is being given up…").format(self._name))
