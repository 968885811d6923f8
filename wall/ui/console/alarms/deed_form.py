"""Asks for what a deed needs besides the alarms: a reason, a name, until when, what it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wall.model.alarms.action import MOST_TEXT
from wall.ui.console.choice import Choice
from wall.ui.console.parts import button, label
from wall.ui.console.popup import Popup
from wall.ui.theme import SPACE, Theme

_WIDTH = 420


@dataclass(frozen=True, slots=True)
class Question:
    """`choices` are words with what they stand for; `hint` stands in the empty line."""

    title: str
    hint: str
    deed: str
    """What the button says."""
    then: Callable[[Any, str], object]
    """Gets what was chosen (None without choices), and the text."""
    choices: Sequence[tuple[str, Any]] = ()
    text: str = ""
    needs_text: bool = True


class DeedForm(Popup):
    """Enter does it, Esc leaves it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question: Question | None = None
        self._title = label(is_bold=True)
        self.choice = Choice((), self.tr("Which"), theme, self)
        self.line = QLineEdit(self)
        self.line.setMaxLength(MOST_TEXT)
        self.line.returnPressed.connect(self.do)
        self.line.textChanged.connect(lambda _text: self._tell_ready())
        self.ok = button("", self.do)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addStretch(1)
        row.addWidget(button(self.tr("Cancel"), self.close_it, is_flat=True))
        row.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        for each in (self._title, self.choice, self.line):
            column.addWidget(each)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)

    def ask(self, question: Question, anchor: QWidget) -> None:
        """Open under a widget."""
        self._question = question
        self._title.setText(question.title)
        self.choice.clear()
        for text, value in question.choices:
            self.choice.addItem(text, value)
        self.choice.setVisible(bool(question.choices))
        self.line.setText(question.text)
        self.line.setPlaceholderText(question.hint)
        self.line.setAccessibleName(question.hint)
        self.ok.setText(question.deed)
        self._tell_ready()
        self.open_under(anchor, self.choice if question.choices else self.line)

    def do(self) -> None:
        """What was asked for is known now."""
        question = self._question
        if question is not None and self.ok.isEnabled() and self.isVisible():
            chosen = self.choice.currentData() if question.choices else None
            self.close_it()
            question.then(chosen, self.line.text().strip())

    def _tell_ready(self) -> None:
        needs_text = self._question is not None and self._question.needs_text
        self.ok.setEnabled(not needs_text or bool(self.line.text().strip()))

    # -- Qt

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line.setFocus() if self.choice.hasFocus() else self.do()
        else:
            super().keyPressEvent(event)
