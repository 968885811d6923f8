"""A job for another thread, and the future that will have its answer."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def promised(job: Callable[[], T]) -> tuple[Future[T], Callable[[], None]]:
    """The future, and what that thread has to call: it does the job, unless the future was cancelled."""
    future: Future[T] = Future()

    def run() -> None:
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(job())
            except BaseException as error:
                future.set_exception(error)

    return future, run
