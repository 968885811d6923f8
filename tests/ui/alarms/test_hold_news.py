"""What was on hold is said to be due when its time is over, and not when somebody goes on with it before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import LINE, AlarmBench, open_bench
from tests.ui.fake_live import FakeLive
from wall.model.alarms.action import Forward, Hold, Resume
from wall.model.inventory import CameraRecord, Inventory
from wall.ui.alarms.hold_news import HoldNews

CAMERAS = Inventory(cameras=tuple(CameraRecord(f"Cổng {n}", n, camera_id=n) for n in (1, 2)))


@pytest.fixture
def bench(live: FakeLive, tmp_path: Path) -> Iterator[AlarmBench]:
    with open_bench(tmp_path / "alarms.db", live.bridge, CAMERAS, LINE) as bench:
        yield bench


def test_it_is_said_once_when_the_time_is_over(bench: AlarmBench, qtbot: QtBot) -> None:
    bench.say("line", 1, 2)
    bench.act(Forward("Hùng"), bench.of(1), bench.of(2))
    bench.act(Hold(bench.now_s + 60, "chờ thợ"), bench.of(1), bench.of(2))
    parent, said = QObject(), list[str]()
    HoldNews(bench.facts, said.append, parent, lambda: bench.now_s)
    bench.act(Resume(), bench.of(2))
    stands = {each: bench.now(each).state for each in (bench.of(1), bench.of(2))}
    qtbot.waitUntil(lambda: {each.alarm_id: each.state for each in bench.facts.open_alarms} == stands)
    qtbot.wait(120)
    assert said == [], "somebody goes on with it before"
    bench.clock.now_s += 61
    bench.desk.tick()
    qtbot.waitUntil(lambda: said == ["On hold until now, and due again: Line crossed · 1  Cổng 1 · Hùng"])
