"""The line in which a view is named and put into a folder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QVBoxLayout, QWidget

from wall.ui.console.flow import Flow
from wall.ui.console.parts import Check, button
from wall.ui.console.rtsp_form import field
from wall.ui.console.views_nodes import tidy_path
from wall.ui.theme import SPACE, Theme


class ViewForm(QFrame):
    """`given` tells name, folder, whether it is private, and whether a namesake is replaced; `left`: nothing."""

    given = Signal(str, str, bool, bool)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.name = field(self.tr("Name of the view"))
        self.folder = field(self.tr("Folder, for example Day/Markets"))
        for line in (self.name, self.folder):
            line.setFixedWidth(56 * SPACE)
            line.returnPressed.connect(self.give)
            line.textEdited.connect(lambda _text: self.offer_replacing(False))
        self.private = Check(self.tr("Only for me"), theme, self)
        self._keep = button(self.tr("Save view"), self.give)
        self._replace = button(self.tr("Replace it"), self._give_replacing)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        cancel = button(self.tr("Cancel"), self.left.emit, is_flat=True)
        column.addLayout(Flow(self.name, self.folder, self.private, self._keep, self._replace, cancel))
        self.hide()

    def begin(self, name: str, folder: str, folders: Sequence[str], *, is_private: bool) -> None:
        """Open it, with what it may be called."""
        self.name.setText(name)
        self.folder.setText(folder)
        self.private.setChecked(is_private)
        completer = QCompleter(list(folders), self.folder)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.folder.setCompleter(completer)
        self.offer_replacing(False)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def offer_replacing(self, is_offered: bool) -> None:
        """There is one of this name already."""
        self._replace.setVisible(is_offered)
        self._keep.setVisible(not is_offered)

    def give(self) -> None:
        """Hand it on."""
        self._give(replaces=False)

    def _give_replacing(self) -> None:
        self._give(replaces=True)

    def _give(self, *, replaces: bool) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return
        self.given.emit(name, tidy_path(self.folder.text()), self.private.isChecked(), replaces)
