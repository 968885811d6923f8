"""The line in which a plain stream is added: a name, an address, a login if it needs one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wall.model.stream import Credentials, parse_source
from wall.ui.console.parts import Notice, button
from wall.ui.console.ports import FleetPort
from wall.ui.theme import SPACE


class RtspForm(QWidget):
    """Hidden until it is begun. A login inside the address moves out of it."""

    def __init__(self, fleet: FleetPort, parent: QWidget) -> None:
        super().__init__(parent)
        self._fleet = fleet
        self._name = field(self.tr("Name"))
        self._address = field("rtsp://192.168.1.20/stream1")
        self._user = field(self.tr("User (if needed)"))
        self._password = field(self.tr("Password"), is_secret=True)
        self._notice = Notice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for pair, shares in (((self._name, self._address), (2, 3)), ((self._user, self._password), (1, 1))):
            row = QHBoxLayout()
            row.setSpacing(2 * SPACE)
            for line, share in zip(pair, shares, strict=True):
                row.addWidget(line, share)
                line.returnPressed.connect(self.add)
            column.addLayout(row)
        row.addWidget(button(self.tr("Add"), self.add))
        row.addWidget(button(self.tr("Cancel"), self.end, is_flat=True))
        column.addWidget(self._notice)
        self.hide()

    def begin(self) -> None:
        """Open it, empty."""
        self._clear()
        self.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close it, and forget what was typed."""
        self._clear()
        self.hide()

    def add(self) -> None:
        """Take the stream into the inventory, or say what is wrong with it."""
        name, user = self._name.text().strip(), self._user.text().strip()
        if not name:
            self._notice.complain(self.tr("Give the camera a name."))
            return
        login = Credentials(user, self._password.text()) if user else None
        try:
            source = parse_source(self._address.text(), login)
            self._fleet.add_rtsp(name, source.url, source.credentials)
        except ValueError:
            # Its words are English, and may quote what was typed.
            self._notice.complain(self.tr("The address must look like rtsp://host:port/path."))
            self._address.setFocus()
            return
        self.end()

    def _clear(self) -> None:
        for line in (self._name, self._address, self._user, self._password):
            line.clear()
        self._notice.clear()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)


def field(hint: str, *, is_secret: bool = False) -> QLineEdit:
    """A line to type into. What is secret is never shown, and cannot be copied out."""
    line = QLineEdit()
    line.setPlaceholderText(hint)
    line.setAccessibleName(hint)
    if is_secret:
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return line
