"""A button for drills, and for the list of what came of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from wall.model.alarms.drill import Drill, DrillKind, DrillVerdict
from wall.services.alarms.drills import CannotDrill
from wall.ui.alarms import drill_words
from wall.ui.alarms.drill_desk import DrillHours
from wall.ui.alarms.drill_results import DrillResults
from wall.ui.theme import Theme
from wall.ui.words import time_of_day

_MINUTES = tuple(hour * 60 for hour in (22, 23, 0, 1, 2, 3, 4, 5))
"""Of the day."""


class DrillButton(QPushButton):
    """`say` shows a sentence, `complain` one that somebody must act upon."""

    def __init__(
        self,
        hours: DrillHours,
        theme: Theme,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._hours = hours
        self._theme = theme
        self._say = say
        self._complain = complain
        self.results: DrillResults | None = None
        self.setText(self.tr("Drill"))
        self.setToolTip(self.tr("Let something happen, marked as a drill, to see who notices it and how soon"))
        self.setProperty("flat", True)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setMenu(self._make_menu())
        hours.ended.connect(self._tell)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind, text in (
            (DrillKind.ALARM, self.tr("A marked alarm now: bell, wall, supervisor")),
            (DrillKind.FROZEN, self.tr("Let a picture on the wall stand")),
            (DrillKind.BLACK, self.tr("Make a picture on the wall black")),
            (DrillKind.HANG, self.tr("Let a decoder hang: are its pictures back soon?")),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, kind=kind: self.begin(kind))
        menu.addSeparator()
        self.nightly = menu.addMenu(self.tr("One by itself every night"))
        self._fill_nightly()
        menu.addAction(self.tr("What came of them…")).triggered.connect(self.open_results)
        return menu

    def _fill_nightly(self) -> None:
        """Never, or at one of the hours in which a drill disturbs least."""
        at = self._hours.drills.nightly
        others = set() if at is None else {at} - set(_MINUTES)
        group = QActionGroup(self.nightly)
        for minute in (None, *_MINUTES, *others):
            text = self.tr("Never") if minute is None else time_of_day(minute)
            action = self.nightly.addAction(text)
            action.setCheckable(True)
            action.setChecked(minute == at)
            action.triggered.connect(lambda _on=False, minute=minute: self._hours.set_nightly(minute))
            group.addAction(action)

    def begin(self, kind: DrillKind) -> None:
        match self._hours.begin(kind):
            case CannotDrill.UNDER_WAY:
                self._complain(self.tr("A drill is under way: wait until it has ended."))
            case CannotDrill.NOTHING_LIVE:
                self._complain(self.tr("No picture on the wall is live: there is nothing to drill on."))
            case None:
                self._say(self._begun(kind))

    def open_results(self) -> None:
        """As soon as the disk tells them."""
        if self.results is None:
            self.results = DrillResults(self._hours, self._theme, self.window())
            self.results.finished.connect(self._forget)
            self.results.ask()
            self.results.open()

    def _begun(self, kind: DrillKind) -> str:
        word = drill_words.kind_word(kind)
        if kind is DrillKind.HANG:
            return self.tr("The drill has begun: {0}. Some pictures stand for a few seconds.").format(word)
        return self.tr("The drill has begun: {0}. Whoever notices it acknowledges its alarm.").format(word)

    def _forget(self) -> None:
        if self.results is not None:
            self.results.deleteLater()
            self.results = None

    def _tell(self, drill: Drill) -> None:
        tell = self._complain if drill.verdict is DrillVerdict.FAILED else self._say
        word = drill_words.kind_word(drill.kind)
        tell(self.tr("Drill «{0}»: {1}").format(word, drill_words.verdict(drill)))
