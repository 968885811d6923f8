"""Displays stay awake while a wall is on them: asked of a real session bus, and of a real X server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.session_bus import session_bus
from tests.support.virtual_desktop import virtual_desktop
from wall.model.grid import Rect
from wall.ui.screens.awake import Awake

ROOT = Path(__file__).parents[3]


def test_the_desktop_promises_to_stay_awake_until_the_wall_is_gone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session_bus() as (address, desktop):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        awake = Awake()
        awake.hold(True)
        awake.hold(True)
        qtbot.waitUntil(lambda: desktop.wishes != {})
        assert list(desktop.wishes.values()) == [("CityWall", "The video wall is on")]
        awake.hold(False)
        qtbot.waitUntil(lambda: desktop.wishes == {})
        awake.hold(True)
        qtbot.waitUntil(lambda: len(desktop.wishes) == 1)
        awake.hold(False)


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent/bus"])
def test_without_a_session_nothing_is_asked_and_no_bus_is_started(
    address: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    awake = Awake()
    for is_wanted in (True, False, True, False):
        awake.hold(is_wanted)


@pytest.mark.parametrize("held", [True, False])
def test_the_x_server_does_not_blank_its_displays(held: bool) -> None:
    """Its own screen saver, set to one second, comes on without the wish and stays off with it."""
    with virtual_desktop() as desktop:
        desktop.plug("DP-1", Rect(0, 0, 1920, 1080))
        environment = {
            **os.environ,
            "DISPLAY": desktop.name,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": "/nonexistent",
        }
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        command = [sys.executable, "-m", "tests.ui.screens.screen_saver_seen", *(["hold"] if held else [])]
        ended = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=40, check=True
        )
        assert ended.stdout.strip() == ("off" if held else "on")
