"""The rule at hand as a draft: tried as it is changed, and in force when it is kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from wall.model.alarms.finding import Tried
from wall.model.alarms.rule import Rule
from wall.ui.alarms.port import AlarmsPort
from wall.ui.alarms.words import rule_name
from wall.ui.console.alarms.rules.about import About
from wall.ui.console.alarms.rules.doing import Doing
from wall.ui.console.bookmark_list import when_text
from wall.ui.console.city import City
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Check, Notice, button, label
from wall.ui.console.tabbing import tab_as_read
from wall.ui.figures import number
from wall.ui.theme import LARGE, SPACE, Theme

TRIED_S = 7 * 24 * 3600.0
_TRY_MS = 400
"""So long after the last letter."""


class RuleForm(QWidget):
    """`kept` tells the rule that is in force now, `remove_requested` that it shall go."""

    kept = Signal(object)
    remove_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        port: AlarmsPort,
        city: Callable[[], City],
        unix_time: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._port = port
        self._unix_time = unix_time
        self._homeward = Homeward(self)
        self._rule = Rule("")
        self._trial: Future[Tried] | None = None
        self._is_showing = False
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name: as its kinds say"))
        self.name.setAccessibleName(self.tr("Name"))
        self.on = Check(self.tr("in force"), theme, self)
        self.about = About(theme, city, self)
        self.doing = Doing(theme, self)
        self.tried = label(size=LARGE)
        self.notice = Notice(self)
        self._try_soon = QTimer(self, singleShot=True, interval=_TRY_MS)
        self._try_soon.timeout.connect(self._try)
        self._lay_out()
        tab_as_read(self)
        self.name.textEdited.connect(lambda _text: self._change())
        self.on.clicked.connect(lambda _on: self._change())
        self.about.changed.connect(self._change)
        self.doing.changed.connect(self._change)

    @property
    def rule(self) -> Rule:
        """As it is kept; with an id of 0 it is new."""
        return self._rule

    @property
    def is_changed(self) -> bool:
        """Is something typed that is not kept?"""
        draft = self.draft()
        return draft is None or draft != self._rule

    def draft(self) -> Rule | None:
        """As it is typed; None where that cannot be understood, which is said."""
        concern = self.about.concern()
        if isinstance(concern, str):
            self.notice.complain(concern)
            return None
        try:
            changed = self.doing.changed_rule(self._rule)
        except ValueError as error:
            self.notice.complain(str(error))
            return None
        self.notice.clear()
        return replace(changed, name=self.name.text().strip(), is_on=self.on.isChecked(), concern=concern)

    def show_rule(self, rule: Rule) -> None:
        """Another one, or the same as it is kept."""
        self.show_draft(rule, rule)

    def show_draft(self, kept: Rule, rule: Rule) -> None:
        """One as it was typed, beside how it is kept."""
        self._rule, self._is_showing = kept, True
        self.name.setText(rule.name)
        self.name.setPlaceholderText(rule_name(replace(rule, name="")))
        self.on.setChecked(rule.is_on)
        self.about.show_rule(rule)
        self.doing.show_rule(rule)
        self._is_showing = False
        self.notice.clear()
        self._tell_changed()
        self._try_soon.start()

    def keep(self) -> None:
        """It holds from now on."""
        draft = self.draft()
        if draft is not None:
            self._homeward.follow(self._port.save_rule(draft), self._take_kept, self.notice.complain)

    def take_back(self) -> None:
        """As it is kept."""
        self.show_rule(self._rule)

    def end(self) -> None:
        """Ask nothing more."""
        self._try_soon.stop()
        if self._trial is not None:
            self._trial.cancel()

    # -- inside

    def _change(self) -> None:
        if not self._is_showing:
            self._tell_changed()
            self._try_soon.start()

    def _tell_changed(self) -> None:
        is_changed = self.is_changed or not self._rule.rule_id
        self._keep.setEnabled(is_changed)
        self._back.setEnabled(is_changed)
        self._remove.setEnabled(bool(self._rule.rule_id))

    def _try(self) -> None:
        draft = self.draft()
        if self._trial is not None:
            self._trial.cancel()
        if draft is None or not self.isVisible():
            return
        self.tried.setText(self.tr("Trying it on the last seven days…"))
        self._trial = self._port.try_rule(draft, self._unix_time() - TRIED_S)
        self._homeward.follow(self._trial, partial(self._show_tried, draft), self.notice.complain)

    def _show_tried(self, draft: Rule, tried: Tried) -> None:
        sentence = self.tr("It would have made {0} alarms of {1} messages since {2}.")
        since = when_text(tried.since_s)[:-3]
        self.tried.setText(sentence.format(number(tried.alarms), number(tried.signals), since))

    def _take_kept(self, rule: Rule) -> None:
        self.show_rule(rule)
        self.kept.emit(rule)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(4 * SPACE)
        head = QHBoxLayout()
        head.setSpacing(3 * SPACE)
        head.addWidget(self.name, 1)
        head.addWidget(self.on)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.doing)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(2 * SPACE, 0, 0, 0)
        around.setSpacing(2 * SPACE)
        around.addWidget(scroll, 1)
        around.addWidget(self.tried)
        around.addWidget(self.notice)
        around.addLayout(self._deeds())

    def _deeds(self) -> QHBoxLayout:
        self._keep = button(self.tr("Keep"), self.keep, tip=self.tr("It holds from now on (Ctrl+S)"))
        self._back = button(self.tr("Take back"), self.take_back, is_flat=True, tip=self.tr("As it was kept"))
        self._remove = button(self.tr("Remove"), self.remove_requested.emit, is_flat=True)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for each in (self._keep, self._back):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self._remove)
        return row
