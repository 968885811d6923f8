"""A login or a token that is kept as a secret: it is typed, handed on, and never shown again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wall.model.stream import Credentials
from wall.ui.console.parts import Check
from wall.ui.console.rtsp_form import field
from wall.ui.theme import SPACE, Theme


class SecretFields(QWidget):
    """`name` is under which it is kept. With `has_user` a login, else a token alone."""

    def __init__(self, name: str, theme: Theme, parent: QWidget, *, has_user: bool) -> None:
        super().__init__(parent)
        self._name = name
        self._has_user = has_user
        self._kept = ""
        self.on = Check("", theme, self)
        self.user = field(self.tr("User"))
        self.secret = field("", is_secret=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for each in (self.on, self.user, self.secret):
            row.addWidget(each, 0 if each is self.on else 1)
        self.user.setVisible(has_user)
        self.on.setAccessibleName(self.tr("With a login") if has_user else self.tr("With a token"))
        self.on.setToolTip(self.on.accessibleName())
        self.on.toggled.connect(lambda _on: self.show_on(is_wanted=True))

    def show_kept(self, credential: str) -> None:
        """Which one is kept; "" for none. What was typed is forgotten."""
        self._kept = credential
        self.on.setChecked(bool(credential))
        hint = self.tr("Password") if self._has_user else self.tr("Token")
        for line, name in ((self.user, self.tr("User")), (self.secret, hint)):
            line.setPlaceholderText(self.tr("{0}: kept").format(name) if credential else name)
            line.setToolTip(self.tr("Type to change it") if credential else "")
            line.setAccessibleName(name)
            line.clear()

    def show_on(self, *, is_wanted: bool) -> None:
        """Where the way is off, or needs none, nothing is typed."""
        self.on.setEnabled(is_wanted)
        for line in (self.user, self.secret):
            line.setEnabled(is_wanted and self.on.isChecked())

    @property
    def credential(self) -> str:
        """The name for the settings; "" for none."""
        return self._name if self.on.isChecked() else ""

    @property
    def is_typed(self) -> bool:
        return self.on.isChecked() and bool(self.user.text() or self.secret.text())

    def typed(self) -> Credentials | None:
        """A new one; None: none, or the one that is kept. ValueError, in words, where something is missing."""
        if not self.on.isChecked() or (self._kept and not self.is_typed):
            return None
        translate = QCoreApplication.translate
        user = self.user.text().strip()
        if self._has_user and not user:
            raise ValueError(translate("SecretFields", "Type the user, too."))
        if not self._has_user and not self.secret.text():
            raise ValueError(translate("SecretFields", "Type the token."))
        return Credentials(user, self.secret.text())
