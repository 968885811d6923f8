"""Asks for the journal, portion by portion, and makes acts of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from wall.model.ptz.acts import Act, Acts
from wall.model.ptz.journal import JournalEntry, JournalQuestion
from wall.ui.console.homeward import Homeward
from wall.ui.ptz.journal.port import JournalPort

PORTION = 1000
_FULL = 60
"""Acts that fill a page: folded into fewer, a portion brings the next one along."""


class Reading(QObject):
    """`shown` tells all acts that are known so far, `failed` why there are none. An answer that was overtaken by
    another question is never shown.
    """

    shown = Signal(object)
    failed = Signal(str)

    def __init__(self, port: JournalPort, parent: QObject) -> None:
        super().__init__(parent)
        self._port = port
        self._home = Homeward(self)
        self._question = JournalQuestion()
        self._number = 0
        self._acts = Acts()
        self._last_id: int | None = None
        self._is_waiting = False
        self._wanted = 0
        self.has_more = False

    @property
    def acts(self) -> Sequence[Act]:
        """Known so far, the newest first."""
        return self._acts.all

    def ask(self, question: JournalQuestion) -> None:
        """From the newest on."""
        self._question = question
        self._number += 1
        self._acts, self._last_id = Acts(), None
        self._wanted = _FULL
        self._read()

    def more(self) -> None:
        """Older ones, where there are any."""
        if self.has_more and not self._is_waiting:
            self._wanted = len(self.acts) + _FULL
            self._read()

    def _read(self) -> None:
        self._is_waiting = True
        number = self._number
        asked = self._port.page(self._question, self._last_id, PORTION)
        self._home.follow(asked, lambda entries: self._take(number, entries), lambda why: self._fail(number, why))

    def _take(self, number: int, entries: Sequence[JournalEntry]) -> None:
        if number != self._number:
            return
        self._acts.add(entries)
        self.has_more = len(entries) == PORTION
        self._last_id = entries[-1].entry_id if entries else self._last_id
        self._is_waiting = False
        if self.has_more and len(self.acts) < self._wanted:
            self._read()
        self.shown.emit(self.acts)

    def _fail(self, number: int, why: str) -> None:
        if number == self._number:
            self._is_waiting = False
            self.failed.emit(why)
