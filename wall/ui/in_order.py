"""A list of which the order matters: what is selected is moved and taken out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class InOrder(QListWidget):
    """Alt with an arrow moves what is selected."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def remove_selected(self) -> None:
        """Take what is selected out."""
        for item in self.selectedItems():
            self.takeItem(self.row(item))
        self.changed.emit()

    def move_selected(self, steps: int) -> None:
        """Move what is selected by a place, as far as there is one."""
        rows = sorted((self.row(item) for item in self.selectedItems()), reverse=steps > 0)
        if not rows or not all(0 <= row + steps < self.count() for row in rows):
            return
        for row in rows:
            item = self.takeItem(row)
            self.insertItem(row + steps, item)
            item.setSelected(True)
        self.changed.emit()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_selected(steps)
        else:
            super().keyPressEvent(event)
