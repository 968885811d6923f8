"""What the chart above the table shows: the alarms that are asked for, over the time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.timeline import Tally, Timeline
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.console.alarms.asking import fits, of_all
from wall.ui.console.alarms.renewal import Renewal
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
        self._future: Future[Any] | None = None
        self._question = 0
        self._renewal = Renewal(facts, self._count, self)

    def ask(self, asked: AlarmFilter, text: str, *, is_history: bool) -> None:
        """Count what fits: of the open ones, or of all."""
        self._filter, self._text, self._is_history = asked, text, is_history
        if is_history or text:
            self.begun.emit()
        self._renewal.now()

    def look(self, *, is_looked_at: bool) -> None:
        """Somebody looks at the chart, or nobody does any more."""
        self._renewal.look(is_looked_at=is_looked_at)
        if not is_looked_at:
            self._cancel()

    def _count(self) -> int:
        self._cancel()
        if not self._is_history and not self._text:
            self.shown.emit(self._of_open())
            return RENEW_MS
        asked = of_all(self._filter, is_history=self._is_history)
        self._future = self._facts.port.timeline(asked, self._text)
        self._homeward.follow(self._future, partial(self._take, self._question), self.failed.emit)
        return COUNTED_AGAIN_MS

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
