"""Puts alarms into figures, a few hours at a time: what comes in meanwhile has its turn in between."""

from __future__ import annotations

from concurrent.futures import Future

from wall.model.alarms.figures import WINDOW_S, FigurePart, Figures
from wall.services.alarms.ports import KeepsAlarms
from wall.services.db_thread import DbThread

_STEP_S = 6 * 3600.0
"""10,000 alarms a day: the disk is held for 20 ms at a time."""


class Figuring:
    """Any thread."""

    def __init__(self, db: DbThread, store: KeepsAlarms) -> None:
        self._db = db
        self._store = store

    def over(self, from_s: float, until_s: float) -> Future[Figures]:
        """The alarms that began between (Unix seconds), in whole windows. Cancel it where nobody wants it any more."""
        whole_s = from_s - from_s % WINDOW_S
        done: Future[Figures] = Future()
        self._ask(Figures(whole_s), whole_s, until_s, done)
        return done

    def _ask(self, figures: Figures, from_s: float, until_s: float, done: Future[Figures]) -> None:
        to_s = min(until_s, from_s + _STEP_S)

        def go_on(part: Future[FigurePart]) -> None:
            if done.cancelled():
                return
            if (error := part.exception()) is not None:
                done.set_exception(error)
                return
            figures.add(part.result())
            if to_s < until_s:
                self._ask(figures, to_s, until_s, done)
            elif done.set_running_or_notify_cancel():
                done.set_result(figures)

        self._db.ask(lambda: self._store.figures(from_s, to_s)).add_done_callback(go_on)
