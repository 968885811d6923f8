"""What was before an alarm, in the corner of its picture on a real wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import LINE, TAMPER, AlarmBench, open_bench
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow
from wall.model.alarms.action import Acknowledge
from wall.model.board import Lent
from wall.model.inventory import CameraRecord, Inventory
from wall.services.control_room import ControlRoom
from wall.ui.alarms.insets import MOST, BeforeInsets
from wall.ui.wall_window import WallWindow

CAMERAS = Inventory(cameras=tuple(CameraRecord(f"Camera {n}", n, camera_id=n) for n in range(1, 5)))


@pytest.fixture
def bench(live: FakeLive, tmp_path: Path) -> Iterator[AlarmBench]:
    with open_bench(tmp_path / "alarms.db", live.bridge, CAMERAS, LINE, TAMPER) as bench:
        yield bench


@pytest.fixture
def window(make_window: MakeWindow, bench: AlarmBench) -> WallWindow:
    return make_window(4, 2, 2, width=1280, height=760, alarms=bench.facts, unix_time=lambda: bench.now_s)


def insets_of(window: WallWindow) -> BeforeInsets:
    assert window.alarms.insets is not None
    return window.alarms.insets


def test_it_stands_in_the_corner_until_the_alarm_is_acknowledged(
    bench: AlarmBench, window: WallWindow, live: FakeLive, qtbot: QtBot
) -> None:
    insets = insets_of(window)
    bench.say("tamper", 4)
    qtbot.waitUntil(lambda: len(insets.shown) == 1)
    (inset,) = insets.shown.values()
    tile = next(each for each in window.showing.visible_tiles() if each.camera.camera_id == 4)
    assert tile.cell.contains(inset.geometry().x(), inset.geometry().y())
    assert inset.geometry().bottom() < tile.cell.bottom - 10, "the row with the name stays"
    assert inset.width() < tile.cell.width / 2, "most of what is live is seen"
    (past,) = live.past
    assert live.heads[past].position(live.clock()) == live.clock() - 10
    assert inset.tile is not None and inset.tile.past is not None
    assert inset.tile.past.label == "Before the alarm −10 s"
    assert live.sources[past] == live.sources[tile.number], "what the wall has received all the time"
    bench.act(Acknowledge(), bench.of(4))
    qtbot.waitUntil(lambda: not insets.shown and not live.past)


def test_only_alarms_of_this_screen_and_the_most_urgent(bench: AlarmBench, window: WallWindow, qtbot: QtBot) -> None:
    insets = insets_of(window)
    bench.say("line", 1, 2)
    qtbot.waitUntil(lambda: len(bench.facts.unseen()) == 2)
    qtbot.wait(100)
    assert not insets.shown, "their rule names no screen"
    bench.say("tamper", 2, 3, 4)
    qtbot.waitUntil(lambda: len(insets.shown) == MOST)


def test_also_where_it_popped_up_without_a_rule_that_says_so(
    bench: AlarmBench, window: WallWindow, rooms: list[ControlRoom], qtbot: QtBot
) -> None:
    bench.say("line", 4)
    qtbot.waitUntil(lambda: len(bench.facts.unseen()) == 1)
    board, (alarm,) = window.showing.board, bench.facts.unseen()
    rooms[0].show(window.screen_id, replace(board, lent=(Lent(alarm.alarm_id, 3, 4, board.slots[3]),)))
    qtbot.waitUntil(lambda: list(insets_of(window).shown) == [alarm.alarm_id])


def test_the_hand_reaches_through_it(bench: AlarmBench, window: WallWindow, qtbot: QtBot) -> None:
    insets = insets_of(window)
    bench.say("tamper", 4)
    qtbot.waitUntil(lambda: len(insets.shown) == 1)
    (inset,) = insets.shown.values()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=inset.mapTo(window, QPoint(20, 20)))
    qtbot.waitUntil(lambda: window.showing.selected_cell == 3)


def test_never_over_what_the_hand_drives_or_looks_back_at(
    bench: AlarmBench, window: WallWindow, live: FakeLive, qtbot: QtBot
) -> None:
    insets = insets_of(window)
    bench.say("tamper", 4)
    qtbot.waitUntil(lambda: len(insets.shown) == 1)
    tile = next(each for each in window.showing.visible_tiles() if each.camera.camera_id == 4)
    tile.announce(("driven",))
    insets.place()
    assert not insets.shown
    tile.announce(())
    insets.place()
    assert len(insets.shown) == 1
    window.wishes.select(3)
    QTest.keyClick(window, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: not insets.shown)
    assert len(live.past) == 1


def test_nothing_is_connected_for_it_that_the_wall_shows_in_a_moment(
    monkeypatch: pytest.MonkeyPatch, bench: AlarmBench, window: WallWindow, live: FakeLive, qtbot: QtBot
) -> None:
    """The io loop may not have heard of the picture that has just come up."""
    monkeypatch.setattr(live, "is_received", lambda _source: False)
    window.wishes.toggle_single_at(3)
    qtbot.waitUntil(lambda: window.showing.board.single)
    bench.say("tamper", 4)
    qtbot.waitUntil(lambda: len(insets_of(window).shown) == 1)
    tile = next(iter(window.showing.visible_tiles()))
    (past,) = live.past
    assert live.sources[past] == tile.source
