"""`citywall bench history`: one million alarms. Does what is asked for of them come at once, whatever it is?

Asked is as the page of alarms asks, through the thread of the disk: `first_ms` is the newest page that a question
finds, `next_ms` the page after it, `cold_ms` the first one where nothing of the file is in the machine's memory, and
`counting_ms` the first one while the chart above the list counts all of them. `cpu_ms` is what the first one takes of a
processor, whatever else the machine does. `timeline_s` is what that counting takes
by itself, and `figures_s` the figures of thirty days.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from wall.bench.alarm_questions import Asked, questions
from wall.bench.kept_alarms import FIRST_S, STEP_S, keep_alarms
from wall.bench.percentile import percentile
from wall.bench.report import tell
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import EVERYTHING
from wall.services.alarms.counting import count_over_time
from wall.services.alarms.figuring import put_into_figures
from wall.services.db_thread import DbThread
from wall.services.in_parts import in_parts
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database

_PAGE, _LARGEST_PAGE = 200, 1000
_MONTH_S = 30 * 86_400.0
_WAIT_S = 120.0

Times = dict[str, list[float]]
"""Of each question, in ms."""


class Answer(NamedTuple):
    """What is found, after how many ms, and for how many of them a processor worked."""

    found: Sequence[Alarm]
    ms: float
    cpu_ms: float


def run(alarms: int, rounds: int, json_file: str | None) -> int:
    """Measure and tell."""
    with tempfile.TemporaryDirectory(prefix="citywall-") as folder:
        path = Path(folder) / "citywall.db"
        began_s = time.monotonic()
        keep_alarms(path, alarms)
        figures: dict[str, object] = {
            "alarms": alarms,
            "file_mb": round(path.stat().st_size / 1e6),
            "kept_ms": round((time.monotonic() - began_s) * 1000 / alarms, 3),
        }
        with reading(path) as history:
            figures |= Asking(history, alarms, rounds).measure()
    tell(figures, json_file)
    return 0


class History:
    """As the desk of alarms asks for it."""

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self.store = AlarmStore(database)
        self.db = DbThread(lambda _event: None)

    def find(self, asked: Asked, before: Alarm | None = None, limit: int = _PAGE) -> Answer:
        """A page, from that alarm on."""

        def find() -> tuple[Sequence[Alarm], float]:
            began_s = time.thread_time()
            found = self.store.find(*asked, before, limit)
            return found, (time.thread_time() - began_s) * 1000

        began_s = time.monotonic()
        found, cpu_ms = self.db.ask(find).result(_WAIT_S)
        return Answer(found, (time.monotonic() - began_s) * 1000, cpu_ms)


@contextmanager
def reading(path: Path) -> Iterator[History]:
    """A program that has just begun."""
    with closing(Database(path)) as database:
        history = History(path, database)
        try:
            yield history
        finally:
            history.db.close()


class Asking:
    """Asks all questions, each `rounds` times for something else."""

    def __init__(self, history: History, alarms: int, rounds: int) -> None:
        self._history = history
        self._until_s = FIRST_S + (alarms + 1) * STEP_S
        self._rounds = rounds
        self._chance = random.Random(7)
        self._questions = questions(FIRST_S, self._until_s)

    def measure(self) -> dict[str, object]:
        """All figures."""
        first, after, largest, cpu = self._pages()
        counting, cold = self._while_counting(), self._cold()
        every = [each for times in (first, after) for ms in times.values() for each in ms]
        works = [each for ms in cpu.values() for each in ms]
        return {
            "questions": len(self._questions),
            "first_ms_p50": _of_each(first, 50),
            "first_ms_p95": _of_each(first, 95),
            "first_ms_max": _of_each(first, 100),
            "next_ms_p95": _of_each(after, 95),
            "next_ms_max": _of_each(after, 100),
            "largest_page_ms_max": _of_each(largest, 100),
            "counting_ms_p95": _of_each(counting, 95),
            "counting_ms_max": _of_each(counting, 100),
            "cold_ms_max": _of_each(cold, 100),
            "cpu_ms_max": _of_each(cpu, 100),
            "find_ms_p50": round(percentile(every, 50), 1),
            "find_ms_p95": round(percentile(every, 95), 1),
            "find_ms_max": round(max(every), 1),
            "find_cpu_ms_p95": round(percentile(works, 95), 1),
            "find_cpu_ms_max": round(max(works), 1),
            **self._whole(),
        }

    def _pages(self) -> tuple[Times, Times, Times, Times]:
        first: Times = defaultdict(list)
        after: Times = defaultdict(list)
        largest: Times = defaultdict(list)
        cpu: Times = defaultdict(list)
        for name, question in self._questions.items():
            for _ in range(self._rounds):
                asked = question(self._chance)
                answer = self._history.find(asked)
                first[name].append(answer.ms)
                cpu[name].append(answer.cpu_ms)
                if len(answer.found) == _PAGE:
                    after[name].append(self._history.find(asked, answer.found[-1]).ms)
            largest[name].append(self._history.find(asked, None, _LARGEST_PAGE).ms)
        return first, after, largest, cpu

    def _while_counting(self) -> Times:
        """Of everything, which takes longest."""
        found: Times = defaultdict(list)
        for name, question in self._questions.items():
            for _ in range(self._rounds):
                counting = in_parts(
                    self._history.db, count_over_time(self._history.store, EVERYTHING, "", self._until_s)
                )
                found[name].append(self._history.find(question(self._chance)).ms)
                counting.cancel()
        return found

    def _cold(self) -> Times:
        found: Times = {}
        for name, question in self._questions.items():
            _forget(self._history.path)
            with reading(self._history.path) as history:
                found[name] = [history.find(question(self._chance)).ms]
        return found

    def _whole(self) -> dict[str, object]:
        store, db = self._history.store, self._history.db
        parts = {
            "timeline_s": count_over_time(store, EVERYTHING, "", self._until_s),
            "timeline_of_words_s": count_over_time(store, EVERYTHING, "cong chinh", self._until_s),
            "figures_s": put_into_figures(store, self._until_s - _MONTH_S, self._until_s),
        }
        took: dict[str, object] = {}
        for name, each in parts.items():
            began_s = time.monotonic()
            in_parts(db, each).result(_WAIT_S)
            took[name] = round(time.monotonic() - began_s, 4)
        return took


def _of_each(times: Times, percent: float) -> dict[str, float]:
    return {name: round(percentile(ms, percent), 1) for name, ms in times.items()}


def _forget(path: Path) -> None:
    """Have the machine forget what it has read of the file."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
