"""The page of rules: the list, the form of the one at hand, and what is muted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from wall.model.alarms.figures import Noisy
from wall.model.alarms.rule import Rule
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.words import rule_name
from wall.ui.console.alarms.rules.form import RuleForm
from wall.ui.console.alarms.rules.making import rule_for
from wall.ui.console.alarms.rules.mutes_list import MutesList
from wall.ui.console.alarms.rules.rule_table import rule_columns
from wall.ui.console.alarms.rules.screen_choice import AlarmScreenChoice
from wall.ui.console.city import City
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import ElidedButton, Notice, button
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.steady import show_steadily
from wall.ui.console.table import TableModel
from wall.ui.console.table_view import TableView
from wall.ui.theme import SPACE, Theme


class RulesPage(QWidget):
    """A draft that is not kept stays as long as no other rule is chosen, and comes back with `undo` then."""

    def __init__(
        self,
        theme: Theme,
        facts: AlarmFacts,
        city: Callable[[], City],
        wall: RoomFacts,
        unix_time: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._city = city
        self._wall = wall
        self._homeward = Homeward(self)
        self._again: Callable[[], None] | None = None
        """What `undo` does; None: nothing was removed or left."""
        columns = rule_columns(self._screen_name)
        self.model: TableModel[Rule] = TableModel(columns, lambda rule: rule.rule_id, theme, self)
        self.view = TableView(self.model, "rules", theme, self)
        self.form = RuleForm(theme, facts.port, city, unix_time, self)
        self.mutes = MutesList(city, unix_time, self)
        self.notice = Notice(self)
        self._undo = ElidedButton(self.undo, self)
        self._undo.hide()
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.form.kept.connect(self._go_to_kept)
        self.form.remove_requested.connect(self.remove)
        self.mutes.ended.connect(self._unmute)
        facts.rules_changed.connect(self._show)
        wall.screens_changed.connect(self._offer_screens)
        self._offer_screens()

    # -- what the window asks

    def enter(self) -> None:
        """Put the hand on the list."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rows:
            self.view.go_to(0)

    def begin(self) -> None:
        """A new rule, empty."""
        self._leave_draft()
        self.view.clearSelection()
        self.view.selectionModel().clearCurrentIndex()
        self.form.show_rule(Rule("", is_on=False))
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def change_for(self, noisy: Noisy) -> None:
        """The rule that makes these alarms, with this camera taken out of it as a draft: what would be left is tried,
        and nothing holds until it is kept.
        """
        rule = rule_for(noisy, self._facts.port.rules(), self._city().inventory)
        if rule is None:
            self.notice.complain(self.tr("No rule that is in force makes such alarms now."))
            return
        self._leave_draft()
        self._go_to_kept(rule)
        self.form.show_rule(rule)
        if noisy.camera_id:
            self.form.about.leave_out(noisy.camera_id)

    def remove(self) -> None:
        """The one at hand; `undo` brings it back."""
        rule = self.form.rule
        if rule.rule_id:
            removed = self._facts.port.remove_rule(rule.rule_id)
            self._homeward.follow(removed, lambda _none: self._tell_removed(rule), self.notice.complain)

    def undo(self) -> None:
        """Bring back what was removed last, or typed and left without being kept."""
        again, self._again = self._again, None
        if again is not None:
            self._undo.hide()
            again()

    def go_back(self) -> bool:
        """Esc: away with the sentence, then with what is typed and not kept. False: neither was."""
        if self.notice.text:
            self.notice.clear()
        elif self.form.is_changed:
            self.form.take_back()
        else:
            return False
        return True

    def end(self) -> None:
        """Ask nothing more."""
        self.form.end()

    def add_alarm_screen(self, choice: AlarmScreenChoice) -> None:
        """Where urgent alarms pop up whose rule names no screen."""
        row = QHBoxLayout()
        row.addWidget(QLabel(choice.accessibleName(), self))
        row.addWidget(choice)
        row.addStretch(1)
        self._left.addLayout(row)
        choice.chosen.connect(self._facts.rules_changed)
        self._wall.screens_changed.connect(lambda: choice.offer(self._wall.room.screens))
        choice.offer(self._wall.room.screens)

    # -- inside

    def _show(self) -> None:
        if not self.isVisible():
            return
        show_steadily(self.model, self.view, self._facts.port.rules(), lambda rule: rule.rule_id)
        self.mutes.show_mutes(self._facts.port.mutes())

    def _show_current(self) -> None:
        current = self.view.currentIndex()
        if current.isValid():
            rule = self.model.rows[current.row()]
            if rule.rule_id != self.form.rule.rule_id:
                self._leave_draft()
                self.form.show_rule(rule)
            elif not self.form.is_changed:
                self.form.show_rule(rule)

    def _leave_draft(self) -> None:
        """What is typed and makes sense can be had back."""
        kept, draft = self.form.rule, self.form.draft()
        if draft is not None and draft != kept and draft != Rule("", is_on=draft.is_on):
            self._offer_undo(
                self.tr("Undo: what was typed for “{0}” was not kept").format(rule_name(draft)),
                lambda: self._take_up(kept, draft),
            )

    def _take_up(self, kept: Rule, draft: Rule) -> None:
        if kept.rule_id:
            self._go_to_kept(kept)
        else:
            self.view.clearSelection()
            self.view.selectionModel().clearCurrentIndex()
        self.form.show_draft(kept, draft)

    def _offer_undo(self, text: str, again: Callable[[], None]) -> None:
        self._again = again
        self._undo.show_text(text)
        self._undo.show()

    def _go_to_kept(self, rule: Rule) -> None:
        self._show()
        place = self.model.place_of(rule.rule_id)
        if place is not None:
            index, flag = self.model.index(place, 0), QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def _tell_removed(self, rule: Rule) -> None:
        self.form.take_back()
        self._offer_undo(self.tr("Undo: rule “{0}” removed").format(rule_name(rule)), lambda: self._put_back(rule))
        self._show()
        if self.model.rows:
            self.view.go_to(0)

    def _put_back(self, rule: Rule) -> None:
        saved = self._facts.port.save_rule(replace(rule, rule_id=0))
        self._homeward.follow(saved, self._go_to_kept, self.notice.complain)

    def _unmute(self, mute_id: int) -> None:
        self._homeward.follow(self._facts.port.unmute(mute_id), lambda _none: self._show(), self.notice.complain)

    def _screen_name(self, screen_id: int) -> str:
        screen = self._wall.screen(screen_id) if screen_id else None
        return self.tr("screen {0}").format(screen.number) if screen is not None else ""

    def _offer_screens(self) -> None:
        self.form.doing.answer.offer_screens(self._wall.room.screens)

    def _lay_out(self) -> None:
        left = QWidget(self)
        below = QHBoxLayout()
        below.addWidget(button(self.tr("New rule"), self.begin))
        below.addStretch(1)
        below.addWidget(self._undo)
        self._left = column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.view, 1)
        column.addLayout(below)
        column.addWidget(self.mutes)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(4)
        self.split.addWidget(left)
        self.split.addWidget(self.form)
        self.split.setSizes([440, 640])
        around = QVBoxLayout(self)
        around.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        around.setSpacing(2 * SPACE)
        around.addWidget(self.notice)
        around.addWidget(self.split, 1)

    # -- Qt

    def showEvent(self, event: object) -> None:
        self._show()
        if self.view.currentIndex().isValid() or not self.model.rows:
            return
        self.view.go_to(0)
