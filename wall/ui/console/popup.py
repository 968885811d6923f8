"""A small sheet that opens under a button and goes as soon as the hand is elsewhere.

No window of its own: that would take keyboard and mouse away from the rest, and not every platform has such windows.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from wall.ui.theme import SPACE


class Popup(QFrame):
    """Stands over `parent`; Esc or a click elsewhere closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self._anchor: QWidget | None = None
        self._came_from: QWidget | None = None
        self._over = parent
        self._below = QPoint()
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def open_under(self, anchor: QWidget, hand: QWidget) -> None:
        """Stand under a button, as far as there is room, with the hand on `hand`."""
        before = self.window().focusWidget()
        if before is None or not self.isAncestorOf(before):
            self._anchor, self._came_from = anchor, before or anchor
        self._below = anchor.mapTo(self._over, QPoint(0, anchor.height() + SPACE))
        self.fit()
        self.show()
        self.raise_()
        hand.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """As large as what is in it now, and all of it to be seen."""
        self.adjustSize()
        room_x, room_y = self._over.width() - self.width(), self._over.height() - self.height()
        self.move(max(0, min(self._below.x(), room_x)), max(0, min(self._below.y(), room_y)))

    def close_it(self) -> None:
        """Go, with the hand where it was."""
        had_hand = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self.hide()
        if had_hand and self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self._anchor and not self._has(now):
            self.hide()

    def _has(self, each: QWidget | None) -> bool:
        """Is it part of this sheet? So is the list that a choice in it opens, though that is a window of its own."""
        while each is not None and each is not self:
            each = each.parentWidget()
        return each is self

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)


def popup_in_hand(window: QWidget) -> Popup | None:
    """The sheet in which somebody types or chooses now."""
    each: QWidget | None = window.focusWidget()
    while each is not None and not isinstance(each, Popup):
        each = each.parentWidget()
    return each if isinstance(each, Popup) and each.isVisible() else None
