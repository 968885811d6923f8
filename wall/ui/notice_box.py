"""What is said on a wall for a moment: a small box at the lower edge, never over the middle of a picture."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from wall.ui.theme import LARGE, RADIUS, SPACE, Theme, font

SAY_MS = 2000
_EDGE = 2 * SPACE


class NoticeBox(QLabel):
    """Stands in the middle of the lower edge of its parent; lets clicks through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(font(LARGE))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"NoticeBox {{ background: {theme.raised.name()}; color: {theme.text.name()};"
            f" border: 1px solid {theme.line.name()}; border-radius: {RADIUS}px;"
            f" padding: {SPACE}px {3 * SPACE}px; }}"
        )
        self._full = ""
        self._foot = 0
        """So much of the lower edge belongs to something else."""
        self._until = QTimer(self, singleShot=True)
        self._until.timeout.connect(self.hide)
        self.hide()

    def keep(self, text: str) -> None:
        """Show this until something else is said; "" for nothing."""
        self._until.stop()
        self._set(text)

    def say(self, text: str, for_ms: int = SAY_MS) -> None:
        """Show this for a moment."""
        self._set(text)
        self._until.start(for_ms)

    def stand_in(self, area: QRect) -> None:
        """At the lower edge of this part of the parent."""
        room = max(1, area.width() - 2 * _EDGE)
        wide = QFontMetrics(self.font()).elidedText(self._full, Qt.TextElideMode.ElideMiddle, room - 7 * SPACE)
        self.setText(wide)
        self.adjustSize()
        self.move(area.x() + (area.width() - self.width()) // 2, area.bottom() + 1 - self.height() - _EDGE - self._foot)

    def keep_clear_of(self, foot: int) -> None:
        """So much of the lower edge belongs to something else from now on."""
        self._foot = foot
        parent = self.parentWidget()
        if parent is not None:
            self.stand_in(parent.rect())

    def end(self) -> None:
        """Say nothing more."""
        self._until.stop()
        self.hide()

    def _set(self, text: str) -> None:
        self._full = text
        parent = self.parentWidget()
        if text and parent is not None:
            self.stand_in(parent.rect())
            self.raise_()
        self.setVisible(bool(text))
