"""What the chart above the table shows: the alarms that are asked for, over the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.timeline import Tally, Timeline
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.console.alarms.asking import fits, of_all
from wall.ui.console.homeward import Homeward

RENEW_MS = 1_000
COUNTED_AGAIN_MS = 30_000
"""A million are counted in a second or two of the db thread."""


class Counting(QObject):
    """`shown` tells a `Timeline`; nothing is counted while nobody looks."""

    shown = Signal(object)
    begun = Signal()
    """What is shown is not what is asked for now, and will be in a while."""
    failed = Signal(str)

    def __init__(self, facts: AlarmFacts, unix_time: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._facts = facts
        self._unix_time = unix_time
        self._homeward = Homeward(self)
        self._filter, self._text, self._is_history = AlarmFilter(), "", False
        self._is_looked_at = self._is_stale = False
        self._future: Future[Any] | None = None
        self._question = 0
        self._renewal = QTimer(self, singleShot=True)
        self._renewal.timeout.connect(self._renew)
        facts.changed.connect(self._take_changes)

    def ask(self, asked: AlarmFilter, text: str, *, is_history: bool) -> None:
        """Count what fits: of the open ones, or of all."""
        self._filter, self._text, self._is_history = asked, text, is_history
        if is_history or text:
            self.begun.emit()
        self._count()

    def look(self, *, is_looked_at: bool) -> None:
        """Somebody looks at the chart, or nobody does any more."""
        self._is_looked_at = is_looked_at
        if is_looked_at:
            self._count()
        else:
            self._renewal.stop()
            self._cancel()

    def _take_changes(self, _alarms: Sequence[Alarm]) -> None:
        self._is_stale = True
        if self._is_looked_at and not self._renewal.isActive():
            self._count()

    def _renew(self) -> None:
        if self._is_stale:
            self._count()

    def _count(self) -> None:
        if not self._is_looked_at:
            return
        self._is_stale = False
        self._cancel()
        if self._is_history or self._text:
            self._renewal.start(COUNTED_AGAIN_MS)
            asked = of_all(self._filter, is_history=self._is_history)
            self._future = self._facts.port.timeline(asked, self._text)
            self._homeward.follow(self._future, partial(self._take, self._question), self.failed.emit)
        else:
            self._renewal.start(RENEW_MS)
            self.shown.emit(self._of_open())

    def _of_open(self) -> Timeline:
        alarms = [alarm for alarm in self._facts.open_alarms if fits(alarm, self._filter)]
        now_s, from_s = self._unix_time(), self._filter.from_s
        first_s = from_s if from_s is not None else min((alarm.began_s for alarm in alarms), default=now_s)
        tally = Tally(first_s, now_s)
        tally.take(alarms)
        return tally.timeline()

    def _cancel(self) -> None:
        self._question += 1
        if self._future is not None:
            self._future.cancel()
            self._future = None

    def _take(self, question: int, line: Timeline) -> None:
        if question == self._question:
            self.shown.emit(line)
