"""What came of drills, as it is kept. Everything returns at once, on any thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TypeVar

from wall.model.alarms.drill import Drill
from wall.model.errors import StoreError
from wall.services.alarms.ports import KeepsDrills
from wall.services.db_thread import DbThread
from wall.services.table_file import table_file

T = TypeVar("T")

_PORTION = 500
"""Drills that are read for a file in one go: what else the disk is for comes in between."""
_MOST_UNSEEN = 50


class DrillBook:
    """To be made once a program: what is under way on the disk then was cut off by the end of the former one."""

    def __init__(
        self, db: DbThread, store: KeepsDrills, operator: Callable[[], str], unix: Callable[[], float] = time.time
    ) -> None:
        self._db = db
        self._store = store
        self._operator = operator
        self._unix = unix
        self._numbers = count(1)
        self._ids: dict[int, int] = {}
        """On the disk, by our numbers."""
        self._waiting: dict[int, Drill] = {}
        """What the disk has not taken yet."""
        db.work("read what came of drills", store.cut_off)
        self.last_nightly = db.ask(store.last_nightly)
        """The last one of a night, as it was when the program began."""

    def number(self) -> int:
        """For a drill that begins: under it, it is kept."""
        return next(self._numbers)

    def keep(self, number: int, drill: Drill) -> Future[None]:
        """As it stands now. What the disk does not take is tried again with the next one, or when somebody asks."""

        def keep() -> None:
            self._waiting[number] = drill
            self._flush()

        return self._db.work("keep what came of a drill", keep)

    def latest(self, limit: int) -> Future[Sequence[Drill]]:
        """The newest first."""
        return self._read(lambda: self._store.find(limit))

    def unseen(self) -> Future[Sequence[Drill]]:
        """Those of the night that failed, and of which nobody has taken note; the newest first."""
        return self._read(lambda: self._store.unseen(_MOST_UNSEEN))

    def see(self, drill_ids: Collection[int]) -> Future[None]:
        """The operator has taken note of them."""
        wanted, who = tuple(drill_ids), self._operator()
        return self._db.work("keep who took note of a drill", lambda: self._store.see(wanted, who, self._unix()))

    def export(self, path: Path, heading: Sequence[str], row: Callable[[Drill], Sequence[str]]) -> Future[int]:
        """All of them into a table, the newest first; how many. `row` is called on the thread of its folder."""

        def after(last: Drill | None) -> Sequence[Drill]:
            if last is None:
                self._try_to_flush()
            return self._store.find(_PORTION, last.drill_id if last is not None else None)

        return table_file(self._db, path, heading, row, after)

    # -- on the db thread

    def _read(self, read: Callable[[], T]) -> Future[T]:
        def flushed() -> T:
            self._try_to_flush()
            return read()

        return self._db.ask(flushed)

    def _try_to_flush(self) -> None:
        with suppress(StoreError):  # What can be read is there all the same.
            self._flush()

    def _flush(self) -> None:
        for number, drill in list(self._waiting.items()):
            if number in self._ids:
                self._store.keep(replace(drill, drill_id=self._ids[number]))
            else:
                self._ids[number] = self._store.add(drill)
            del self._waiting[number]
