"""What stands at the right of the map: one panel at a time, or nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from wall.ui.console.parts import label
from wall.ui.theme import LARGE, SPACE

WIDTH = 72 * SPACE


def panel_column(panel: QWidget, title: str, done: QPushButton) -> QVBoxLayout:
    """What a panel is laid out in: its title and the way to be done with it stand on top already."""
    head = QHBoxLayout()
    head.addWidget(label(title, size=LARGE), 1)
    head.addWidget(done)
    column = QVBoxLayout(panel)
    column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
    column.setSpacing(2 * SPACE)
    column.addLayout(head)
    return column


class Side(QStackedWidget):
    """`shown` tells which panel stands there now, None for none."""

    shown = Signal(object)
    left = Signal()
    """The panel that had the focus is gone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.hide()

    @property
    def panel(self) -> QWidget | None:
        """What stands there now."""
        return None if self.isHidden() else self.currentWidget()

    def open(self, panel: QWidget) -> None:
        """Have this one there."""
        if self.indexOf(panel) < 0:
            self.addWidget(panel)
        self.setCurrentWidget(panel)
        panel.show()
        self.show()
        self.shown.emit(panel)

    def close_panel(self, panel: QWidget | None = None) -> bool:
        """Have this one (None: whichever stands there) there no more. False where it is not."""
        if self.isHidden() or (panel is not None and self.currentWidget() is not panel):
            return False
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        self.shown.emit(None)
        if had_focus:
            self.left.emit()
        return True
