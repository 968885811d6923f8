"""Lets something go over a widget, as the platform would tell it. A real drag waits for a hand that is not there."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from wall.ui.console.mini_wall import MiniWall

ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def drop_on(widget: QWidget, at: QPoint, freight: QMimeData, keys: Qt.KeyboardModifier = NO_KEY) -> bool:
    """Enter, move and let go. False where the widget does not take it."""
    enter = QDragEnterEvent(at, ACTIONS, freight, LEFT, keys)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(at, ACTIONS, freight, LEFT, keys)
    QApplication.sendEvent(widget, move)
    if not move.isAccepted():
        QApplication.sendEvent(widget, QDragLeaveEvent())
        return False
    drop = QDropEvent(QPointF(at), ACTIONS, freight, LEFT, keys)
    QApplication.sendEvent(widget, drop)
    return drop.isAccepted()


def middle_of(mini: MiniWall, cell: int) -> QPoint:
    """Where one would click on a cell."""
    area = mini.cells()[cell]
    return QPoint(area.x + area.width // 2, area.y + area.height // 2)
