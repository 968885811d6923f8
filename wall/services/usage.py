"""What the wall takes of the machine, and what others leave it."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import psutil

Pids = Callable[[], Iterable[int]]
Clock = Callable[[], float]


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
    beside: float = 0.0
    """Of our other processes, all of which give way to the decoders: of what is there it takes nothing."""

    @property
    def ours(self) -> float:
        return self.decode + self.window + self.beside

    @property
    def is_overrun(self) -> bool:
        """Is next to nothing left? Then what somebody uses says little of what he needs."""
        return self.ours + self.others > self.cores * 0.93


class Meter:
    """Looks at processes now and then. Not on a thread that must not wait: a look takes a millisecond or two."""

    def __init__(self, decode_pids: Pids, beside_pids: Pids = tuple, clock: Clock = time.monotonic) -> None:
        self._decode_pids, self._beside_pids = decode_pids, beside_pids
        self._clock = clock
        self._window = psutil.Process()
        self._decoders: dict[int, psutil.Process] = {}
        self._beside: dict[int, psutil.Process] = {}
        self._spent: dict[int, float] = {}
        self._busy_s = self._at_s = 0.0

    def look(self) -> Usage | None:
        """What was used since the last look; None at the first."""
        self._follow()
        former_s, self._at_s = self._at_s, self._clock()
        span_s = self._at_s - former_s
        window = self._used_by(self._window)
        decode = sum(map(self._used_by, self._decoders.values()))
        beside = sum(map(self._used_by, self._beside.values()))
        former_busy_s, self._busy_s = self._busy_s, _busy_s()
        if not former_s or span_s <= 0:
            return None
        others = max(0.0, self._busy_s - former_busy_s - window - decode - beside)
        memory = sum(map(_resident_mb, (self._window, *self._decoders.values(), *self._beside.values())))
        return Usage(decode / span_s, window / span_s, others / span_s, cores(), memory, beside / span_s)

    def _follow(self) -> None:
        """A process that has ended is forgotten; of a new one everything counts from now on."""
        self._decoders = _followed(self._decode_pids(), self._decoders)
        self._beside = _followed(self._beside_pids(), self._beside)
        here = {self._window.pid, *self._decoders, *self._beside}
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


def _followed(pids: Iterable[int], known: Mapping[int, psutil.Process]) -> dict[int, psutil.Process]:
    """Those of these processes that are there."""
    here = {}
    for pid in pids:
        with contextlib.suppress(psutil.Error):
            here[pid] = known.get(pid) or psutil.Process(pid)
    return here


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
