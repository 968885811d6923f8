"""The journal of the domes to be read in: a page at a time, and whole into a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from wall.model.ptz.journal import JournalEntry, JournalQuestion
from wall.services.db_thread import DbThread
from wall.services.ptz.ports import KeepsPtzJournal
from wall.services.table_file import table_file

_PORTION = 2000
"""Entries that are read for a file in one go: what else the disk is for comes in between."""


class JournalBook:
    """Fulfils `wall.ui.ptz.journal.port.JournalPort`. Everything returns at once, on any thread."""

    def __init__(self, db: DbThread, store: KeepsPtzJournal) -> None:
        self._db = db
        self._store = store

    def page(self, question: JournalQuestion, before_id: int | None, limit: int) -> Future[Sequence[JournalEntry]]:
        return self._db.ask(lambda: self._store.find(question, before_id, limit))

    def names(self) -> Future[Sequence[str]]:
        return self._db.ask(self._store.names)

    def export(
        self,
        path: Path,
        question: JournalQuestion,
        heading: Sequence[str],
        row: Callable[[JournalEntry], Sequence[str]],
    ) -> Future[int]:
        """`row` is called on the thread of the file's folder."""

        def after(last: JournalEntry | None) -> Sequence[JournalEntry]:
            return self._store.find(question, last.entry_id if last is not None else None, _PORTION)

        return table_file(self._db, path, heading, row, after)
