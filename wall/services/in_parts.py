"""Goes through much of the disk a part at a time: what else there is to do has its turn in between."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import Future
from typing import Any, TypeVar

from wall.services.db_thread import DbThread

T = TypeVar("T")

InParts = Generator[Future[Any] | None, None, T]
"""Reads a part, and yields None, or a future to go on after; it returns what it made of all of them."""


def in_parts(db: DbThread, parts: InParts[T]) -> Future[T]:
    """What the generator returns, or fails with. It runs on the db thread, from one `yield` to the next at a time.

    Returns at once, on any thread. Nothing more is read once the future is cancelled, which it is itself where the
    disk is closed before the end.
    """
    whole: Future[T] = Future()

    def read() -> None:
        if whole.cancelled():
            parts.close()
            return
        try:
            awaited = next(parts)
        except StopIteration as end:
            if whole.set_running_or_notify_cancel():
                whole.set_result(end.value)
        except Exception as error:  # As of any other question: who waits for the answer is told.
            if whole.set_running_or_notify_cancel():
                whole.set_exception(error)
        else:
            if awaited is None:
                ask()
            else:
                awaited.add_done_callback(lambda _done: ask())

    def ask() -> None:
        if db.ask(read).cancelled():
            parts.close()
            whole.cancel()

    ask()
    return whole


def elsewhere(answer: Future[T]) -> InParts[T]:
    """What another thread answers, or fails with: the db thread goes on meanwhile."""
    yield answer
    return answer.result()
