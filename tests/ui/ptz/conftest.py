"""A wall with a dome in its first cell, another in its second, and a camera that looks one way in its third."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow
from tests.ui.ptz.fake_ptz import DOME, FakePtz
from tests.ui.ptz.hand import mark
from wall.model.ptz.ability import NO_PTZ
from wall.ui.wall_window import WallWindow

RED = (200, 40, 30)


@pytest.fixture
def ptz(live: FakeLive) -> FakePtz:
    ptz = FakePtz(live.bridge)
    ptz.abilities = {1: DOME, 2: DOME, 3: NO_PTZ}
    return ptz


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, ptz: FakePtz) -> WallWindow:
    window = make_window(8, ptz=ptz, width=960, height=568)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [] and mark(window, 0) is not None)
    return window
