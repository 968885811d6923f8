"""Measures for how long the UI thread could not answer: a timer that should tick a hundred times a second.

On a machine that others use as well, a thread also waits because it gets no processor. Linux counts that wait for each
thread (`/proc/thread-self/schedstat`, nanoseconds on a run queue), so it is told apart: `held_ms` is what the program
itself is to blame for, `gaps_ms` what an operator would have felt. A thread that waits for Python's lock, whose owner
gets no processor, is held all the same; `own_ms` is what the thread itself used of a processor.
"""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from wall.bench.percentile import percentile

_TICK_MS = 10
_SCHEDSTAT = Path("/proc/thread-self/schedstat")


@dataclass(slots=True)
class Beats:
    """Gaps beyond the tick, in milliseconds, in the order in which they came."""

    gaps_ms: array[float] = field(default_factory=lambda: array("d"))
    held_ms: array[float] = field(default_factory=lambda: array("d"))
    own_ms: array[float] = field(default_factory=lambda: array("d"))
    """All of each turn, not only what is beyond the tick."""

    def percentile_ms(self, percent: float) -> float:
        """Of the felt gaps; 0 while there are none."""
        return percentile(self.gaps_ms, percent) if self.gaps_ms else 0.0


class Heartbeat:
    """Ticks on the thread that started it, which must run Qt's loop. `beats` may be replaced to begin anew."""

    def __init__(self) -> None:
        self.beats = Beats()
        self._timer = QTimer(interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last_s = self._last_wait_s = self._last_own_s = 0.0
        self.used_s = 0.0
        """CPU-seconds that it has taken itself."""

    def start(self) -> None:
        """Begin; what lies between `stop` and `start` is not counted."""
        self._last_s, self._last_wait_s, self._last_own_s = time.monotonic(), waited_s(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        began_s = time.thread_time()
        self._beat(began_s)
        self.used_s += time.thread_time() - began_s

    def _beat(self, own_s: float) -> None:
        now_s, wait_s = time.monotonic(), waited_s()
        gap_s = max(0.0, now_s - self._last_s - _TICK_MS / 1000)
        self.beats.gaps_ms.append(gap_s * 1000)
        self.beats.held_ms.append(max(0.0, gap_s - (wait_s - self._last_wait_s)) * 1000)
        self.beats.own_ms.append((own_s - self._last_own_s) * 1000)
        self._last_s, self._last_wait_s, self._last_own_s = now_s, wait_s, own_s


def waited_s() -> float:
    """How long this thread has waited for a processor so far; 0 where the system does not tell."""
    try:
        return int(_SCHEDSTAT.read_text().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0
