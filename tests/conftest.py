"""What every test needs before Qt is loaded, and what no test may leave behind."""

import gc
import os
import signal
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import settings

from tests.support.garbage import clear_garbage

# Before any import of PySide6: the tests never need a screen, and must not open windows on a developer's one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A shell that runs the tests in the background has Ctrl+C ignored; each program that they start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The machine may be busy: how long one example takes is judged only where a test says so.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

_HERE = Path(__file__).parent
_WAITING = {(room,) for room in ("bench", "e2e", "installer", "onvif", "services", "simulator", "support", "video")}
_GONE_WITHIN_S = 5.0


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is imported here stays to the end: it need not be looked through while it comes, nor ever again."""
    gc.disable()
    try:
        return (yield)
    finally:
        clear_garbage()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for cameras comes first, mixed; what computes is quick, file by file, and fills up the end evenly."""

    def turn(item: pytest.Item) -> tuple[bool, str, str]:
        return item.path.parent.relative_to(_HERE).parts[:1] not in _WAITING, item.path.name, str(item.path)

    items.sort(key=turn)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """pytest-qt's, with more patience."""
    from tests.support.patient_bot import PatientBot

    return PatientBot(request)


@pytest.fixture(autouse=True)
def _windows_go_on_their_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test leaves of its windows is collected here: by itself the collector runs on whichever thread makes
    something, also in a later test that has nothing to do with windows, and Qt crashes of what is destroyed there.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    from wall.ui.collector import never_by_itself

    with never_by_itself():
        yield


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
    """Of this process; psutil looks through all processes for them."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return set()
    return {child.pid for child in psutil.Process().children()}
