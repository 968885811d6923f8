"""The journal of the domes to be read in: a page at a time, and whole into a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from wall.model.ptz.journal import JournalEntry, JournalQuestion
from wall.services.db_thread import DbThread
from wall.services.ptz.ports import KeepsPtzJournal
from wall.store.csv_file import write_csv

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
        """`row` is called on the thread of the disk."""
        written, rows = Future[int](), [heading]

        def read(before_id: int | None) -> None:
            try:
                entries = self._store.find(question, before_id, _PORTION)
                rows.extend(map(row, entries))
                if entries:
                    go_on(entries[-1].entry_id)
                    return
                write_csv(path, rows)
            except Exception as error:
                written.set_exception(error)
            else:
                written.set_result(len(rows) - 1)

        def go_on(before_id: int | None) -> None:
            if self._db.ask(lambda: read(before_id)).cancelled():
                written.cancel()

        go_on(None)
        return written
