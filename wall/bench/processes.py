"""What the wall's processes use: all of ours but the simulated city."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator

import psutil


def children() -> list[int]:
    """The processes that this one has started: those of whoever asks before there is a wall are none of its."""
    return [child.pid for child in psutil.Process().children()]


def wall_processes(*others: int) -> Iterator[psutil.Process]:
    """This process and all below it, without those (the city) and what is below them."""
    here = psutil.Process()
    yield here
    for child in here.children():
        if child.pid not in others:
            yield child
            with contextlib.suppress(psutil.NoSuchProcess):  # It may be killed just now.
                yield from child.children(recursive=True)


def cpu_s(*others: int) -> float:
    """CPU-seconds used so far by the wall's living processes."""
    return used_s(wall_processes(*others))


def used_s(processes: Iterable[psutil.Process]) -> float:
    """CPU-seconds used so far by those of them that live. Looking for them costs more than asking them."""
    total = 0.0
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def rss_mb(*others: int) -> float:
    """Resident megabytes of the wall's processes; pages that they share count in each."""
    total = 0
    for process in wall_processes(*others):
        with contextlib.suppress(psutil.NoSuchProcess):
            total += process.memory_info().rss
    return total / 1e6
