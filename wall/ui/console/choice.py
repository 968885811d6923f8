"""A choice among a few things, in the console's own plain form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from wall.ui.theme import SPACE, TARGET, Theme

_ARROW_ROOM = 6 * SPACE


class Choice(QComboBox):
    """Shows what is chosen; `name` says what of, for those who cannot see what stands beside it. `list_closed` follows
    the list that a click has opened, whether something was chosen in it or not.
    """

    list_closed = Signal()

    def __init__(self, entries: Iterable[tuple[str, Any]], name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        for text, value in entries:
            self.addItem(text, value)

    # -- Qt

    def hidePopup(self) -> None:
        was_open = self.view().isVisible()
        super().hidePopup()
        if was_open:
            self.list_closed.emit()

    def sizeHint(self) -> QSize:
        texts = [self.itemText(place) for place in range(self.count())]
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return QSize(widest + 5 * SPACE + _ARROW_ROOM, TARGET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.muted)
        painter.drawText(
            self.rect().adjusted(0, 0, -2 * SPACE, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "▾"
        )
