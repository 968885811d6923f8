"""Who is at the desk: shown in the top line, changed in a small form. What they may do with domes goes by the rank."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from wall.model.ptz.operator import Operator, Rank
from wall.ui.console.parts import label
from wall.ui.console.style import dress
from wall.ui.homeward import Homeward
from wall.ui.ptz.port import PtzPort
from wall.ui.theme import LARGE, SPACE, Theme

_MOST_LETTERS = 60


class OperatorButton(QPushButton):
    """Says who is at the desk, and opens the form. `taken` when somebody has taken it."""

    taken = Signal()

    def __init__(self, port: PtzPort, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._theme = theme
        self._homeward = Homeward(self)
        self.dialog: OperatorDialog | None = None
        self.setProperty("flat", True)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setToolTip(self.tr("Who is at the desk: domes are held, asked for and taken over in this name"))
        self.clicked.connect(lambda _checked=False: self.open_form())
        self.show_operator()

    def show_operator(self) -> None:
        operator = self._port.operator
        name = operator.name or self.tr("Nobody by name")
        self.setText(self.tr("{0} · {1}").format(name, rank_word(operator.rank)))

    def open_form(self) -> None:
        """With the names of all who were here before, as soon as the disk tells them."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        dialog = self.dialog = OperatorDialog(self._port.operator, self._theme, self.window())
        dialog.accepted.connect(self._change)
        dialog.finished.connect(self._forget)
        self._homeward.follow(self._port.operators(), self._offer, lambda _why: None)
        dialog.open()

    def _offer(self, operators: Sequence[Operator]) -> None:
        if self.dialog is not None:
            self.dialog.offer(operators)

    def _change(self) -> None:
        assert self.dialog is not None
        self._port.change_operator(self.dialog.operator())
        self.show_operator()
        self.taken.emit()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


class OperatorDialog(QDialog):
    """A name and a rank. A name that is known brings its rank."""

    def __init__(self, operator: Operator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who is at the desk"))
        dress(self, theme)
        self._known: dict[str, Rank] = {operator.name: operator.rank}
        self.name = QComboBox(self)
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.rank = QComboBox(self)
        for each in PEOPLE:
            self.rank.addItem(rank_word(each), each)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("Take the desk"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self._lay_out(buttons)
        self._fill_name(operator.name)
        self._show_rank(operator.rank)
        self.name.currentTextChanged.connect(self._named)

    def offer(self, operators: Sequence[Operator]) -> None:
        """These were here before; what is typed already stays."""
        typed = self.name.currentText()
        self._known |= {each.name: each.rank for each in operators}
        self.name.blockSignals(True)
        self.name.clear()
        self.name.addItems([each.name for each in operators])
        self.name.setCurrentText(typed)
        self.name.blockSignals(False)

    def operator(self) -> Operator:
        return Operator(self.name.currentText().strip(), self.rank.currentData())

    def _fill_name(self, name: str) -> None:
        line = self.name.lineEdit()
        assert line is not None
        line.setMaxLength(_MOST_LETTERS)
        line.setPlaceholderText(self.tr("Name"))
        self.name.setCurrentText(name)
        line.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, name: str) -> None:
        self.ok.setEnabled(bool(name.strip()))
        if name.strip() in self._known:
            self._show_rank(self._known[name.strip()])

    def _show_rank(self, rank: Rank) -> None:
        self.rank.setCurrentIndex(max(0, self.rank.findData(rank)))

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[4 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addWidget(label(self.tr("Who is at the desk?"), size=LARGE))
        told = self.tr(
            "Domes are held and reserved in this name, and everything is written down in it. Who has a higher rank may "
            "take a dome over. What is held now is let go."
        )
        column.addWidget(label(told, is_muted=True))
        for title, field in ((self.tr("Name"), self.name), (self.tr("Rank"), self.rank)):
            column.addWidget(label(title, is_muted=True))
            column.addWidget(field)
        column.addSpacing(2 * SPACE)
        column.addWidget(buttons)
        self.setMinimumWidth(420)


PEOPLE = tuple(each for each in Rank if each is not Rank.SYSTEM)


def rank_word(rank: Rank) -> str:
    """In the operator's language."""
    words = {
        Rank.SYSTEM: QCoreApplication.translate("Rank", "System"),
        Rank.GUEST: QCoreApplication.translate("Rank", "Guest"),
        Rank.OPERATOR: QCoreApplication.translate("Rank", "Operator"),
        Rank.DUTY_OFFICER: QCoreApplication.translate("Rank", "Duty officer"),
        Rank.SUPERVISOR: QCoreApplication.translate("Rank", "Supervisor"),
    }
    return words[rank]
