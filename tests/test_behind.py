"""What is behind the windows, opened and closed whole: on which thread Python's garbage is collected meanwhile."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.language import own_language
from wall.app import Look, open_wall
from wall.behind import ConsoleLook
from wall.console import open_console
from wall.ui.spin import spin

_EAGER = 20
"""So few new objects make the collector come by itself, where it may: on the next thread that makes one."""
_FOR_S = 0.3


@contextmanager
def collecting_threads() -> Iterator[set[str]]:
    """The names of the threads on which garbage is collected."""
    found: set[str] = set()

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            found.add(threading.current_thread().name)

    former = gc.get_threshold()
    gc.callbacks.append(note)
    gc.set_threshold(_EAGER)
    gc.enable()
    try:
        yield found
    finally:
        gc.set_threshold(*former)
        gc.callbacks.remove(note)


@pytest.fixture(autouse=True)
def _own_language(qapp: QApplication) -> Iterator[None]:
    with own_language(qapp):
        yield


def test_garbage_of_a_console_is_collected_on_the_thread_of_its_windows(qapp: QApplication, tmp_path: Path) -> None:
    with collecting_threads() as threads:
        with open_console(qapp, tmp_path / "citywall.db", ConsoleLook()) as (window, _, _):
            window.show()
            spin(_FOR_S)
            assert not gc.isenabled()
        assert threads == {threading.main_thread().name}


def test_garbage_of_a_wall_is_collected_on_the_thread_of_its_windows(qapp: QApplication) -> None:
    look = Look(2, 2, devices=("http://127.0.0.1:9/onvif/device_service",))
    with collecting_threads() as threads:
        with open_wall(qapp, [], look) as (window, _):
            window.show()
            spin(_FOR_S)
            assert not gc.isenabled()
        assert threads == {threading.main_thread().name}
