"""The one line at the top of the console: the time, the city in three numbers, and how far a search has come."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from wall.model.health import Verdict
from wall.model.screen import placed
from wall.ui.console.budget_gauge import BudgetGauge
from wall.ui.console.facts import Facts, Totals
from wall.ui.console.ports import SeesDisplays
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.search_form import progress_text
from wall.ui.console.verdicts import VerdictMarks
from wall.ui.figures import number
from wall.ui.theme import BODY, SPACE, TARGET, Theme, font


class ConsoleTopLine(QWidget):
    """Quiet as long as nothing is wrong: a number of lost cameras appears only where there are any."""

    def __init__(
        self, theme: Theme, facts: Facts, wall: RoomFacts, displays: SeesDisplays | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(TARGET + 2 * SPACE)
        self._facts = facts
        self._wall = wall
        self._displays = displays
        self._marks = VerdictMarks(theme, self.devicePixelRatioF())
        self.clock = self._text("clock")
        self.clock.setFont(font(BODY, bold=True))
        self.day = self._text("day", is_muted=True)
        self.cameras = self._text("cameras")
        self.lost = self._counted("lost", Verdict.LOST)
        self.ill = self._counted("ill", Verdict.ILL)
        self.unknown = self._counted("unknown", Verdict.UNKNOWN)
        self.in_hand = self._text("inHand")
        self.away = self._counted("away", Verdict.LOST)
        self.budget = BudgetGauge(theme, self)
        self.search = self._text("search", is_muted=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 0)
        row.setSpacing(6 * SPACE)
        for each in (self.clock, self.day, self.cameras, self.lost, self.ill, self.unknown):
            row.addWidget(each)
        row.addSpacing(2 * SPACE)
        for each in (self.in_hand, self.away):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.budget)
        wall.budget_changed.connect(self.budget.show_budget)
        facts.search_changed.connect(self.show_search)
        for changed in (facts.city_changed, facts.health_changed):
            changed.connect(lambda *_: self.show_totals(facts.totals()))
        for changed in (wall.screens_changed, wall.selected_changed, *((displays.changed,) if displays else ())):
            changed.connect(self.show_screen)
        self.show_search()
        self.show_screen()

    def add(self, widget: QWidget) -> None:
        """Something more at its end."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def show_screen(self) -> None:
        """Which screen is in hand, of how many, and how many have lost their display."""
        screens, screen = self._wall.room.screens, self._wall.in_hand
        self.in_hand.setVisible(screen is not None)
        if screen is not None:
            self.in_hand.setText(self.tr("Screen {0} of {1}").format(screen.number, len(screens)))
            self.in_hand.setToolTip(self.tr("Keys and calls go to screen {0}: {1}").format(screen.number, screen.name))
        found = placed(screens, self._displays.now) if self._displays else {}
        bound = [each for each in screens if each.display is not None] if self._displays else []
        away = sum(each.screen_id not in found for each in bound)
        self._count(self.away, self.tr("{0} without their display"), away)

    def show_time(self, now: QDateTime) -> None:
        """The wall clock, with the day of the week."""
        day = QLocale().toString(now, "dddd dd/MM/yyyy")
        self.clock.setText(now.toString("HH:mm:ss"))
        self.day.setText(f"{day[:1].upper()}{day[1:]}")

    def show_totals(self, totals: Totals) -> None:
        """Counted over all cameras."""
        self.cameras.setText(self.tr("{0} cameras").format(number(totals.cameras)))
        self._count(self.lost, self.tr("{0} lost"), totals.lost)
        self._count(self.ill, self.tr("{0} with a fault"), totals.ill)
        self._count(self.unknown, self.tr("{0} unknown"), totals.unknown)

    def show_search(self) -> None:
        """Only while one runs."""
        search = self._facts.search
        is_running = search is not None and not search.is_over
        self.search.setVisible(is_running)
        if search is not None and is_running:
            self.search.setText(progress_text(search))

    def _count(self, widget: QWidget, sentence: str, count: int) -> None:
        widget.setVisible(count > 0)
        text = widget.findChild(QLabel, "words")
        assert isinstance(text, QLabel)
        text.setText(sentence.format(number(count)))

    def _counted(self, name: str, verdict: Verdict) -> QWidget:
        """A mark and its words."""
        both, mark = QWidget(self), QLabel()
        both.setObjectName(name)
        mark.setPixmap(self._marks[verdict])
        text = self._text("words")
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(mark)
        row.addWidget(text)
        return both

    def _text(self, name: str, *, is_muted: bool = False) -> QLabel:
        made = QLabel(self)
        made.setObjectName(name)
        made.setProperty("muted", is_muted)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        return made
