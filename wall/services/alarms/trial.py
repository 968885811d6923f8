"""Tries a rule against what was said before: «would have fired 14 times last week». A little at a time, so that what
comes meanwhile is kept in time.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from wall.model.alarms import kinds
from wall.model.alarms.city import City
from wall.model.alarms.finding import Tried
from wall.model.alarms.matching import LocalTime
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Fate, Signal
from wall.model.alarms.sorting import Sorter, Start
from wall.model.errors import WallError
from wall.services.alarms.ports import KeepsAlarms
from wall.services.db_thread import DbThread

_AT_ONCE = 1000
_TICK_S = 5.0
"""As far as the log's time goes."""


class Trial:
    """One try. `future` ends on the db thread; once it is cancelled, nothing more is read."""

    def __init__(
        self, db: DbThread, store: KeepsAlarms, rule: Rule, around: tuple[City, LocalTime], from_s: float, to_s: float
    ) -> None:
        self.future: Future[Tried] = Future()
        self._db = db
        self._store = store
        self._from_s = from_s
        self._to_s = to_s
        self._sorter = Sorter(Start((replace(rule, is_on=True, rule_id=1),)), *around)
        self._kinds = kinds.with_narrower(rule.concern.kinds)
        self._above = self._last = 0
        self._since_s = from_s
        self._ticked_s = 0.0
        self._signals = 0

    def start(self) -> None:
        """Returns at once."""
        self._db.ask(lambda: self._told(self._begin))

    def _told(self, step: Callable[[], None]) -> None:
        if self.future.cancelled():
            return
        try:
            step()
        except WallError as error:
            if self.future.set_running_or_notify_cancel():
                self.future.set_exception(error)

    def _begin(self) -> None:
        self._above, self._last = self._store.last_before(self._from_s), self._store.last_ids()[1]
        first = self._store.signals(self._above, 1)
        if first:
            self._since_s = max(self._from_s, first[0][1].at_s)
        self._step()

    def _step(self) -> None:
        for _, signal in self._store.signals(self._above, _AT_ONCE, self._kinds):
            self._try(signal)
        self._above += _AT_ONCE
        if self._above < self._last:
            self._db.ask(lambda: self._told(self._step))
        elif self.future.set_running_or_notify_cancel():
            self.future.set_result(self._tried())

    def _try(self, signal: Signal) -> None:
        if not 0 <= signal.at_s - self._ticked_s < _TICK_S:
            self._ticked_s = signal.at_s
            self._sorter.pass_time(signal.at_s)
        filed = self._sorter.sort((signal,)).filed
        self._signals += any(each.fate is not Fate.UNWANTED for each in filed.values())

    def _tried(self) -> Tried:
        self._sorter.pass_time(self._to_s)
        return Tried(self._sorter.cases.last_id, self._signals, self._since_s)
