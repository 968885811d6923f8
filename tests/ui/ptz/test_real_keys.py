"""Keys of a real X server: how it repeats them, and how a lock screen takes them away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from tests.support.virtual_desktop import VirtualDesktop, virtual_desktop
from wall.model.grid import Rect

ROOT = Path(__file__).parents[3]
REPEATS_AFTER_S = 0.66
"""As X servers have it."""


class Program:
    """The wall of another process, and what its hands said."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._said: Queue[list[object]] = Queue()
        self._reader = threading.Thread(target=self._read, args=(process,), name="said")
        self._reader.start()

    def next(self, timeout_s: float = 20.0) -> list[object]:
        return self._said.get(timeout=timeout_s)

    def is_silent(self, for_s: float) -> bool:
        try:
            self._said.get(timeout=for_s)
        except Empty:
            return True
        return False

    def end(self) -> None:
        self._reader.join(20.0)

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._said.put(json.loads(line))


@contextmanager
def program(desktop: VirtualDesktop) -> Iterator[Program]:
    environment = {**os.environ, "DISPLAY": desktop.name, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": "/nonexistent"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.ptz.driven_seen"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    running = Program(process)
    try:
        assert running.next() == ["ready"]
        yield running
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)
    finally:
        process.kill()
        process.wait()
        running.end()
        assert process.stdout is not None
        process.stdout.close()
    assert process.returncode == 0


@pytest.fixture(scope="module")
def desktop() -> Iterator[VirtualDesktop]:
    with virtual_desktop() as desktop:
        desktop.plug("DP-1", Rect(0, 0, 1920, 1080), primary=True)
        yield desktop


def test_a_key_that_repeats_is_one_movement_and_a_lock_screen_ends_it(desktop: VirtualDesktop) -> None:
    with program(desktop) as wall:
        desktop.hand.hold("Right")
        assert wall.next() == ["drive", "keys:1", 0.4, 0.0, 0.0]
        assert wall.is_silent(REPEATS_AFTER_S + 0.5), "it repeats by now"
        desktop.hand.hold("Up")
        assert wall.next() == ["drive", "keys:1", 0.4, 0.4, 0.0]
        desktop.hand.let_go("Right")
        assert wall.next() == ["drive", "keys:1", 0.0, 0.4, 0.0]
        desktop.hand.hold("Shift")
        assert wall.next() == ["drive", "keys:1", 0.0, 1.0, 0.0]
        desktop.hand.let_go("Shift")
        assert wall.next() == ["drive", "keys:1", 0.0, 0.4, 0.0]
        with desktop.hand.grabbing():
            assert wall.next() == ["let_go", "keys:1"]
            desktop.hand.let_go("Up")
            assert wall.is_silent(0.3)
        desktop.hand.hold("Left")
        assert wall.next() == ["drive", "keys:1", -0.4, 0.0, 0.0]
        desktop.hand.let_go("Left")
        assert wall.next() == ["let_go", "keys:1"]


def test_of_a_key_held_through_a_lock_screen_nothing_stays(desktop: VirtualDesktop) -> None:
    """It may repeat into the window that is back: whatever that begins ends with the key."""
    with program(desktop) as wall:
        desktop.hand.hold("Down")
        assert wall.next()[0] == "drive"
        with desktop.hand.grabbing():
            assert wall.next() == ["let_go", "keys:1"]
        time.sleep(REPEATS_AFTER_S)
        desktop.hand.let_go("Down")
        said: list[list[object]] = []
        while True:
            try:
                said.append(wall.next(0.4))
            except Empty:
                break
        assert not said or said[-1] == ["let_go", "keys:1"], said
