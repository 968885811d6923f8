"""Real displays, plugged in and out under a program that looks at them; and what is worth believing of one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.virtual_desktop import Panel, VirtualDesktop, virtual_desktop
from wall.model.grid import Rect
from wall.model.screen import Display, DisplayId
from wall.ui.screens.displays import SETTLE_MS, identity_of

LEFT, RIGHT, BELOW = Rect(0, 0, 1920, 1080), Rect(1920, 0, 1920, 1080), Rect(0, 1080, 1920, 1080)
DELL = Panel("DEL", "DELL U2723QE", "CN0123")
DELL_ID = DisplayId("Dell Inc.", "DELL U2723QE", "CN0123", "DP-1")
ROOT = Path(__file__).parents[3]


class Seen:
    """The program that looks."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def next(self) -> tuple[str, list[Display]]:
        """What it says next: why, and what is there."""
        assert self._process.stdout is not None
        why, displays = json.loads(self._process.stdout.readline())
        return why, [
            Display(DisplayId(**each["identity"]), Rect(**each["area"]), each["is_primary"]) for each in displays
        ]


@contextmanager
def looking(desktop: VirtualDesktop, settle_ms: int = SETTLE_MS) -> Iterator[Seen]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.screens.displays_seen", str(settle_ms)],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": desktop.name, "QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Seen(process)
        process.communicate(timeout=20)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0


def test_displays_tell_what_they_are_and_where_they_lie() -> None:
    with virtual_desktop() as desktop:
        desktop.plug("DP-2", RIGHT)
        desktop.plug("DP-1", LEFT, DELL, primary=True)
        with looking(desktop) as seen:
            assert seen.next() == (
                "start",
                [Display(DELL_ID, LEFT, True), Display(DisplayId(connector="DP-2"), RIGHT)],
            ), "from left to right, whichever came first"


def test_a_display_goes_and_comes_back_on_another_connector() -> None:
    with virtual_desktop() as desktop:
        desktop.plug("DP-1", LEFT, DELL)
        desktop.plug("DP-2", RIGHT, primary=True)
        with looking(desktop) as seen:
            seen.next()
            other = Display(DisplayId(connector="DP-2"), RIGHT, True)
            desktop.unplug("DP-1")
            assert seen.next() == ("lost", [other])
            assert seen.next() == ("changed", [other])
            desktop.plug("HDMI-1", BELOW, DELL)
            moved = DisplayId(DELL_ID.maker, DELL_ID.model, DELL_ID.serial, "HDMI-1")
            assert seen.next() == ("changed", [Display(moved, BELOW), other])


def test_a_plug_that_bounces_is_told_once() -> None:
    with virtual_desktop() as desktop:
        desktop.plug("DP-1", LEFT, primary=True)
        desktop.plug("DP-2", RIGHT)
        with looking(desktop, settle_ms=3000) as seen:
            _, before = seen.next()
            desktop.unplug("DP-2")
            assert seen.next()[0] == "lost"
            desktop.plug("DP-2", RIGHT)
            assert seen.next() == ("changed", before)
            desktop.plug("DP-3", BELOW)
            assert len(seen.next()[1]) == 3, "nothing was told in between"


def test_where_the_last_display_goes_there_is_none() -> None:
    """Qt keeps the last one for a name: no wall may be put there."""
    with virtual_desktop() as desktop:
        desktop.plug("DP-1", LEFT)
        desktop.plug("DP-2", RIGHT, primary=True)
        with looking(desktop) as seen:
            seen.next()
            desktop.unplug("DP-1")
            desktop.unplug("DP-2")
            assert seen.next()[0] == "lost"
            assert seen.next() == ("changed", [])
            desktop.plug("DP-3", BELOW)
            told = seen.next()
            while told[0] == "lost":
                told = seen.next()
            assert [display.identity.connector for display in told[1]] == ["DP-3"]


@pytest.mark.parametrize(
    "serial",
    [
        *("", " ", "0", "000000000000", "0x00000000", "0x01010101", "16843009", "01010101", "ffffffff", "123456789ABC"),
        *("N/A", "none", "Default string", "Serial Number", "To be filled by O.E.M.", "XXXXXXXX"),
    ],
)
def test_a_serial_that_tells_nothing_is_none(serial: str) -> None:
    assert identity_of("Dell Inc.", "U2723QE", serial, "DP-1").serial == ""


@pytest.mark.parametrize("serial", ["CN0123", "100", "H4ZM900451", "SERIAL-4711", "0x0102"])
def test_a_serial_that_tells_something_is_believed(serial: str) -> None:
    assert identity_of("Dell Inc.", "U2723QE", serial, "DP-1").serial == serial


def test_blanks_around_what_a_display_says_are_no_part_of_it() -> None:
    assert identity_of(" BOE ", "NE140\n", "A  17", "eDP-1") == DisplayId("BOE", "NE140", "A 17", "eDP-1")
