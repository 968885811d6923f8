"""Ends libVLC's players: their stop may hang, and then only their process must be replaced."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable


class Reaper:
    """Does the work that may hang, one piece after the other, on a thread of its own."""

    def __init__(self) -> None:
        self._work: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._began_s: float | None = None
        threading.Thread(target=self._run, name="vlc-reaper", daemon=True).start()

    def take(self, work: Callable[[], None]) -> None:
        """Do this in its turn."""
        self._work.put(work)

    def overdue_s(self) -> float:
        """For how long the present piece has been taking; 0 while there is none."""
        began_s = self._began_s
        return time.monotonic() - began_s if began_s is not None else 0.0

    def _run(self) -> None:
        while True:
            work = self._work.get()
            self._began_s = time.monotonic()
            work()
            del work  # Holds on to a player, and so to the memory of its pictures, while nothing else is to be done.
            self._began_s = None
