"""What the wall takes of the machine, and what others leave it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Usage:
    """Over the time since the last look. Cores are CPU-seconds per second."""

    decode: float
    """Of the decode processes."""
    window: float
    """Of this process."""
    others: float
    """Of everybody else on the machine."""
    cores: float
    """That there are."""
    memory_mb: float
    """Resident, of ours."""

    @property
    def ours(self) -> float:
        return self.decode + self.window

    @property
    def is_overrun(self) -> bool:
        """Is next to nothing left? Then what somebody uses says little of what he needs."""
        return self.ours + self.others > self.cores * 0.93


class Meter:
    """Looks at processes now and then. Not on a thread that must not wait: a look takes a millisecond or two."""

    def __init__(self, decode_pids: Callable[[], Iterable[int]], clock: Callable[[], float] = time.monotonic) -> None:
        self._decode_pids = decode_pids
        self._clock = clock
        self._window = psutil.Process()
        self._decoders: dict[int, psutil.Process] = {}
        self._spent: dict[int, float] = {}
        self._busy_s = self._at_s = 0.0

    def look(self) -> Usage | None:
        """What was used since the last look; None at the first."""
        self._follow(self._decode_pids())
        former_s, self._at_s = self._at_s, self._clock()
        span_s = self._at_s - former_s
        window = self._used_by(self._window)
        decode = sum(map(self._used_by, self._decoders.values()))
        former_busy_s, self._busy_s = self._busy_s, _busy_s()
        if not former_s or span_s <= 0:
            return None
        others = max(0.0, self._busy_s - former_busy_s - window - decode)
        memory = sum(map(_resident_mb, (self._window, *self._decoders.values())))
        return Usage(decode / span_s, window / span_s, others / span_s, cores(), memory)

    def _follow(self, pids: Iterable[int]) -> None:
        """A process that has ended is forgotten; of a new one everything counts from now on."""
        known, self._decoders = self._decoders, {}
        for pid in pids:
            try:
                self._decoders[pid] = known.get(pid) or psutil.Process(pid)
            except psutil.Error:
                continue
        here = {self._window.pid, *self._decoders}
        self._spent = {pid: spent for pid, spent in self._spent.items() if pid in here}

    def _used_by(self, process: psutil.Process) -> float:
        """CPU-seconds since the last look; none where it was not looked at before, or is gone."""
        try:
            spent = sum(process.cpu_times()[:2])
        except psutil.Error:
            return 0.0
        former = self._spent.get(process.pid, spent)
        self._spent[process.pid] = spent
        return float(spent - former)


def _busy_s() -> float:
    """CPU-seconds that anybody has used since the machine was started."""
    times = psutil.cpu_times()
    return float(sum(times) - times.idle - getattr(times, "iowait", 0.0) - getattr(times, "guest", 0.0))


def cores() -> float:
    """Those that this program may use."""
    return float(len(os.sched_getaffinity(0))) if hasattr(os, "sched_getaffinity") else float(os.cpu_count() or 1)


def _resident_mb(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss) / 1e6
    except psutil.Error:
        return 0.0
