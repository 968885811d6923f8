"""Counts alarms over the time, some thousands at a time: what comes in meanwhile has its turn in between."""

from __future__ import annotations

from concurrent.futures import Future

from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.timeline import Tally, Timeline
from wall.services.alarms.ports import Counted, KeepsAlarms, Stretches
from wall.services.db_thread import DbThread

AT_ONCE = 10_000
"""The disk is held for some 20 ms at a time."""


class Counting:
    """Of one question. Any thread; `future` may be cancelled."""

    def __init__(self, db: DbThread, store: KeepsAlarms, asked: AlarmFilter, text: str, now_s: float) -> None:
        self._db = db
        self._store = store
        self._asked = asked
        self._text = text
        self._until_s = asked.to_s if asked.to_s is not None else now_s
        self.future: Future[Timeline] = Future()

    def start(self) -> None:
        """From the first alarm on, where the question names no beginning."""

        def begin(first: Future[float | None]) -> None:
            if self._is_over(first):
                return
            first_s = first.result()
            self._ask(Tally(self._until_s if first_s is None else min(first_s, self._until_s), self._until_s), 0)

        if self._asked.from_s is not None:
            self._ask(Tally(self._asked.from_s, self._until_s), 0)
        else:
            self._db.ask(self._store.first_s).add_done_callback(begin)

    def _ask(self, tally: Tally, above: int) -> None:
        stretches = Stretches(tally.from_s, tally.step_s, tally.parts)

        def go_on(some: Future[Counted]) -> None:
            if self._is_over(some):
                return
            counted = some.result()
            tally.add(counted.counts)
            if counted.last is not None:
                self._ask(tally, counted.last)
            elif self.future.set_running_or_notify_cancel():
                self.future.set_result(tally.timeline())

        self._db.ask(lambda: self._store.count(self._asked, self._text, stretches, above, AT_ONCE)).add_done_callback(
            go_on
        )

    def _is_over(self, part: Future[float | None] | Future[Counted]) -> bool:
        if self.future.cancelled():
            return True
        if (error := part.exception()) is not None:
            self.future.set_exception(error)
            return True
        return False
