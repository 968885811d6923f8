"""How sticks stand comes to the UI thread: the newest at once, every button, and in order."""

from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from wall.model.sticks import StickGone, StickNews, StickReading, changed_buttons
from wall.ui.sticks.bridge import StickBridge, _add

NEWS = st.one_of(
    st.builds(StickReading, st.integers(0, 1), st.tuples(st.integers(-9, 9)), st.integers(0, 3)),
    st.builds(StickGone, st.integers(0, 1)),
)


def test_while_the_window_is_busy_only_the_newest_waits(qtbot: QtBot) -> None:
    bridge, came = StickBridge(), list[StickNews]()
    bridge.came.connect(came.append)

    def move() -> None:
        for value in range(1000):
            bridge.hear(StickReading(0, (value,), 1 if value == 500 else 0))

    reader = threading.Thread(target=move)
    reader.start()
    reader.join()  # Meanwhile this thread hears nothing.
    assert not came
    qtbot.waitUntil(lambda: bool(came))
    assert came == [StickReading(0, (499,)), StickReading(0, (500,), 1), StickReading(0, (999,))]
    bridge.hear(StickGone(0))
    qtbot.waitUntil(lambda: came[-1] == StickGone(0))


@given(st.lists(NEWS, max_size=30))
def test_no_button_and_no_end_is_lost_and_what_is_last_is_last(news: list[StickNews]) -> None:
    waiting: list[StickNews] = []
    for each in news:
        _add(waiting, each)
    for stick in (0, 1):
        told, meant = ([each for each in of if each.stick == stick] for of in (waiting, news))
        assert told[-1:] == meant[-1:]
        assert _happened(told) == _happened(meant)


def _happened(news: list[StickNews]) -> list[object]:
    """Every press, every release, every end."""
    buttons, found = 0, list[object]()
    for each in news:
        if isinstance(each, StickGone):
            found.append("gone")
            buttons = 0
        elif each.buttons != buttons:
            found.append(changed_buttons(buttons, each.buttons))
            buttons = each.buttons
    return found
