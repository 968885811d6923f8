"""Our own webhook: where it listens, and the token of those who may call it."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from wall.model.alarms.push import Tried
from wall.model.alarms.ways_in import WebhookSettings
from wall.ui.alarms.ways_port import WaysPort
from wall.ui.console.alarms.rules.typed import count_field, count_in
from wall.ui.console.parts import button, label
from wall.ui.console.ways.group import Group
from wall.ui.theme import Theme

_OWN_HOSTS = ("127.0.0.1", "::1", "localhost")


class WebhookGroup(Group):
    """A new token is made with the first one, or by hand; it is shown until the page is left, and then nowhere."""

    def __init__(self, title: str, on: str, port: WaysPort, theme: Theme, parent: QWidget) -> None:
        super().__init__(title, on, theme, parent)
        self._ways = port
        self._hash = ""
        self.host, self.port = QLineEdit(self), count_field(self.tr("Port"))
        self.host.setAccessibleName(self.tr("Listens at"))
        self.token = QLineEdit(self)
        self.token.setReadOnly(True)
        self.token.setAccessibleName(self.tr("Token"))
        self.make = button(self.tr("New token"), self.make_token, tip=self.tr("The old one opens nothing any more"))
        self.copy = button(self.tr("Copy"), self.copy_token, is_flat=True)
        self.warning = label(is_muted=True)
        self.rows.add(self.tr("Listens at"), self.host, self.port)
        self.rows.add(self.tr("Token"), self.token)
        self.rows.add("", self.make, self.copy)
        self.rows.add("", self.warning)
        self.connect_fields()
        self.host.textChanged.connect(lambda _text: self._warn())
        self.on.clicked.connect(self._make_first)

    def show_settings(self, settings: WebhookSettings | None) -> None:
        """As they are kept. A token that was made and not kept is forgotten; one that was kept is shown on."""
        shown = settings or WebhookSettings("")
        if shown.token_sha256 != self._hash or not shown.token_sha256:
            self.forget()
        self._hash = shown.token_sha256
        self.host.setText(shown.host)
        self.port.setText(str(shown.port))
        self.on.setChecked(settings is not None)
        self.outcome.setText("")
        self.token.setPlaceholderText(self.tr("Kept; only its hash is known here") if self._hash else "")
        self.show_on()

    def forget(self) -> None:
        """The token is shown no more."""
        self.token.clear()
        self.copy.setEnabled(False)

    def settings(self) -> WebhookSettings | None:
        """As they are typed; None where it is off. ValueError, in words, where they make no sense."""
        if not self.on.isChecked():
            return None
        host, port = self.host.text().strip(), count_in(self.port, 65_535)
        if not host or any(each.isspace() or each in "/@" for each in host):
            raise ValueError(self.tr("Type at which address it listens, such as 127.0.0.1."))
        if not port:
            raise ValueError(self.tr("A port is a number from 1 to 65535."))
        if not self._hash:
            raise ValueError(self.tr("Make a token first."))
        return WebhookSettings(self._hash, host, port)

    def make_token(self) -> None:
        """It is in force once it is kept."""
        token, self._hash = self._ways.new_token()
        self.token.setText(token)
        self.token.setCursorPosition(0)
        self.copy.setEnabled(True)
        self.changed.emit()

    def copy_token(self) -> None:
        """Onto the clipboard."""
        QGuiApplication.clipboard().setText(self.token.text())
        self.outcome.setText(self.tr("The token is on the clipboard; it is shown only this once."))

    def attempt(self) -> Future[Tried]:
        if self.settings() != self._ways.settings.webhook:
            raise ValueError(self.tr("Keep it first: what is in force is tried."))
        return self._ways.try_webhook(self.token.text())

    def fields(self) -> list[QWidget]:
        return [*super().fields(), self.make]

    # -- inside

    def _make_first(self, is_on: bool) -> None:
        if is_on and not self._hash:
            self.make_token()

    def _warn(self) -> None:
        """Who listens to a network is read by it."""
        is_open = self.host.text().strip() not in _OWN_HOSTS
        text = self.tr("Others can read what is sent there: put a server with a certificate in front of it.")
        self.warning.setText(text if is_open else "")
        self.warning.setVisible(is_open)
