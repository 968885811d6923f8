"""Writes down who did what to which dome, and never keeps a move waiting for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from wall.model.ptz.journal import Deed, JournalEntry
from wall.model.ptz.operator import Operator
from wall.services.db_thread import DbThread
from wall.services.ptz.ports import KeepsPtzJournal

_WORK = "write down who moved a camera"


class Journal:
    """Everything returns at once, on any thread. What the disk does not do is published as WorkFailed."""

    def __init__(self, db: DbThread, store: KeepsPtzJournal, unix: Callable[[], float] = time.time) -> None:
        self._db = db
        self._store = store
        self._unix = unix

    def note(self, camera_id: int, deed: Deed, operator: Operator, detail: str = "") -> None:
        entry = JournalEntry(self._unix(), camera_id, deed, operator, detail)
        self._db.work(_WORK, lambda: self._store.add([entry]))

    def keep_operator(self, operator: Operator) -> None:
        """Somebody is at the desk now, with this rank from now on."""
        at_s = self._unix()
        self._db.work("keep an operator", lambda: self._store.keep_operator(operator, at_s))
        self.note(0, Deed.CAME, operator)

    def operators(self) -> Future[Sequence[Operator]]:
        return self._db.ask(self._store.operators)

    def left_moving(self) -> Future[Sequence[int]]:
        return self._db.ask(self._store.left_moving)
