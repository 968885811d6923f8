"""Asks for the passphrase of the kept logins, on behalf of threads that have no screen."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from wall.ui.console.parts import label
from wall.ui.console.rtsp_form import field
from wall.ui.console.style import dress
from wall.ui.theme import LARGE, SPACE, Theme

_LEAST_LETTERS = 8


class PassphraseDesk(QObject):
    """`ask` may be called from any thread but the UI thread, which must go on meanwhile."""

    _asked = Signal(bool, object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def ask(self, is_new: bool) -> str | None:
        """The passphrase; with `is_new`, one that was chosen now. None where the person would rather not."""
        answer: Future[str | None] = Future()
        self._asked.emit(is_new, answer)
        return answer.result()

    @Slot(bool, object)
    def _answer(self, is_new: bool, answer: Future[str | None]) -> None:
        dialog = PassphraseDialog(self._theme, is_new)
        is_given = dialog.exec() == QDialog.DialogCode.Accepted
        answer.set_result(dialog.passphrase() if is_given else None)
        dialog.deleteLater()


class PassphraseDialog(QDialog):
    """One field; a second one where a new passphrase is chosen, for nobody sees what is typed."""

    def __init__(self, theme: Theme, is_new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kept logins"))
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)  # A wall may fill the display, and stand on top of it.
        dress(self, theme)
        self._is_new = is_new
        self.first = field(self.tr("Passphrase"), is_secret=True)
        self.again = field(self.tr("Once more"), is_secret=True)
        self.again.setVisible(is_new)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        ok, cancel = (
            self.buttons.button(each)
            for each in (QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        )
        ok.setText(self.tr("Keep logins") if is_new else self.tr("Open"))
        cancel.setText(self.tr("Not now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[4 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addWidget(label(self._heading(), size=LARGE))
        column.addWidget(label(self._explanation(), is_muted=True))
        for line in (self.first, self.again):
            line.textChanged.connect(lambda _text: ok.setEnabled(self._is_sound()))
            column.addWidget(line)
        column.addWidget(self.buttons)
        self.setMinimumWidth(420)
        ok.setEnabled(False)
        self.first.setFocus()

    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    def _heading(self) -> str:
        if self._is_new:
            return self.tr("Choose a passphrase for the cameras' logins")
        return self.tr("Passphrase of the cameras' logins")

    def _explanation(self) -> str:
        if self._is_new:
            return self.tr(
                "This computer has no key ring. CityWall seals the logins in a file under this passphrase "
                "(at least {0} letters) and asks for it at each start. Not now: they are forgotten at the end."
            ).format(_LEAST_LETTERS)
        return self.tr("The logins of the cameras are sealed. Not now: cameras that need one are not shown.")

    def _is_sound(self) -> bool:
        if not self._is_new:
            return bool(self.first.text())
        return len(self.first.text()) >= _LEAST_LETTERS and self.first.text() == self.again.text()
