"""What one stream usually shows: brought into the memory of its pictures, and noted as it is learnt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from wall.model.scene import UsualScene
from wall.video.memory import PictureMemory
from wall.video.usual_memory import fresh_in, put_usual, times_put, usual_in


class RemembersScenes(Protocol):
    """`SceneBook`. On the io loop; returns at once."""

    def recall(self, url: str, then: Callable[[UsualScene], None]) -> None: ...

    def note(self, url: str, usual: UsualScene) -> None: ...

    def forget(self, url: str) -> None: ...


class StreamScene:
    """Lives on the io loop, as long as its stream is received. Without a book nothing is remembered."""

    def __init__(self, url: str, book: RemembersScenes | None, clock: Callable[[], float]) -> None:
        self._url = url
        self._book = book
        self._clock = clock
        self._memory: PictureMemory | None = None
        self._times_put = self._generation = 0

    def take(self, memory: PictureMemory) -> None:
        """The pictures stand there from now on, and with them what was learnt so far."""
        former, self._memory = self._memory, memory
        usual = fresh_in(former, self._clock()) if former is not None else None
        if usual is not None:
            self._put(usual)
        else:
            self.recall()

    def recall(self) -> None:
        """Somebody begins to look: what did it show at such a time of the day, where that is not known?"""
        if self._book is not None and not self._is_known():
            self._book.recall(self._url, self._put)

    def look(self) -> None:
        """Note what was learnt since the last look."""
        if self._memory is None or self._book is None or times_put(self._memory) == self._times_put:
            return
        usual = usual_in(self._memory)
        if usual is None:  # It is just being written.
            return
        self._times_put = times_put(self._memory)
        if usual.generation != self._generation:
            self._generation = usual.generation
            self._book.forget(self._url)
        self._book.note(self._url, usual)

    def end(self) -> None:
        """It is received no more."""
        self._memory = None

    def _is_known(self) -> bool:
        return self._memory is not None and fresh_in(self._memory, self._clock()) is not None

    def _put(self, usual: UsualScene) -> None:
        """Unless it was ended, or learnt, meanwhile."""
        if self._memory is not None and not self._is_known():
            put_usual(self._memory, replace(usual, generation=self._generation), self._clock())
            self._times_put = times_put(self._memory)
