"""What is said of displays: what happened, to which screen, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.screens.conftest import Walls
from tests.ui.screens.fake_displays import panel
from wall.model.screen import Screen
from wall.ui.screens.told import DisplayNews

DESK, ONE, TWO = panel(0, "DESK", is_primary=True), panel(1, "S1"), panel(2, "S2")


@pytest.fixture
def said(walls: Walls) -> Iterator[list[str]]:
    """Two screens on their panels, and what is said from then on; complaints begin with a mark."""
    windows = walls.begin(Screen("Chợ Nhớn", 1, ONE.identity), Screen("2", 2, TWO.identity), displays=(DESK, ONE, TWO))
    said: list[str] = []
    news = DisplayNews(windows, said.append, lambda text: said.append(f"! {text}"), windows)
    yield said
    news.deleteLater()


def test_a_lost_display_is_named_with_what_happens_now(walls: Walls, said: list[str]) -> None:
    walls.displays.become(DESK, TWO)
    assert said == [
        "! Screen 1 (Chợ Nhớn) has lost its display Dell Inc. U2723QE S1 (DP-2). "
        "Priority cameras go to the next screen, and return with the display."
    ]
    walls.displays.become(DESK, ONE, TWO)
    assert said[1:] == ["Screen 1 (Chợ Nhớn) is on its display again."]


def test_where_no_screen_is_left_one_is_told_what_to_look_at(walls: Walls, said: list[str]) -> None:
    walls.displays.become(DESK)
    assert said == [
        "! Screen 1 (Chợ Nhớn), Screen 2 have lost their displays. "
        "No screen of the wall can be seen now. Check the cable and the power of the displays."
    ]


def test_an_unknown_display_is_offered(walls: Walls, said: list[str]) -> None:
    walls.displays.become(DESK, ONE, TWO, panel(3, "", "HDMI-1", model=""))
    assert said == [
        "A display that belongs to no screen is connected: HDMI-1. Bind a screen to it on the Screens page."
    ]


def test_a_window_that_was_closed_is_told_how_to_come_back(walls: Walls, said: list[str], qtbot: QtBot) -> None:
    walls.the(2).close()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Screen 2 is closed. It opens again when it is chosen or something is put on it here."]
