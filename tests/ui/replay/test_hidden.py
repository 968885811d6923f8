"""A window that nobody sees: its cameras are received on where that is wanted, and given back where it is not."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow
from tests.ui.replay.walls import live_wall


@pytest.mark.parametrize("keeps", [True, False])
def test_what_stands_there_is_received_on(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, keeps: bool) -> None:
    window = live_wall(qtbot, live, make_window, 8)
    window.showing._keeps_hidden = keeps
    window.wishes.turn(1)
    window.wishes.turn(-1)
    assert len(live.feeds) == 8
    window.hide()
    qtbot.waitUntil(lambda: live.awake == set())
    for _ in range(3):
        live.clock.now_s += 100
        window.showing._tidy()
    assert set(live.feeds) == ({0, 1, 2, 3} if keeps else set()), "what does not stand there is given back in any case"
