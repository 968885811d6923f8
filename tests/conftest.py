"""What every test needs before Qt is loaded, and what no test may leave behind."""

import os
import threading
import time
from collections.abc import Iterator

import psutil
import pytest

# Before any import of PySide6: the tests never need a screen, and must not open windows on a developer's one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

_GONE_WITHIN_S = 5.0


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fails a test that leaves a thread or a child process (a zombie, too). What its fixtures of a wider scope
    started belongs to them.
    """
    threads, children = set(threading.enumerate()), _children()
    yield
    deadline_s = time.monotonic() + _GONE_WITHIN_S
    while left := _left(threads, children):
        if time.monotonic() > deadline_s:
            pytest.fail(f"left behind: {', '.join(left)}")
        time.sleep(0.02)


def _left(threads: set[threading.Thread], children: set[int]) -> list[str]:
    """The names of what is new."""
    new_threads = [thread.name for thread in threading.enumerate() if thread not in threads]
    return new_threads + [f"process {pid}" for pid in _children() - children]


def _children() -> set[int]:
    return {child.pid for child in psutil.Process().children()}
