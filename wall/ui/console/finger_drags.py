"""Rows of a list or a tree that a finger carries away, where Qt's own drag would end at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from wall.ui.finger import FingerDrag, is_finger


class FingerDrags(QObject):
    """Watches one view; the mouse is left to it."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        view.viewport().installEventFilter(self)

    def _take_away(self, begin: QPoint, finger: QPoint) -> None:
        """What is selected, if the finger has pressed on something that can be carried."""
        view, index = self._view, self._view.indexAt(begin)
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        freight = view.model().mimeData(view.selectedIndexes())
        # The view believes that a drag is about to begin, and hears no more of this touch.
        view.setState(QAbstractItemView.State.NoState)
        FingerDrag(view, freight, view.viewport().grab(view.visualRect(index)), finger)

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = event.position().toPoint() if is_finger(event) else None
        elif event.type() is QEvent.Type.MouseMove and self._pressed is not None:
            begin, moved = self._pressed, event.position().toPoint() - self._pressed
            if moved.manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._take_away(begin, event.globalPosition().toPoint())
                return True
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed = None
        return False
