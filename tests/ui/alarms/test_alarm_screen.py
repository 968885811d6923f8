"""Where urgent alarms pop up whose rules name no screen: real rooms, real alarms, settings in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.wall_room import WallRoom, board_of, cameras_of, city, wall_room
from tests.ui.alarms.alarm_bench import EACH, AlarmBench, open_bench
from tests.ui.ptz.fake_ptz import FakePtz
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.rule import Concern, Rule
from wall.model.ptz.operator import Hold, Operator
from wall.model.ptz.standing import PtzStanding
from wall.ui.alarms.alarm_screen import FIRST, NONE, AlarmScreen
from wall.ui.alarms.pop_ups import PopUps
from wall.ui.console.alarms.rules.screen_choice import AlarmScreenChoice
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK

CITY = city(20)
URGENT = Rule("", Concern(kinds=frozenset({"tamper"})), 2, EACH)
SOON = Rule("", Concern(kinds=frozenset({"line"})), 3, EACH)


class Two:
    """Two screens of four cells, with the cameras 1 to 4 and 5 to 8; on the second hangs nothing urgent of its own."""

    def __init__(self, wall: WallRoom, bench: AlarmBench, bridge: EventBridge, settings: QSettings) -> None:
        self.wall, self.bench, self.bridge = wall, bench, bridge
        self.screen = AlarmScreen(settings, lambda: wall.room.screens)
        self.ptz = FakePtz(bridge)
        for screen_id, first in ((1, 1), (2, 5)):
            wall.room.show(screen_id, board_of(*range(first, first + 4)))
        self.pop_ups = PopUps(bench.facts, wall.room, self.ptz, bridge, usual_screen=self.screen.of)

    @property
    def seen(self) -> list[list[int | None]]:
        return [cameras_of(self.wall.room.board(each)) for each in (1, 2)]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def two(qtbot: QtBot, tmp_path: Path, settings: QSettings) -> Iterator[Two]:
    bridge = EventBridge()
    with (
        wall_room(CITY, screens=2) as wall,
        open_bench(tmp_path / "alarms.db", bridge, CITY, URGENT, SOON) as bench,
    ):
        two = Two(wall, bench, bridge, settings)
        yield two
        two.pop_ups.end()


BEFORE: list[list[int | None]] = [[1, 2, 3, 4], [5, 6, 7, 8]]


def test_what_is_urgent_pops_up_on_the_first_screen_only_though_nobody_chose_one(two: Two, qtbot: QtBot) -> None:
    two.bench.say("line", 11)
    two.bench.say("tamper", 12)
    qtbot.waitUntil(lambda: two.seen != BEFORE)
    assert two.seen == [[1, 2, 3, 12], BEFORE[1]]
    two.bench.act(Acknowledge(), two.bench.of(12))
    qtbot.waitUntil(lambda: two.seen == BEFORE)


def test_it_never_stands_over_a_dome_that_is_driven(two: Two, qtbot: QtBot) -> None:
    two.ptz.standings[4] = PtzStanding(4, hold=Hold(Operator("Minh")))
    two.bench.say("tamper", 12)
    qtbot.waitUntil(lambda: two.seen == [[1, 2, 12, 4], BEFORE[1]])


def test_the_chosen_screen_is_kept_and_no_screen_is_one_too(two: Two, settings: QSettings, qtbot: QtBot) -> None:
    two.screen.choose(2)
    two.bench.say("tamper", 12)
    qtbot.waitUntil(lambda: two.seen == [BEFORE[0], [5, 6, 7, 12]])
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert AlarmScreen(again, lambda: two.wall.room.screens).chosen == 2
    two.screen.choose(NONE)
    two.bench.facts.rules_changed.emit()
    assert two.seen == BEFORE


def test_a_screen_that_is_gone_is_the_first_again(two: Two) -> None:
    two.screen.choose(2)
    two.wall.room.keep_screens(two.wall.room.screens[:1])
    assert two.screen.chosen == FIRST


def test_the_screen_of_a_rule_goes_before(two: Two, qtbot: QtBot) -> None:
    rule = next(each for each in two.bench.desk.rules() if each.priority == 2)
    two.bench.keep(replace(rule, response=replace(rule.response, screen_id=2)))
    two.bench.say("tamper", 12)
    qtbot.waitUntil(lambda: two.seen == [BEFORE[0], [5, 6, 7, 12]])


def test_it_is_chosen_by_hand(two: Two, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    choice = AlarmScreenChoice(two.screen, DARK, page)
    choice.offer(two.wall.room.screens)
    assert (choice.count(), choice.currentData()) == (4, FIRST)
    with qtbot.waitSignal(choice.chosen):
        choice.setCurrentIndex(3)
        choice.activated.emit(3)
    assert two.screen.chosen == 2
