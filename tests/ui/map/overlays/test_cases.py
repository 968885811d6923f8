"""Case files by the time in which they began: from a real desk of alarms, on a real map, by real clicks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import LINE, AlarmBench, open_bench
from tests.ui.map.little_city import CITY, GATE, HERE, YARD
from tests.ui.map.overlays.conftest import LayerHand
from wall.model.alarms.action import Acknowledge, Close
from wall.model.alarms.state import Verdict
from wall.model.geo.mercator import to_world
from wall.ui.map.overlays.cases import Cases, CasesHere
from wall.ui.map.overlays.flags import FlagsHere
from wall.ui.theme import DARK

_DAY_S = 86_400.0


@pytest.fixture
def bench(hand: LayerHand, tmp_path: Path) -> Iterator[AlarmBench]:
    with open_bench(tmp_path / "alarms.db", hand.bridge, CITY, LINE) as bench:
        yield bench


@pytest.fixture
def opened() -> list[int]:
    return []


@pytest.fixture
def cases(hand: LayerHand, bench: AlarmBench, opened: list[int], qtbot: QtBot) -> Cases:
    """Camera 1 had one three days ago, which was closed, and one an hour ago; 4, which has no place, had one too."""
    now_s = bench.now_s
    for camera, ago_s in ((1, 3 * _DAY_S), (1, 3600.0), (4, 600.0)):
        bench.now_s = now_s - ago_s
        bench.say("line", camera)
        if ago_s > _DAY_S:
            bench.act(Close(Verdict.FALSE, "lá cây"), bench.of(camera))
    bench.now_s = now_s
    cases = Cases(DARK, hand.canvas, hand.facts, bench.facts, lambda: now_s, opened.append)
    hand.switches.add(cases)
    hand.panel.check_of("cases").click()
    qtbot.waitUntil(lambda: len(cases.list.rows.rows) == 2)
    return cases


def _flag(hand: LayerHand) -> QPoint:
    hand.viewport.grab()
    return hand.pixel(GATE.position) + QPoint(-8, -18)


def test_a_flag_stands_where_cases_began_and_opens_the_newest(
    hand: LayerHand, cases: Cases, bench: AlarmBench, opened: list[int], qtbot: QtBot
) -> None:
    found = hand.under(_flag(hand))
    assert isinstance(found, CasesHere) and found.cameras == (1,) and len(found.cases) == 1
    assert cases.said.text() == "2 cases, 1 of them without a place."
    assert [flag.colour for flag in cases.layer.flags] == [DARK.alarm]
    hand.click(_flag(hand))
    assert opened == [bench.of(1)]
    bench.act(Acknowledge(), bench.of(1))
    qtbot.waitUntil(lambda: [flag.colour for flag in cases.layer.flags] == [DARK.late])


def test_flags_that_would_cover_each_other_are_one_until_the_map_comes_closer(
    hand: LayerHand, cases: Cases, bench: AlarmBench, opened: list[int], qtbot: QtBot
) -> None:
    bench.now_s -= 5
    bench.say("line", 2)
    bench.act(Acknowledge(), bench.of(1))
    qtbot.waitUntil(lambda: len(cases.layer.flags) == 2)
    hand.canvas.centre_on(to_world(HERE), 12.0, at_once=True)
    hand.viewport.grab()
    at = hand.pixel(YARD.position) + QPoint(-8, -18)
    found = hand.under(at)
    assert isinstance(found, FlagsHere) and len(found.points) == 2
    assert hand.viewport.grab().toImage().pixelColor(at + QPoint(-6, 0)) == DARK.alarm, "the gravest gives its colour"
    hand.click(at)
    qtbot.waitUntil(lambda: hand.canvas.frame.zoom > 15 and not hand.canvas.is_moving)
    hand.viewport.grab()
    assert isinstance(hand.under(_flag(hand)), CasesHere) and opened == []


def test_another_time_brings_the_closed_ones(hand: LayerHand, cases: Cases, qtbot: QtBot) -> None:
    cases.span.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(cases.list.rows.rows) == 3)
    assert cases.list.rows.rows[-1].detail.endswith("closed  ·  1  Cổng chợ")
    slider = cases.range
    slider.setFocus()
    for _ in range(3):  # The later end goes back by three tenths of a week: both new ones are gone.
        QTest.keyClick(slider, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(cases.list.rows.rows) == 1)
    assert [flag.colour for flag in cases.layer.flags] == [DARK.muted]
    for _ in range(9):
        QTest.keyClick(slider, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: cases.said.text() == "No case began in this time.")
    assert not cases.layer.flags and not cases.list.isVisible()


def test_one_in_the_list_is_flown_to_and_opened(
    hand: LayerHand, cases: Cases, bench: AlarmBench, opened: list[int], qtbot: QtBot
) -> None:
    hand.canvas.drag_by(900, 0)
    index = cases.list.rows.index(1)
    QTest.mouseClick(cases.list.viewport(), Qt.MouseButton.LeftButton, pos=cases.list.visualRect(index).center())
    qtbot.waitUntil(lambda: (hand.pixel(GATE.position) - hand.viewport.rect().center()).manhattanLength() < 3)
    assert opened == []
    QTest.keyClick(cases.list, Qt.Key.Key_Return)
    assert opened == [bench.of(1)]


def test_a_new_one_comes_by_itself_and_what_is_off_hears_nothing(
    hand: LayerHand, cases: Cases, bench: AlarmBench, qtbot: QtBot
) -> None:
    bench.now_s -= 5
    bench.say("line", 2)
    qtbot.waitUntil(lambda: len(cases.list.rows.rows) == 3)
    hand.panel.check_of("cases").click()
    bench.say("line", 3)
    qtbot.wait(300)
    assert len(cases.list.rows.rows) == 3 and not hand.canvas.layers
    assert not [timer for timer in cases.findChildren(QTimer) if timer.isActive()]
