"""When a rule holds: one time of the week after the other, each with its days and hours."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wall.model.alarms.schedule import DAY_MINUTES, EVERY_DAY, Schedule, Span
from wall.ui.console.alarms.rules.concern_text import clock_in, schedule_of
from wall.ui.console.alarms.rules.fields import Chips, Rows, beside
from wall.ui.console.choice import Choice
from wall.ui.console.parts import button
from wall.ui.theme import Theme
from wall.ui.words import time_of_day

MOST_TIMES = 20
_Typed = tuple[frozenset[object], str, str]
"""Days, and the two hours as they are typed."""
_ALWAYS: _Typed = (frozenset(EVERY_DAY), time_of_day(0), time_of_day(DAY_MINUTES))


class Hours(QObject):
    """Rows of a form. `changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        days = [(QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat), day) for day in range(7)]
        self.days = Chips(days, parent)
        self.from_, self.to = QLineEdit(parent), QLineEdit(parent)
        self.which = Choice([], self.tr("Which time"), theme, parent)
        self.more = button(self.tr("Another time"), self.add)
        self.less = button(self.tr("Without this one"), self.remove, is_flat=True)
        self._times: list[_Typed] = [_ALWAYS]
        self._at = 0
        for line, name in ((self.from_, self.tr("From")), (self.to, self.tr("To"))):
            line.setFixedWidth(72)
            line.setAccessibleName(name)
            line.textEdited.connect(lambda _text: self.changed.emit())
        self.days.changed.connect(self.changed)
        self.which.activated.connect(self._go_to)

    def put_into(self, rows: Rows) -> None:
        """At the end of a form."""
        rows.add(self.tr("Times"), self.which, self.more, self.less)
        rows.add(self.tr("Days"), self.days)
        rows.add(self.tr("From – to"), self.from_, self.to, beside(self.tr("past midnight, too")))

    def show_schedule(self, schedule: Schedule) -> None:
        """As it is kept."""
        self._times = [_typed(span) for span in schedule.spans] or [_ALWAYS]
        self._show(0)

    def schedule(self) -> Schedule:
        """As it is typed. ValueError, in words, where it makes no sense."""
        self._take()
        spans = [self._span(each) for each in self._times]
        if len(spans) == 1:
            return schedule_of(spans[0].days, spans[0].from_minute, spans[0].to_minute)
        return Schedule(tuple(spans))

    def add(self) -> None:
        """One more, at hand."""
        self._take()
        self._times.append(_ALWAYS)
        self._show(len(self._times) - 1)
        self.changed.emit()

    def remove(self) -> None:
        """The one at hand."""
        del self._times[self._at]
        self._show(max(0, self._at - 1))
        self.changed.emit()

    # -- inside

    def _go_to(self, place: int) -> None:
        self._take()
        self._show(place)

    def _take(self) -> None:
        self._times[self._at] = (self.days.chosen, self.from_.text(), self.to.text())

    def _show(self, place: int) -> None:
        self._at = place
        days, from_, to = self._times[place]
        self.days.choose(days)
        self.from_.setText(from_)
        self.to.setText(to)
        many = len(self._times)
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItems([self.tr("{0} of {1}").format(each, many) for each in range(1, many + 1)])
            self.which.setCurrentIndex(place)
        self.which.updateGeometry()
        self.which.setEnabled(many > 1)
        self.less.setEnabled(many > 1)
        self.more.setEnabled(many < MOST_TIMES)

    def _span(self, typed: _Typed) -> Span:
        chosen, from_, to = typed
        from_minute, to_minute = clock_in(from_), clock_in(to)
        if from_minute is None or to_minute is None:
            raise ValueError(self.tr("Write times as 22:00."))
        days = frozenset(day for day in chosen if isinstance(day, int))
        if not days:
            raise ValueError(self.tr("Choose a day of the week at least."))
        return Span(days, from_minute, to_minute)


def _typed(span: Span) -> _Typed:
    return frozenset(span.days), time_of_day(span.from_minute), time_of_day(span.to_minute)
