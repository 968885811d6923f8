"""Brings what ends on other threads home to the one that lets its time go on by ticks."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TypeVar

from wall.model.errors import WallError

T = TypeVar("T")


def _nothing(*_: object) -> None:
    """Nobody cares."""


class Homecoming:
    """`put` and the ends of what is followed come from any thread; `bring` is called at home."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def put(self, job: Callable[[], None]) -> None:
        """Have this done at home."""
        self._waiting.put(job)

    def follow(
        self,
        future: Future[T],
        then: Callable[[T], None] = _nothing,
        failed: Callable[[WallError], None] = _nothing,
        always: Callable[[], None] = _nothing,
    ) -> None:
        """Go on at home once it has ended; `always` comes last. What nobody foresaw is raised there."""

        def come_home() -> None:
            try:
                if not future.cancelled():
                    tell()
            finally:
                always()

        def tell() -> None:
            try:
                result = future.result()
            except WallError as error:
                failed(error)
            else:
                then(result)

        future.add_done_callback(lambda _done: self.put(come_home))

    def bring(self) -> None:
        """Do all that has come."""
        with suppress(Empty):
            while True:
                self._waiting.get_nowait()()
