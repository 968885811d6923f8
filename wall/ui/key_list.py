"""The list of keys on F1: a quiet sheet over the wall, gone with the next F1, Esc or click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from wall.ui.keys import keys_text
from wall.ui.theme import BODY, LARGE, RADIUS, SPACE, Theme, font


class KeyList(QFrame):
    """Shows what each key does; built from the actions themselves, so that it cannot lie."""

    def __init__(self, theme: Theme, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet(
            f"KeyList {{ background: {theme.raised.name()}; border: 1px solid {theme.line.name()};"
            f" border-radius: {RADIUS}px; }}"
            f" QLabel {{ color: {theme.text.name()}; }} QLabel[keys=true] {{ color: {theme.muted.name()}; }}"
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(6 * SPACE, 4 * SPACE, 6 * SPACE, 6 * SPACE)
        grid.setHorizontalSpacing(6 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        title = QLabel(self.tr("Keys"), self)
        title.setFont(font(LARGE, bold=True))
        grid.addWidget(title, 0, 0, 1, 2)
        for row, action in enumerate(actions, start=1):
            for column, text in enumerate((keys_text(action), action.text())):
                label = QLabel(text, self)
                label.setFont(font(BODY))
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setProperty("keys", column == 0)
                grid.addWidget(label, row, column)
        self.hide()

    def toggle_over(self, width: int, height: int) -> None:
        """Close it, or open it in the middle of an area."""
        if self.isVisible():
            self.hide()
        else:
            self.open_over(width, height)

    def open_over(self, width: int, height: int) -> None:
        """Stand in the middle of an area."""
        self.adjustSize()
        self.move(max(0, (width - self.width()) // 2), max(0, (height - self.height()) // 2))
        self.raise_()
        self.show()

    # -- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
