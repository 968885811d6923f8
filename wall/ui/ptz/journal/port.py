"""What the page of the journal asks of the room below. `wall.services.ptz.journal_book.JournalBook` fulfils it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from wall.model.ptz.journal import JournalEntry, JournalQuestion


class JournalPort(Protocol):
    """Everything returns at once; futures end on another thread, with a WallError where the disk says no."""

    def page(self, question: JournalQuestion, before_id: int | None, limit: int) -> Future[Sequence[JournalEntry]]:
        """The newest that fit, and were written before that one."""
        ...

    def names(self) -> Future[Sequence[str]]:
        """Of all people who stand in it."""
        ...

    def export(
        self,
        path: Path,
        question: JournalQuestion,
        heading: Sequence[str],
        row: Callable[[JournalEntry], Sequence[str]],
    ) -> Future[int]:
        """All that fit into a CSV file, the newest first; how many. `row` is called on another thread."""
        ...
