"""What the table of alarms shows: those that are open, or what a search finds in all that ever were."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.state import State
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.console.alarms.renewal import Renewal
from wall.ui.console.homeward import Homeward

RENEW_MS = 400
"""Rows that dance cannot be read: at most so often do they change."""
FOUND_AGAIN_MS = 2_000
AT_ONCE = 200


class Asking(QObject):
    """`shown` tells the rows whenever there are other ones; nothing is asked while nobody looks."""

    shown = Signal(object)
    """A sequence of alarms."""
    failed = Signal(str)

    def __init__(self, facts: AlarmFacts, parent: QObject) -> None:
        super().__init__(parent)
        self._facts = facts
        self._homeward = Homeward(self)
        self._filter = AlarmFilter()
        self._text = ""
        self._is_history = self._has_more = False
        self._rows: list[Alarm] = []
        self._question = self._answered = 0
        self._finding: Future[Any] | None = None
        self._renewal = Renewal(facts, self._show_now, self)

    @property
    def is_asking(self) -> bool:
        """Has a question not been answered yet?"""
        return self._answered < self._question

    @property
    def is_live(self) -> bool:
        """Are these the open alarms themselves, or what was found in the history?"""
        return not self._is_history and not self._text

    def ask(self, asked: AlarmFilter, text: str, *, is_history: bool) -> None:
        """Show what fits: of the open ones, or of all."""
        self._filter, self._text, self._is_history = asked, text, is_history
        self._renewal.now()

    def look(self, *, is_looked_at: bool) -> None:
        """Somebody looks at the table, or nobody does any more."""
        self._renewal.look(is_looked_at=is_looked_at)

    def more(self) -> None:
        """Older ones."""
        if not self.is_live and self._has_more and not self.is_asking and self._rows:
            self._find(self._rows[-1])

    # -- inside

    def _show_now(self) -> int:
        if not self.is_live:
            self._find(None)
            return FOUND_AGAIN_MS
        self._question = self._answered = self._question + 1
        self._show([alarm for alarm in self._facts.open_alarms if fits(alarm, self._filter)])
        return RENEW_MS

    def _find(self, before: Alarm | None) -> None:
        if self._finding is not None:
            self._finding.cancel()
        self._question += 1
        asked = of_all(self._filter, is_history=self._is_history)
        limit = AT_ONCE if before is not None else max(AT_ONCE, min(len(self._rows), 5 * AT_ONCE))
        self._finding = self._facts.port.history(asked, self._text, before, limit)
        take = partial(self._take, self._question, limit, before)
        self._homeward.follow(self._finding, take, partial(self._fail, self._question))

    def _take(self, question: int, limit: int, before: Alarm | None, found: Sequence[Alarm]) -> None:
        if question == self._question:
            self._answered = question
            self._has_more = len(found) >= limit
            self._show([*(self._rows if before is not None else ()), *found])

    def _fail(self, question: int, why: str) -> None:
        if question == self._question:
            self._answered = question
            self.failed.emit(why)

    def _show(self, rows: list[Alarm]) -> None:
        self._rows = rows
        self.shown.emit(rows)


def of_all(asked: AlarmFilter, *, is_history: bool) -> AlarmFilter:
    """The same, to be asked of all that ever were: closed ones are history."""
    if is_history or asked.states:
        return asked
    return replace(asked, states=frozenset(State) - {State.CLOSED})


def fits(alarm: Alarm, asked: AlarmFilter) -> bool:
    """Is it asked for? Of the filter only what the page offers for open alarms."""
    return (
        (not asked.states or alarm.state in asked.states)
        and (not asked.kinds or kinds.is_among(alarm.kind, asked.kinds))
        and (not asked.priorities or alarm.priority in asked.priorities)
        and (not asked.owner or alarm.owner == asked.owner)
        and (asked.from_s is None or alarm.began_s >= asked.from_s)
        and (asked.to_s is None or alarm.began_s < asked.to_s)
    )
