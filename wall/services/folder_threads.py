"""A thread for each folder that an operator names: one on a stick that hangs holds up nothing but the files in it."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from wall.services.promised import promised

T = TypeVar("T")

_END_WITHIN_S = 1.0


class FolderThreads:
    """In one folder one thing after the other. Everything returns at once, on any thread; futures end on the thread of
    the folder, which is there as long as it has something to do.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[Path, deque[Callable[[], None]]] = {}
        self._threads: set[threading.Thread] = set()
        self._is_closed = False

    def ask(self, folder: Path, job: Callable[[], T]) -> Future[T]:
        """Do something with a file in this folder; the future has the answer, or why there is none. Cancelled after
        the end.
        """
        future, run = promised(job)
        with self._lock:
            if self._is_closed:
                future.cancel()
            elif folder in self._waiting:
                self._waiting[folder].append(run)
            else:
                self._waiting[folder] = deque([run])
                thread = threading.Thread(target=self._work, args=(folder,), name="folder", daemon=True)
                self._threads.add(thread)
                thread.start()
        return future

    def close(self) -> None:
        """Finish what waits, and end: as long as the disks let it."""
        with self._lock:
            self._is_closed = True
            threads = set(self._threads)
        until_s = time.monotonic() + _END_WITHIN_S
        for thread in threads:
            thread.join(max(0.0, until_s - time.monotonic()))

    def _work(self, folder: Path) -> None:
        while (run := self._next(folder)) is not None:
            run()
            del run  # It holds on to its answer.

    def _next(self, folder: Path) -> Callable[[], None] | None:
        with self._lock:
            if waiting := self._waiting[folder]:
                return waiting.popleft()
            del self._waiting[folder]
            self._threads.discard(threading.current_thread())
            return None
