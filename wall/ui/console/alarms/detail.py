"""The case at hand: its pictures, what it is, what to do, what is done, and all that was written down of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from wall.model.alarms.activity import Activity
from wall.model.alarms.alarm import Alarm
from wall.ui import words
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.words import activity_line, detail_of, place_of, priority_word, site_of, source_word, title_of
from wall.ui.console.alarms.alarm_table import state_text
from wall.ui.console.alarms.case_pictures import CasePictures
from wall.ui.console.alarms.checklist import Checklist
from wall.ui.console.alarms.note_pictures import NotePictures
from wall.ui.console.bookmark_list import when_text
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Check, EmptyState, heading, label
from wall.ui.figures import number
from wall.ui.theme import LARGE, SPACE, Theme

_LOG_MS = 300
"""The log of an alarm that grows is read at most so often."""


class AlarmDetail(QWidget):
    """`noted` tells of which alarm a note was typed, and the picture (JPEG) that goes with it; `failed` why there is
    none; `ticked` a step of its checklist.
    """

    noted = Signal(int, str, bytes)
    failed = Signal(str)
    ticked = Signal(int, int, bool, str)

    def __init__(
        self,
        theme: Theme,
        facts: AlarmFacts,
        pictures: Callable[[QWidget], CasePictures],
        unix_time: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._unix_time = unix_time
        self._homeward = Homeward(self)
        self.alarm: Alarm | None = None
        self._asked = 0
        self.pictures = pictures(self)
        self.title = label(size=LARGE, is_bold=True)
        self._facts_lines = [label(), label(is_muted=True), label(is_muted=True)]
        self._what_to_do = heading(self.tr("What to do"))
        self.instruction = label()
        self.checklist = Checklist(theme, self)
        self.checklist.ticked.connect(self._tell_ticked)
        self.log = QPlainTextEdit(self)
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Write a note, and Enter"))
        self.note.setAccessibleName(self.tr("Write a note"))
        self.note.returnPressed.connect(self._tell_note)
        self.with_picture = Check(self.tr("with the picture"), theme, self)
        self.with_picture.setToolTip(self.tr("What is to be seen now, beside what was before"))
        self.kept = NotePictures(theme, facts.port.picture, self.log.appendPlainText, self)
        self._read = QTimer(self, singleShot=True, interval=_LOG_MS)
        self._read.timeout.connect(self._ask_log)
        self._lay_out()
        facts.changed.connect(self._take)
        facts.noted.connect(self._take_note)
        facts.rules_changed.connect(self._show)
        self._show()

    def show_alarm(self, alarm: Alarm | None) -> None:
        """Another one, or the same as it is now; None: none."""
        is_other = alarm is None or self.alarm is None or alarm.alarm_id != self.alarm.alarm_id
        self.alarm = alarm
        if is_other:
            self.note.clear()
            self.log.clear()
            self.kept.show_notes(())
            self.with_picture.setChecked(False)
            self.pictures.show_alarm(alarm)
        self._show()
        if is_other:
            self._ask_log()

    def tick(self) -> None:
        """Once a second: its age grows."""
        if self.alarm is not None:
            self._facts_lines[2].setText(self._since(self.alarm))

    # -- inside

    def _lay_out(self) -> None:
        self._body, self._empty = QWidget(self), EmptyState(self.tr("The alarm you choose will stand here."))
        column = QVBoxLayout(self._body)
        column.setContentsMargins(2 * SPACE, 0, 0, 0)
        column.setSpacing(SPACE)
        for each in (self.pictures, self.title, *self._facts_lines, self._what_to_do, self.instruction, self.checklist):
            column.addWidget(each)
        column.addWidget(heading(self.tr("What was done")))
        column.addWidget(self.log, 1)
        column.addWidget(self.kept)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.note, 1)
        row.addWidget(self.with_picture)
        column.addLayout(row)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._body)
        around.addWidget(self._empty)

    def _take(self, alarms: Sequence[Alarm]) -> None:
        mine = self.alarm
        changed = next((each for each in alarms if mine and each.alarm_id == mine.alarm_id), None)
        if changed is not None:
            self.alarm = changed
            self._show()
            self._read_soon()

    def _take_note(self, alarm_id: int) -> None:
        if self.alarm is not None and self.alarm.alarm_id == alarm_id:
            self._read_soon()

    def _read_soon(self) -> None:
        if not self._read.isActive():
            self._read.start()

    def _show(self) -> None:
        alarm = self.alarm
        self._body.setVisible(alarm is not None)
        self._empty.setVisible(alarm is None)
        if alarm is None:
            return
        self.title.setText(title_of(alarm))
        place, site = place_of(alarm), site_of(alarm)
        where = site if place == alarm.site and site else " · ".join(each for each in (place, site) if each)
        owner = self.tr("owner: {0}").format(alarm.owner) if alarm.owner else ""
        stands = state_text(alarm, self._unix_time())
        state = " · ".join(each for each in (priority_word(alarm.priority), stands, owner) if each)
        for line, text in zip(self._facts_lines, (where, state, self._since(alarm)), strict=True):
            line.setText(text)
        self._show_rule(alarm)

    def _show_rule(self, alarm: Alarm) -> None:
        rule = self._facts.port.rule(alarm.rule_id)
        instruction = rule.instruction if rule else ""
        self.instruction.setText(instruction)
        self.instruction.setVisible(bool(instruction))
        self.checklist.show_steps(rule.checklist if rule else (), alarm.checked)
        self._what_to_do.setVisible(bool(instruction or (rule and rule.checklist)))

    def _since(self, alarm: Alarm) -> str:
        age = words.age(self._unix_time() - alarm.began_s)
        said = self.tr("since {0} ({1}) · {2}").format(when_text(alarm.began_s), age, source_word(alarm.source))
        if alarm.count > 1:
            said = f"{said} · {self.tr('{0} messages').format(number(alarm.count))}"
        detail = detail_of(alarm)
        return f"{said} · {detail}" if detail else said

    def _ask_log(self) -> None:
        if self.alarm is None:
            return
        self._asked += 1
        take = partial(self._show_log, self._asked)
        self._homeward.follow(self._facts.port.activity(self.alarm.alarm_id), take, self.log.setPlainText)

    def _show_log(self, asked: int, activities: Sequence[Activity]) -> None:
        if asked == self._asked:
            self.log.setPlainText("\n".join(log_lines(activities)))
            bar = self.log.verticalScrollBar()
            bar.setValue(bar.maximum())
            self.kept.show_notes([each.activity_id for each in activities if each.has_picture])

    def _tell_note(self) -> None:
        text, jpeg = self.note.text().strip(), self.pictures.jpeg() if self.with_picture.isChecked() else b""
        if self.with_picture.isChecked() and not jpeg:
            self.failed.emit(self.tr("There is no picture now: take the tick away to write the note without one."))
            return
        if self.alarm is not None and (text or jpeg):
            self.note.clear()
            self.with_picture.setChecked(False)
            self.noted.emit(self.alarm.alarm_id, text, jpeg)

    def _tell_ticked(self, step: int, is_done: bool, text: str) -> None:
        if self.alarm is not None:
            self.ticked.emit(self.alarm.alarm_id, step, is_done, text)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.pictures.stand_in(self.width() - 2 * SPACE, self.height() * 2 // 5)

    def hideEvent(self, event: object) -> None:
        self._read.stop()


def log_lines(activities: Sequence[Activity]) -> list[str]:
    """With the time of each; a case that goes on for days has the date of each day above what was done then."""
    lines, day = list[str](), when_text(activities[0].at_s)[:10] if activities else ""
    for each in activities:
        on, _, at = when_text(each.at_s).partition(" ")
        if on != day:
            day = on
            lines.append(f"— {on}")
        lines.append(activity_line(each, at))
    return lines
