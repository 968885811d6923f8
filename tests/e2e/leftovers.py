"""What a program has: threads, processes, open descriptors. What is there afterwards and was not before is a leak."""

from __future__ import annotations

import contextlib
import gc
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

_OF_QT = "anon_inode:[eventfd]"
"""Each thread of Qt's own pool has one; it lets them go when they had nothing to do for half a minute."""


@dataclass(frozen=True, slots=True)
class Belongings:
    """Everything this process has at one moment."""

    threads: frozenset[threading.Thread]
    children: frozenset[int]
    descriptors: frozenset[tuple[str, str]]

    city: int = 0
    """A simulated city that stands longer: what processes it starts meanwhile is its own affair."""

    @classmethod
    def now(cls, city: int = 0) -> Belongings:
        gc.collect()  # A mapping's descriptor goes with the last reference, which may stand in a finished task.
        children = {child.pid for child in psutil.Process().children(recursive=True)}
        if city:
            children -= {child.pid for child in psutil.Process(city).children(recursive=True)}
        return cls(frozenset(threading.enumerate()), frozenset(children), frozenset(_descriptors()), city)

    def left(self, *, descriptors: bool = True) -> list[str]:
        """The names of what is new since then."""
        now = Belongings.now(self.city)
        threads = [f"thread {thread.name}" for thread in now.threads - self.threads]
        processes = [f"process {_name(pid)}" for pid in now.children - self.children]
        files = [f"{number} {_kind(target)}" for number, target in now.descriptors - self.descriptors]
        return threads + processes + (files if descriptors else [])

    def left_after(self, seconds: float, *, descriptors: bool = True) -> list[str]:
        """The names of what is still there after so long."""
        deadline_s = time.monotonic() + seconds
        while (left := self.left(descriptors=descriptors)) and time.monotonic() < deadline_s:
            time.sleep(0.02)
        return left


def _descriptors() -> list[tuple[str, str]]:
    """Number and target of each; the one that lists them is gone before it is asked."""
    found = []
    for link in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            found.append((link.name, str(link.readlink())))
    return [each for each in found if each[1] != _OF_QT]


def _kind(target: str) -> str:
    """A socket's own entry among the system's."""
    inode = target.partition("[")[2].rstrip("]")
    tables = (Path("/proc/net") / name for name in ("tcp", "udp", "unix"))
    lines = (line for table in tables for line in table.read_text().splitlines() if inode in line.split())
    return f"{target} {next(lines, '')}" if inode else target


def _name(pid: int) -> str:
    try:
        return f"{pid} {' '.join(psutil.Process(pid).cmdline()[1:4])}"
    except psutil.Error:
        return f"{pid}, a zombie"
