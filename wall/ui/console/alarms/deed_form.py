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
    """`choices` are words with what they stand for; `hint` stands in the empty line. Where None is chosen, another line
    asks, `typed_hint` in it, and `understand` says what was typed there (None: nothing that makes sense).
    """

    title: str
    hint: str
    deed: str
    """What the button says."""
    then: Callable[[Any, str], object]
    """Gets what was chosen (None without choices), and the text."""
    choices: Sequence[tuple[str, Any]] = ()
    understand: Callable[[str], Any] | None = None
    typed_hint: str = ""


class DeedForm(Popup):
    """Enter does it, Esc leaves it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question: Question | None = None
        self._title = label(is_bold=True)
        self.choice = Choice((), self.tr("Which"), theme, self)
        self.choice.currentIndexChanged.connect(lambda _place: self._show_typed())
        # As Enter does, or letters of a reason would choose something else. Qt gives the focus back to it once more.
        self.choice.list_closed.connect(self._go_on_from_choice, Qt.ConnectionType.QueuedConnection)
        self.typed = QLineEdit(self)
        self.typed.textChanged.connect(lambda _text: self._tell_ready())
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
        for each in (self._title, self.choice, self.typed, self.line):
            column.addWidget(each)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)

    @property
    def title(self) -> str:
        """What is asked."""
        return self._title.text()

    def ask(self, question: Question, anchor: QWidget) -> None:
        """Open under a widget."""
        self._question = question
        self._title.setText(question.title)
        self.choice.clear()
        for text, value in question.choices:
            self.choice.addItem(text, value)
        self.choice.setVisible(bool(question.choices))
        self.line.clear()
        self.typed.clear()
        self.typed.setPlaceholderText(question.typed_hint)
        self.typed.setAccessibleName(question.typed_hint)
        self.line.setPlaceholderText(question.hint)
        self.line.setAccessibleName(question.hint)
        self.ok.setText(question.deed)
        self._show_typed()
        self.open_under(anchor, self.choice if question.choices else self.line)

    def do(self) -> None:
        """What was asked for is known now."""
        question = self._question
        if question is not None and self.ok.isEnabled() and self.isVisible():
            chosen, text = self._chosen(), self.line.text().strip()
            self.close_it()
            question.then(chosen, text)

    def _chosen(self) -> Any:
        """What was chosen, or typed instead; None: nothing."""
        asks = self._question.understand if self._question is not None and self._is_typed else None
        return asks(self.typed.text()) if asks is not None else self.choice.currentData()

    @property
    def _is_typed(self) -> bool:
        question = self._question
        return bool(question and question.understand and question.choices) and self.choice.currentData() is None

    def _show_typed(self) -> None:
        self.typed.setVisible(self._is_typed)
        self._tell_ready()
        if self.isVisible():
            self.fit()

    def _tell_ready(self) -> None:
        is_chosen = not self._is_typed or self._chosen() is not None
        self.ok.setEnabled(is_chosen and bool(self.line.text().strip()))

    def _go_on_from_choice(self) -> None:
        if self.isVisible():
            self.choice.setFocus()
            self._go_on()

    def _go_on(self) -> None:
        """Enter: to the next line that is asked for, and after the last one it is done."""
        if self.choice.hasFocus() and self._is_typed:
            self.typed.setFocus()
        elif self.choice.hasFocus() or self.typed.hasFocus():
            self.line.setFocus()
        else:
            self.do()

    # -- Qt

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)
