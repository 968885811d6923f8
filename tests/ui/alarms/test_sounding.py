"""When it rings, and how: alarms on a real disk; what the bell is told is written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import EACH, LINE, TAMPER, AlarmBench, open_bench
from tests.ui.alarms.test_pop_ups import CAMERAS
from tests.ui.fake_live import FakeLive
from wall.model.alarm_events import AlarmsChanged
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.rule import Concern, Response, Rule
from wall.model.events import BellChanged
from wall.model.sound import SoundPhase
from wall.model.tile import Cause
from wall.ui.alarms.sounding import Sounding

QUIET = Rule("", Concern(kinds=frozenset({"people"})), 1, EACH, Response(sound=False))


class WrittenDown:
    """A bell that only remembers."""

    def __init__(self) -> None:
        self.levels: list[int] = []

    def ring(self, level: int) -> None:
        self.levels.append(level)


@pytest.fixture
def bench(live: FakeLive, tmp_path: Path) -> Iterator[AlarmBench]:
    with open_bench(tmp_path / "alarms.db", live.bridge, CAMERAS, LINE, TAMPER, QUIET) as bench:
        yield bench


def test_it_rings_until_everything_is_acknowledged(bench: AlarmBench, live: FakeLive, qtbot: QtBot) -> None:
    bell = WrittenDown()
    sounding = Sounding(bench.facts, bell, live.bridge, print, print)
    bench.say("people", 3)
    bench.say("line", 5)
    qtbot.waitUntil(lambda: bell.levels == [1])
    bench.say("tamper", 7)
    qtbot.waitUntil(lambda: bell.levels == [1, 2])
    waiting = replace(bench.now(bench.of(5)), level=2)
    live.bridge.publish(AlarmsChanged((waiting,)))
    qtbot.waitUntil(lambda: bell.levels == [1, 2, 3])
    bench.act(Acknowledge(), bench.of(5))
    qtbot.waitUntil(lambda: bell.levels == [1, 2, 3, 2])
    bench.act(Acknowledge(), bench.of(7))
    qtbot.waitUntil(lambda: bell.levels == [1, 2, 3, 2, 0])
    sounding.end()


def test_that_nobody_can_hear_it_is_said_once(bench: AlarmBench, live: FakeLive, qtbot: QtBot) -> None:
    told: list[str] = []
    sounding = Sounding(bench.facts, WrittenDown(), live.bridge, told.append, told.append)
    for _ in range(2):
        live.bridge.publish(BellChanged(SoundPhase.FAILED, Cause.NO_SOUND_DEVICE))
        live.bridge.publish(BellChanged(SoundPhase.OPENING, Cause.NONE, is_ringing=False))
    qtbot.waitUntil(lambda: len(told) == 1)
    live.bridge.publish(BellChanged(SoundPhase.PLAYING, Cause.NONE))
    qtbot.waitUntil(lambda: told[1:] == ["Alarms can be heard again."])
    assert told[0].startswith("Alarms cannot be heard: ")
    sounding.end()
