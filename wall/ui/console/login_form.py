"""A login for many devices at once. The password is handed on and forgotten: it is never shown again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wall.model.stream import Credentials
from wall.ui.console.parts import button
from wall.ui.console.rtsp_form import field
from wall.ui.theme import SPACE


class LoginForm(QWidget):
    """`given` tells a login and under which name it shall be kept."""

    given = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.user = field(self.tr("User"))
        self.password = field(self.tr("Password"), is_secret=True)
        self.kept_as = field(self.tr("Keep as (user)"))
        self.kept_as.setToolTip(self.tr("The name under which this login is kept; empty: the user's name"))
        self._use = button("", self.give)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for line in (self.user, self.password, self.kept_as):
            line.setMaximumWidth(176)
            line.returnPressed.connect(self.give)
            row.addWidget(line)
        row.addWidget(self._use)
        row.addStretch(1)
        self.user.textChanged.connect(lambda _text: self._show())
        self._devices = 0
        self._show()

    def begin(self, devices: int) -> None:
        """Open it, where it does not stand open always."""
        self.aim_at(devices)
        self.show()
        self.user.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close it, and forget what was typed."""
        for line in (self.user, self.password, self.kept_as):
            line.clear()
        self.hide()

    def aim_at(self, devices: int) -> None:
        """For how many devices it would be used."""
        self._devices = devices
        self._show()

    def give(self) -> None:
        """Hand it on."""
        user = self.user.text().strip()
        if not user or not self._devices:
            (self.user if not user else self._use).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        login = Credentials(user, self.password.text())
        self.password.clear()
        self.given.emit(login, self.kept_as.text().strip() or user)

    def _show(self) -> None:
        self._use.setEnabled(bool(self._devices and self.user.text().strip()))
        self._use.setText(self.tr("Log in to {0} devices").format(self._devices))
