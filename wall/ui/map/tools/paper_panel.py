"""A title for the map, and whether it goes into a file or to the printer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wall.ui.console.parts import button, label
from wall.ui.map.tools.side import panel_column

_MOST_TITLE = 120


class PaperPanel(QWidget):
    """`save_requested` and `print_requested` tell the title."""

    save_requested = Signal(str)
    print_requested = Signal(str)
    done_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self.tr("Map of the city"), self)
        self.line.setAccessibleName(self.tr("Title"))
        self.line.setMaxLength(_MOST_TITLE)
        self.save = button(self.tr("Save as picture or PDF…"), lambda: self.save_requested.emit(self.title))
        self.print = button(self.tr("Print…"), lambda: self.print_requested.emit(self.title))
        self._lay_out()

    @property
    def title(self) -> str:
        """What stands above the map."""
        return self.line.text().strip()

    def begin(self) -> None:
        """The title is typed over."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _lay_out(self) -> None:
        column = panel_column(self, self.tr("Save or print"), button(self.tr("Done"), self.done_requested.emit))
        hint = self.tr("What is seen now, with this title, the scale, the date and whose map it is.")
        column.addWidget(label(hint, is_muted=True))
        column.addWidget(self.line)
        column.addWidget(self.save)
        column.addWidget(self.print)
        column.addStretch(1)
