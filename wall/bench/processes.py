"""What the wall's processes use: all of ours but the simulated city."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import psutil


def wall_processes(city_pid: int) -> Iterator[psutil.Process]:
    """This process and all below it, without the city and what is below that."""
    here = psutil.Process()
    yield here
    for child in here.children():
        if child.pid != city_pid:
            yield child
            with contextlib.suppress(psutil.NoSuchProcess):  # It may be killed just now.
                yield from child.children(recursive=True)


def cpu_s(city_pid: int) -> float:
    """CPU-seconds used so far by the wall's living processes."""
    total = 0.0
    for process in wall_processes(city_pid):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def rss_mb(city_pid: int) -> float:
    """Resident megabytes of the wall's processes; pages that they share count in each."""
    total = 0
    for process in wall_processes(city_pid):
        with contextlib.suppress(psutil.NoSuchProcess):
            total += process.memory_info().rss
    return total / 1e6
