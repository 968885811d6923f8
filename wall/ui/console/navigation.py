"""The pages of the console, side by side in one line: Ctrl+1, Ctrl+2 … go there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from wall.ui.console.pages import Page
from wall.ui.drag import is_ours
from wall.ui.theme import SPACE, TARGET

DWELL_MS = 400
"""So long is something dragged held over a page's name before the page comes."""


class Tab(QPushButton):
    """The name of a page. What is dragged is held over it to get to the page, and let go there."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setAcceptDrops(True)
        self._dwell = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._dwell.timeout.connect(self.click)

    # -- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_ours(event.mimeData()) and not self.isChecked():
            self._dwell.start()
            event.accept()

    def dragLeaveEvent(self, event: object) -> None:
        self._dwell.stop()

    def dropEvent(self, event: object) -> None:
        self._dwell.stop()

    def hideEvent(self, event: object) -> None:
        self._dwell.stop()


class Navigation(QWidget):
    """`chosen` tells the name of the page that is asked for. Later issues add pages behind.

    At its end stands what leads a hand without a keyboard to everything else: `find` and `list_keys` open it.
    """

    chosen = Signal(str)

    def __init__(
        self, pages: Sequence[Page], find: Callable[[], object], list_keys: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        row.setSpacing(SPACE)
        self._tabs: dict[str, QPushButton] = {}
        numbers = count(1)
        for page in pages:
            tab = self._tabs[page.name] = Tab(page.title, self)
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.setMinimumHeight(TARGET + SPACE)
            tab.setToolTip(page.key or f"Ctrl+{next(numbers)}")
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tab.clicked.connect(lambda _checked=False, name=page.name: self.chosen.emit(name))
            self._group.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self._opening(self.tr("Find…"), self.tr("Find anything (Ctrl+K)"), find))
        row.addWidget(self._opening("?", self.tr("What can be done by key (F1)"), list_keys))

    def _opening(self, text: str, tip: str, does: Callable[[], object]) -> QPushButton:
        """Opens something over the page, which stays."""
        made = QPushButton(text, self)
        made.setAutoDefault(False)
        made.setMinimumHeight(TARGET + SPACE)
        made.setToolTip(tip)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: does())
        return made

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self._tabs[name].setChecked(True)
