"""One camera's state in a line: its mark, the word, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wall.model.health import Health, Verdict
from wall.ui import words
from wall.ui.console.parts import label
from wall.ui.console.verdicts import MARK_SIZE, VerdictMarks
from wall.ui.theme import SPACE, Theme


class StateLine(QWidget):
    """Shape, colour and word together."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = VerdictMarks(theme, self.devicePixelRatioF())
        self._mark = QLabel(self)
        self._mark.setFixedSize(MARK_SIZE + 2, 18)
        self.words = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_health(self, verdict: Verdict, health: Health | None) -> None:
        """Tell how the camera is."""
        self._mark.setPixmap(self._marks[verdict])
        self.words.setText(words.health_sentence(health))
