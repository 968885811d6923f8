"""An address of the supervisor's that takes alarms by HTTP."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtWidgets import QLineEdit, QWidget

from wall.model.alarms.push import Tried
from wall.model.alarms.ways_in import OUT_TOKEN
from wall.model.alarms.ways_out import HookSettings
from wall.ui.console.ways.group import Group
from wall.ui.console.ways.secret_fields import SecretFields
from wall.ui.theme import Theme


class HookGroup(Group):
    """`attempt` sends a test."""

    def __init__(
        self,
        title: str,
        on: str,
        attempt: Callable[[HookSettings, str], Future[Tried]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(title, on, theme, parent)
        self._attempt = attempt
        self.url, self.ca_file = QLineEdit(self), QLineEdit(self)
        self.token = SecretFields(OUT_TOKEN, theme, self, has_user=False)
        self.url.setPlaceholderText("https://chi-huy.example.vn/alarms")
        self.ca_file.setPlaceholderText(self.tr("Whom this computer trusts; or a file.pem"))
        self.rows.add(self.tr("Address"), self.url)
        self.rows.add(self.tr("Certificates"), self.ca_file)
        self.rows.add(self.tr("Token"), self.token)
        self.url.setAccessibleName(self.tr("Address"))
        self.ca_file.setAccessibleName(self.tr("Certificates"))
        self.connect_fields()

    def show_settings(self, settings: HookSettings | None) -> None:
        """As they are kept."""
        self.url.setText(settings.url if settings else "")
        self.ca_file.setText(settings.ca_file if settings else "")
        self.token.show_kept(settings.credential if settings else "")
        self.on.setChecked(settings is not None)
        self.outcome.setText("")
        self.show_on()

    def settings(self) -> HookSettings | None:
        """As they are typed; None where it is off. ValueError, in words, where they make no sense."""
        if not self.on.isChecked():
            return None
        try:
            return HookSettings(self.url.text().strip(), self.ca_file.text().strip(), self.token.credential)
        except ValueError:
            raise ValueError(self.tr("The address must look like https://host/path, without a login in it.")) from None

    def attempt(self) -> Future[Tried]:
        typed, settings = self.token.typed(), self.settings()
        if settings is None:
            raise ValueError(self.tr("It is switched off."))
        return self._attempt(settings, typed.password if typed else "")

    def show_on(self) -> None:
        super().show_on()
        self.token.show_on(is_wanted=self.on.isChecked())
