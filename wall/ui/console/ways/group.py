"""One way on the page: a switch, its fields, how it stands, and a button that tries it."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wall.model.alarms.push import Tried
from wall.ui.console.alarms.rules.fields import Rows
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Check, button, heading, label
from wall.ui.console.ways.words import tried_sentence
from wall.ui.theme import SPACE, Theme


class Group(QWidget):
    """`changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, title: str, on: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._homeward = Homeward(self)
        self.title = title
        self.on = Check(on, theme, self)
        self._is_trying = False
        self.state, self.outcome = label(is_muted=True), label()
        self.test = button(self.tr("Test"), self.begin_test)
        self.rows = Rows()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self._column.addWidget(heading(title))
        self._column.addWidget(self.on)
        self._column.addLayout(self.rows)
        self._lay_out_test()
        self.on.toggled.connect(lambda _on: self.show_on())
        self.on.clicked.connect(lambda _on: self.changed.emit())

    def attempt(self) -> Future[Tried]:
        """Try it as it is typed. ValueError, in words, where that makes no sense."""
        raise NotImplementedError

    def begin_test(self) -> None:
        """Say what comes of it, beside the button, which keeps the keyboard meanwhile: it would go to a field."""
        if self._is_trying:
            return
        try:
            trying = self.attempt()
        except ValueError as error:
            self.outcome.setText(f"▲  {error}")
            return
        self._is_trying = True
        self.outcome.setText(self.tr("Trying…"))
        self._homeward.follow(trying, self._tell, self._complain)

    def show_on(self) -> None:
        """What is off needs no fields."""
        for field in self.fields():
            field.setEnabled(self.on.isChecked())
        self.test.setEnabled(self.on.isChecked())

    def fields(self) -> list[QWidget]:
        """All that can be typed, ticked or pressed, but the switch and the test."""
        return [each for each in self.findChildren(QWidget) if isinstance(each, QLineEdit | Check) and each != self.on]

    def connect_fields(self) -> None:
        """Once they are all there."""
        for each in self.fields():
            if isinstance(each, QLineEdit):
                each.textEdited.connect(lambda _text: self.changed.emit())
            elif isinstance(each, Check):
                each.clicked.connect(lambda _on: self.changed.emit())

    # -- inside

    def _tell(self, tried: Tried) -> None:
        self._end_test(tried_sentence(tried))

    def _complain(self, text: str) -> None:
        self._end_test(f"▲  {text}")

    def _end_test(self, text: str) -> None:
        self._is_trying = False
        self.outcome.setText(text)

    def _lay_out_test(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self.test)
        row.addWidget(self.outcome, 1)
        self._column.addLayout(row)
        self._column.addWidget(self.state)
