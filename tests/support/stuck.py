"""A disk that does not answer any more, such as a memory stick that hangs."""

from __future__ import annotations

import fcntl
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_AT_MOST_S = 60.0


@contextmanager
def stuck_disk(folder: Path) -> Iterator[threading.Event]:
    """What is written below `folder` does not get through to the disk before the end. The event: something tries to."""
    tries, goes_on = threading.Event(), threading.Event()
    fsync: Callable[[int], None] = os.fsync

    def hanging(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().is_relative_to(folder):
            tries.set()
            goes_on.wait(_AT_MOST_S)
        fsync(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", hanging)
        try:
            yield tries
        finally:
            goes_on.set()


@contextmanager
def stuck_file(path: Path) -> Iterator[None]:
    """A file that is there, and whoever opens it waits until the end: it is on a lease (fcntl(2)), for 45 s at most."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)  # That somebody waits is said by a signal: to nobody.
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        yield
    finally:
        os.close(descriptor)
