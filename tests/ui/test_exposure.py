"""Is it known when a window is covered? On a real X server, without a compositor, as a wall has it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.virtual_desktop import VirtualDesktop, virtual_desktop
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, middle, view_of
from wall.model.grid import Rect
from wall.ui.exposure import COVERED_MS, Exposure

ROOT = Path(__file__).parents[2]
RED = (200, 40, 30)


class Program:
    """The window of another process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def tell(self, order: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()

    def next(self) -> object:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


@contextmanager
def program(desktop: VirtualDesktop) -> Iterator[Program]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.covered_seen"],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": desktop.name, "QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        running = Program(process)
        assert running.next() == "ready"
        yield running
        process.communicate(timeout=20)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0


@pytest.fixture(scope="module")
def desktop() -> Iterator[VirtualDesktop]:
    with virtual_desktop() as desktop:
        desktop.plug("DP-1", Rect(0, 0, 1920, 1080), primary=True)
        yield desktop


def test_a_covered_window_is_known_to_be_so_and_to_be_seen_again(desktop: VirtualDesktop) -> None:
    with program(desktop) as window:
        for _ in range(2):
            began_s = time.monotonic()
            window.tell("cover")
            assert window.next() is False
            assert time.monotonic() - began_s > COVERED_MS / 1000 * 0.8
            window.tell("uncover")
            assert window.next() is True
            assert time.monotonic() - began_s < COVERED_MS / 1000 + 2


def test_half_of_it_is_enough_and_a_moment_is_nothing(desktop: VirtualDesktop) -> None:
    with program(desktop) as window:
        window.tell("glance")
        time.sleep(COVERED_MS / 1000 + 0.5)
        window.tell("cover")
        assert window.next() is False, "of the glance nothing was said"
        window.tell("half")
        assert window.next() is True


def test_another_program_s_window_covers_it_as_well(desktop: VirtualDesktop) -> None:
    with program(desktop) as below:
        with program(desktop):
            assert below.next() is False
        assert below.next() is True


def test_shown_anew_as_another_window_it_is_watched_on(desktop: VirtualDesktop) -> None:
    """The switch to full screen without a frame makes another window of it."""
    with program(desktop) as window:
        window.tell("anew")
        window.tell("cover")
        assert window.next() is False
        window.tell("uncover")
        assert window.next() is True


def test_what_is_covered_rests_and_is_back_at_once(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(4)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    view = view_of(window)
    view.set_uncovered(False)
    assert live.awake == set() and len(live.feeds) == 4 and not view.is_seen
    assert not any(timer.isActive() and timer.interval() <= 100 for timer in view.findChildren(QTimer))
    window.showMinimized()
    window.showNormal()
    assert live.awake == set(), "it is covered still"
    view.set_uncovered(True)
    assert live.awake == {0, 1, 2, 3}
    live.go_live(RED)
    qtbot.waitUntil(lambda: middle(window, 0) == RED)
    assert live.count("show") == 4
    view.set_uncovered(False)
    window.hide()
    view.set_uncovered(True)
    assert live.awake == set(), "it is hidden still"
    window.show()
    assert live.awake == {0, 1, 2, 3}


def test_where_nobody_tells_a_window_counts_as_seen(qtbot: QtBot) -> None:
    """Offscreen there is nothing that would cover it."""
    window, lid, told = QWidget(), QWidget(), list[bool]()
    exposure = Exposure(window)
    exposure.changed.connect(told.append)
    for each in (window, lid):
        qtbot.addWidget(each)
        each.setGeometry(0, 0, 200, 200)
        each.show()
    qtbot.wait(COVERED_MS + 200)
    assert told == []
    exposure.end()
