"""The pages of the console, side by side in one line: Ctrl+1, Ctrl+2 … go there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from wall.ui.theme import SPACE, TARGET


class Navigation(QWidget):
    """`chosen` tells the place of the page that is asked for. Later issues add pages behind."""

    chosen = Signal(int)

    def __init__(self, titles: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        row.setSpacing(SPACE)
        for place, title in enumerate(titles):
            page = QPushButton(title, self)
            page.setCheckable(True)
            page.setAutoDefault(False)
            page.setMinimumHeight(TARGET + SPACE)
            page.setToolTip(f"Ctrl+{place + 1}")
            page.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(page, place)
            row.addWidget(page)
        row.addStretch(1)
        self._group.idClicked.connect(self.chosen)

    def show_page(self, place: int) -> None:
        """Mark the page that is shown."""
        self._group.button(place).setChecked(True)
