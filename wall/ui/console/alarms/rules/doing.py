"""What follows when a rule makes an alarm: how urgent it is, where it is seen and heard, what is kept, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from wall.model.alarms.rule import Reach, Rule
from wall.model.screen import Screen
from wall.ui.alarms.words import priority_word
from wall.ui.console.alarms.rules.fields import Rows
from wall.ui.console.choice import Choice
from wall.ui.console.parts import Check, heading, label
from wall.ui.console.seconds import seconds_field, seconds_in
from wall.ui.theme import SPACE, Theme

_TEXT_HIGH = 60


class Doing(QWidget):
    """`changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.preset = QLineEdit(self), QLineEdit(self)
        self.title.setPlaceholderText(self.tr("As its kind says"))
        self.preset.setPlaceholderText(self.tr("Name of the preset, for a dome"))
        self.priority = Choice([(priority_word(each), each) for each in range(1, 6)], self.tr("Priority"), theme, self)
        self.shown_on = Choice([(self.tr("on no screen"), 0)], self.tr("Pops up"), theme, self)
        reaches = {
            Reach.CAMERA: self.tr("of the same camera"),
            Reach.NEIGHBOURS: self.tr("of cameras around, too"),
            Reach.SITE: self.tr("of the whole site"),
        }
        self.reach = Choice([(text, each) for each, text in reaches.items()], self.tr("One alarm"), theme, self)
        self.dwell, self.quiet = seconds_field(self.tr("Must last")), seconds_field(self.tr("Quiet for"))
        self.record = seconds_field(self.tr("Record"))
        self.first, self.second = seconds_field(self.tr("After")), seconds_field(self.tr("And after"))
        self.sound = Check(self.tr("rings until it is acknowledged"), theme, self)
        self.bookmark = Check(self.tr("keep a bookmark"), theme, self)
        self.push = Check(self.tr("tell the supervisor"), theme, self)
        self.instruction, self.checklist = QPlainTextEdit(self), QPlainTextEdit(self)
        self._prepare_texts()
        self._lay_out()
        self._connect()

    def offer_screens(self, screens: Iterable[Screen]) -> None:
        """On which its picture may pop up; what is chosen stays."""
        chosen = self.shown_on.currentData()
        with QSignalBlocker(self.shown_on):
            while self.shown_on.count() > 1:
                self.shown_on.removeItem(1)
            for each in screens:
                self.shown_on.addItem(self.tr("screen {0}: {1}").format(each.number, each.name), each.screen_id)
            self.shown_on.setCurrentIndex(max(0, self.shown_on.findData(chosen)))
        self.shown_on.updateGeometry()

    def show_rule(self, rule: Rule) -> None:
        """As it is kept."""
        response, merging = rule.response, rule.merging
        self.title.setText(rule.title)
        self.preset.setText(response.preset)
        self.priority.setCurrentIndex(self.priority.findData(rule.priority))
        self.reach.setCurrentIndex(self.reach.findData(merging.reach))
        self.shown_on.setCurrentIndex(max(0, self.shown_on.findData(response.screen_id)))
        escalate_s = (*rule.escalate_s, None, None)
        for line, value in (
            (self.dwell, merging.dwell_s),
            (self.quiet, merging.quiet_s),
            (self.record, response.record_s),
            (self.first, escalate_s[0]),
            (self.second, escalate_s[1]),
        ):
            line.setText("" if value is None else f"{value:g}")
        for check, is_on in (
            (self.sound, response.sound),
            (self.bookmark, response.bookmark),
            (self.push, response.push),
        ):
            check.setChecked(is_on)
        self.instruction.setPlainText(rule.instruction)
        self.checklist.setPlainText("\n".join(rule.checklist))

    def changed_rule(self, rule: Rule) -> Rule:
        """The rule with all of this as it stands here."""
        escalate_s = tuple(each for each in (seconds_in(self.first), seconds_in(self.second)) if each)
        return replace(
            rule,
            title=self.title.text().strip(),
            priority=self.priority.currentData(),
            instruction=self.instruction.toPlainText().strip(),
            checklist=tuple(line.strip() for line in self.checklist.toPlainText().splitlines() if line.strip()),
            escalate_s=(*sorted(escalate_s), *rule.escalate_s[2:]),
            merging=replace(
                rule.merging,
                dwell_s=seconds_in(self.dwell) or 0.0,
                quiet_s=seconds_in(self.quiet) or 0.0,
                reach=self.reach.currentData(),
            ),
            response=replace(
                rule.response,
                screen_id=self.shown_on.currentData(),
                sound=self.sound.isChecked(),
                record_s=seconds_in(self.record) or 0.0,
                preset=self.preset.text().strip(),
                bookmark=self.bookmark.isChecked(),
                push=self.push.isChecked(),
            ),
        )

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
        seconds = self.tr("seconds")
        rows = Rows()
        rows.add(self.tr("Called"), self.title)
        rows.add(self.tr("Priority"), self.priority, self.sound)
        rows.add(self.tr("Must last"), self.dwell, label(seconds, is_muted=True))
        rows.add(self.tr("One alarm"), self.reach, label(self.tr("until it is quiet for"), is_muted=True), self.quiet)
        rows.add(self.tr("Pops up"), self.shown_on)
        rows.add(self.tr("Nobody reacts"), self.first, self.second, label(seconds, is_muted=True))
        rows.add(self.tr("Record"), self.record, label(seconds, is_muted=True), self.bookmark, self.push)
        rows.add(self.tr("Dome turns to"), self.preset)
        rows.add(self.tr("What to do"), self.instruction)
        rows.add(self.tr("Checklist"), self.checklist)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("What follows")))
        column.addLayout(rows)

    def _connect(self) -> None:
        for line in (self.title, self.preset, self.dwell, self.quiet, self.record, self.first, self.second):
            line.textEdited.connect(lambda _text: self.changed.emit())
        for choice in (self.priority, self.shown_on, self.reach):
            choice.activated.connect(lambda _place: self.changed.emit())
        for check in (self.sound, self.bookmark, self.push):
            check.clicked.connect(lambda _on: self.changed.emit())
        for text in (self.instruction, self.checklist):
            text.textChanged.connect(self.changed)
