"""The chart of alarms over the time, by hand: it counts what is asked for, and a stretch of it filters the list."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import AlarmBench
from tests.ui.pixels import rgb
from wall.model.alarms.action import Close
from wall.model.alarms.signal import Signal, Source
from wall.model.alarms.state import Verdict
from wall.model.alarms.timeline import PARTS, Tally
from wall.ui.console.alarms.filters import HISTORY
from wall.ui.console.alarms.page import AlarmsPage
from wall.ui.console.alarms.time_chart import TimeChart, colours_of, marks_between
from wall.ui.console.window import ConsoleWindow
from wall.ui.theme import DARK

MakeAlarms = Callable[[], ConsoleWindow]
HOUR_S = 3600.0


def page_of(window: ConsoleWindow) -> AlarmsPage:
    assert window.alarms is not None
    return window.alarms.page


def begin(bench: AlarmBench, *hours_ago: float) -> None:
    """One alarm each, of cameras 1, 2, 3…"""
    for camera_id, each in enumerate(hours_ago, 1):
        signal = Signal(Source.ONVIF, "line", camera_id, bench.now_s - each * HOUR_S)
        bench.desk.receive([signal]).result(20)


def cameras(page: AlarmsPage) -> set[int]:
    return {alarm.camera_id for alarm in page.view.alarms.rows}


def drag(chart: TimeChart, start: float, end: float) -> None:
    """Between two places, as shares of its width."""
    places = [QPoint(int(chart.width() * each), chart.height() // 2) for each in (start, (start + end) / 2, end)]
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=places[0])
    for each in places[1:]:
        chart.mouseMoveEvent(_move(chart, each))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=places[-1])


def _move(chart: TimeChart, at: QPoint) -> QMouseEvent:
    where = at.toPointF()
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, where, chart.mapToGlobal(where), left, left, Qt.KeyboardModifier(0))


def test_a_drag_filters_the_list_and_esc_takes_it_back(bench: AlarmBench, at_alarms: MakeAlarms, qtbot: QtBot) -> None:
    begin(bench, 10, 6, 0)
    window = at_alarms()
    page = page_of(window)
    qtbot.waitUntil(lambda: page.chart.line.total == 3)
    assert page.chart.line.from_s == bench.now_s - 10 * HOUR_S
    drag(page.chart, 0.3, 0.6)
    qtbot.waitUntil(lambda: cameras(page) == {2})
    assert page.chart.said.endswith(": 1 alarms")
    assert page.chart.line.total == 3, "the chart goes on to show all"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: cameras(page) == {1, 2, 3})
    assert page.chart.said == "at most 1 at once"


def test_keys_choose_too(bench: AlarmBench, at_alarms: MakeAlarms, qtbot: QtBot) -> None:
    begin(bench, 10, 6, 0)
    window = at_alarms()
    page = page_of(window)
    page.enter()
    qtbot.waitUntil(lambda: page.chart.line.total == 3)
    QTest.keyClick(page.view, Qt.Key.Key_L)
    assert page.chart.hasFocus()
    QTest.keyClick(page.chart, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: cameras(page) == {3})
    for _ in range(PARTS // 2):
        QTest.keyClick(page.chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.chart, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: cameras(page) == {3})
    for _ in range(PARTS // 8):
        QTest.keyClick(page.chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: cameras(page) == {2, 3})
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: cameras(page) == {1, 2, 3})


def test_the_history_is_counted_by_the_database(bench: AlarmBench, at_alarms: MakeAlarms, qtbot: QtBot) -> None:
    begin(bench, 48, 6, 0)
    bench.act(Close(Verdict.FALSE, "lá cây"), bench.of(1))
    page = page_of(at_alarms())
    qtbot.waitUntil(lambda: page.chart.line.total == 2)
    page.filters.choose(HISTORY)
    qtbot.waitUntil(lambda: page.chart.line.total == 3)
    drag(page.chart, 0.0, 0.2)
    qtbot.waitUntil(lambda: cameras(page) == {1})
    page.filters.since.setCurrentIndex(2)
    qtbot.waitUntil(lambda: cameras(page) == {2, 3} and page.chart.line.total == 2)
    assert page.chart.line.from_s == bench.now_s - 24 * HOUR_S


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[TimeChart]:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1200, 100)
    chart = TimeChart(DARK, over)
    chart.resize(1200, chart.height())
    over.show()
    yield chart


def test_one_urgent_alarm_is_seen_among_thousands(chart: TimeChart) -> None:
    tally = Tally(0.0, 12_000.0)
    tally.add({(60, 4): 5_000, (60, 3): 1, (10, 1): 1})
    chart.show_line(tally.timeline())
    began_s = time.thread_time()
    image = chart.grab().toImage()
    assert time.thread_time() - began_s < 0.05
    ratio = image.devicePixelRatio()

    def column(part: int) -> list[tuple[int, int, int]]:
        x = int((chart.x_of(part) + 3) * ratio)
        return [rgb(image.pixelColor(x, y)) for y in range(image.height())]

    urgent, soon, later = (rgb(each) for each in (colours_of(DARK)[0], colours_of(DARK)[2], colours_of(DARK)[3]))
    assert column(10).count(urgent) >= 3
    assert column(60).count(soon) >= 3
    assert column(60).count(later) > 25
    assert "1 · danger to life: 1" in chart.words_of(10)


def test_marks_are_round_times() -> None:
    day_s = 24 * HOUR_S
    marks, kind = marks_between(1_790_000_123.0, 1_790_000_123.0 + 5 * HOUR_S, 10)
    assert kind == "HH:mm" and 3 < len(marks) <= 11
    assert all(each % 1800 == 0 for each in marks)
    marks, kind = marks_between(1_790_000_123.0, 1_790_000_123.0 + 365 * day_s, 10)
    assert kind == "d/M/yyyy" and 3 < len(marks) <= 11
