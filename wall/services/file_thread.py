"""A thread for files on a disk that may hang: nobody waits for it, not even the end of the program."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from wall.services.promised import promised

T = TypeVar("T")

_END_WITHIN_S = 1.0


class FileThread:
    """One thing after the other. Everything returns at once; futures end on the thread, which begins with the first."""

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._name = name
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def ask(self, job: Callable[[], T]) -> Future[T]:
        """Do something; the future has the answer, or why there is none."""
        future, run = promised(job)
        self._jobs.put(run)
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
        return future

    def close(self) -> None:
        """Finish what waits, and end: as long as the disk lets it."""
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(_END_WITHIN_S)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
            del job  # It holds on to its answer while nothing else is to be done.
