"""What follows when a rule makes an alarm: what it is called, how urgent it is, what is done, and what to do."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from wall.model.alarms.rule import Rule
from wall.ui.alarms.words import priority_word
from wall.ui.console.alarms.rules.fields import Rows, beside
from wall.ui.console.alarms.rules.gathering import Gathering
from wall.ui.console.alarms.rules.response_fields import ResponseFields
from wall.ui.console.choice import Choice
from wall.ui.console.parts import heading
from wall.ui.console.seconds import seconds_field, seconds_in
from wall.ui.theme import SPACE, Theme

_TEXT_HIGH = 60


class Doing(QWidget):
    """`changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("As its kind says"))
        self.title.setAccessibleName(self.tr("Called"))
        self.priority = Choice([(priority_word(each), each) for each in range(1, 6)], self.tr("Priority"), theme, self)
        after = self.tr("And after")
        self.escalations = (seconds_field(self.tr("After")), seconds_field(after), seconds_field(after))
        told = self.tr("It rings louder. The supervisor is told if the rule tells him, and of priority 1 and 2 always.")
        for each in self.escalations:
            each.setToolTip(told)
        self.gathering, self.answer = Gathering(theme, self), ResponseFields(theme, self)
        self.instruction, self.checklist = QPlainTextEdit(self), QPlainTextEdit(self)
        self._prepare_texts()
        self._lay_out()
        self._connect()

    def show_rule(self, rule: Rule) -> None:
        """As it is kept."""
        self.title.setText(rule.title)
        self.priority.setCurrentIndex(self.priority.findData(rule.priority))
        for line, value in zip(self.escalations, (*rule.escalate_s, None, None, None), strict=False):
            line.setText("" if value is None else f"{value:g}")
        self.gathering.show_merging(rule.merging)
        self.answer.show_response(rule.response)
        self.instruction.setPlainText(rule.instruction)
        self.checklist.setPlainText("\n".join(rule.checklist))

    def changed_rule(self, rule: Rule) -> Rule:
        """The rule with all of this as it stands here. ValueError, in words, where it makes no sense."""
        return replace(
            rule,
            title=self.title.text().strip(),
            priority=self.priority.currentData(),
            instruction=self.instruction.toPlainText().strip(),
            checklist=tuple(line.strip() for line in self.checklist.toPlainText().splitlines() if line.strip()),
            escalate_s=(*self._escalate_s(), *rule.escalate_s[len(self.escalations) :]),
            merging=self.gathering.merging(rule.merging),
            response=self.answer.response(rule.response),
        )

    # -- inside

    def _escalate_s(self) -> tuple[float, ...]:
        typed = [seconds_in(each) or 0.0 for each in self.escalations]
        times = tuple(each for each in typed if each)
        if times != tuple(typed[: len(times)]):
            raise ValueError(self.tr("Say after how many seconds it is escalated first."))
        if any(later <= earlier for earlier, later in pairwise(times)):
            raise ValueError(self.tr("It is escalated each time later than before."))
        return times

    # -- assembling

    def _prepare_texts(self) -> None:
        for text, hint in (
            (self.instruction, self.tr("What to do, and whom to call")),
            (self.checklist, self.tr("One step in each line")),
        ):
            text.setPlaceholderText(hint)
            text.setAccessibleName(hint)
            text.setObjectName("typed")
            text.setTabChangesFocus(True)
            text.setFixedHeight(_TEXT_HIGH)

    def _lay_out(self) -> None:
        rows = Rows()
        rows.add(self.tr("Called"), self.title)
        rows.add(self.tr("Priority"), self.priority)
        seconds = beside(self.tr("seconds"))
        rows.add(self.tr("Nobody reacts"), *self.escalations, seconds)
        rows.add(self.tr("What to do"), self.instruction)
        rows.add(self.tr("Checklist"), self.checklist)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("What follows")))
        column.addLayout(rows)
        for each in (self.answer, self.gathering):
            column.addSpacing(2 * SPACE)
            column.addWidget(each)

    def _connect(self) -> None:
        for line in (self.title, *self.escalations):
            line.textEdited.connect(lambda _text: self.changed.emit())
        self.priority.activated.connect(lambda _place: self.changed.emit())
        for text in (self.instruction, self.checklist):
            text.textChanged.connect(self.changed)
        for part in (self.gathering, self.answer):
            part.changed.connect(self.changed)
