"""What is painted beforehand comes in portions, moves with the map, and comes however much changes meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.map.vector_makers import HEIGHT, WIDTH, frame_at
from wall.model.geo.vector import WorldRect
from wall.ui.map.frame import MapFrame
from wall.ui.map.sheet import Sheet

_PORTIONS = 40
_GROUND = QColor("#102030")


class _Work:
    """Paints the same square of the world in many portions, each of which takes a millisecond of a clock of its own."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.colour = QColor("#ff0000")
        self.painted: list[MapFrame] = []
        self.changes = 0
        left, top = frame_at().world(100, 100)
        right, bottom = frame_at().world(300, 200)
        self.square: WorldRect = (left, top, right, bottom)

    def portions(self, painter: QPainter, frame: MapFrame, is_small: bool) -> Iterator[None]:
        colour = QColor(self.colour)
        (left, top), (right, bottom) = frame.pixel(*self.square[:2]), frame.pixel(*self.square[2:])
        for step in range(_PORTIONS):
            self.now_s += 0.001
            high = (bottom - top) / _PORTIONS
            painter.fillRect(round(left), round(top + step * high), round(right - left), round(high) + 1, colour)
            yield
        if not is_small:
            self.painted.append(frame)

    def change(self) -> None:
        self.changes += 1


@pytest.fixture
def work() -> _Work:
    return _Work()


@pytest.fixture
def sheet(qtbot: QtBot, work: _Work) -> Iterator[Sheet]:
    made = Sheet(work.portions, work.square, _GROUND, work.change, monotonic=lambda: work.now_s)
    yield made
    made.stop()
    assert made.is_whole


def _seen(sheet: Sheet, frame: MapFrame, x: int, y: int) -> str:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#000000"))
    painter = QPainter(image)
    sheet.paint(painter, frame)
    painter.end()
    return image.pixelColor(x, y).name()


def test_nobody_waits_for_it(qtbot: QtBot, sheet: Sheet, work: _Work) -> None:
    assert _seen(sheet, frame_at(), 200, 150) == _GROUND.name()
    assert work.painted == []
    qtbot.waitUntil(lambda: sheet.is_whole)
    assert _seen(sheet, frame_at(), 200, 150) == "#ff0000"
    assert _seen(sheet, frame_at(), 50, 50) == _GROUND.name()
    assert len(work.painted) == work.changes == 1


def test_it_moves_and_another_one_is_made_before_it_ends(qtbot: QtBot, sheet: Sheet, work: _Work) -> None:
    frame = frame_at()
    _seen(sheet, frame, 0, 0)
    qtbot.waitUntil(lambda: sheet.is_whole)
    assert _seen(sheet, frame.moved(60, 40), 260, 190) == "#ff0000"
    assert len(work.painted) == 1, "it has a margin"
    assert _seen(sheet, frame.moved(110, 40), 310, 190) == "#ff0000", "beyond what may be used of it, it is still shown"
    qtbot.waitUntil(lambda: sheet.is_whole)
    assert len(work.painted) == 2


def test_a_zoom_is_shown_at_once_and_painted_when_it_rests(qtbot: QtBot, sheet: Sheet, work: _Work) -> None:
    frame = frame_at()
    _seen(sheet, frame, 0, 0)
    qtbot.waitUntil(lambda: sheet.is_whole)
    for _ in range(10):
        frame = frame.zoomed(1.02, 200, 150)
        assert _seen(sheet, frame, 200, 150) == "#ff0000"
        QCoreApplication.processEvents()
    assert len(work.painted) == 1
    qtbot.waitUntil(lambda: len(work.painted) == 2)
    assert work.painted[-1].scale == frame.scale


def test_far_out_the_small_picture_stands_in(qtbot: QtBot, sheet: Sheet) -> None:
    frame = frame_at()
    _seen(sheet, frame.moved(3000, 0), 0, 0)
    qtbot.waitUntil(lambda: sheet.is_whole)
    assert _seen(sheet, frame, 200, 150) == "#ff0000", "what lies on the sheet is nowhere near"
    assert _seen(sheet, frame, 50, 50) == _GROUND.name()


def test_much_change_does_not_keep_the_map_away(qtbot: QtBot, sheet: Sheet, work: _Work) -> None:
    """Somebody tells of a change in every turn: each sheet is finished all the same, and the last one shows the end."""
    _seen(sheet, frame_at(), 0, 0)
    turns, until_s = 0, time.monotonic() + 1.0
    while time.monotonic() < until_s:
        turns += 1
        sheet.renew()
        QCoreApplication.processEvents()
        _seen(sheet, frame_at(), 0, 0)
    assert 2 <= len(work.painted) < turns / 2
    work.colour = QColor("#0000ff")
    sheet.renew()
    qtbot.waitUntil(lambda: sheet.is_whole)
    assert _seen(sheet, frame_at(), 200, 150) == "#0000ff"


def test_between_two_frames_of_a_moving_map_there_is_one_short_turn(sheet: Sheet, work: _Work, qtbot: QtBot) -> None:
    """As long as frames come, however long each of them takes."""
    _seen(sheet, frame_at(), 0, 0)
    qtbot.waitUntil(lambda: sheet.is_whole)
    frame = frame_at().moved(110, 40)
    turns_s: list[float] = []
    while len(work.painted) == 1:
        before_s = work.now_s
        _seen(sheet, frame, 0, 0)
        until_s = time.monotonic() + 0.01
        while time.monotonic() < until_s:
            QCoreApplication.processEvents()
        turns_s.append(work.now_s - before_s)
    assert len(turns_s) >= 8, "forty milliseconds of work in portions of four"
    assert sorted(turns_s)[len(turns_s) // 2] <= 0.0051


def test_a_map_that_stands_is_done_soon_however_often_it_is_shown(sheet: Sheet, work: _Work, qtbot: QtBot) -> None:
    """Pictures on it are live: it is painted for each of them."""
    _seen(sheet, frame_at(), 0, 0)
    qtbot.waitUntil(lambda: sheet.is_whole)
    work.now_s += 1.0
    sheet.renew()
    turns = 0
    while len(work.painted) == 1:
        turns += 1
        _seen(sheet, frame_at(), 0, 0)
        QCoreApplication.processEvents()
        time.sleep(0.001)
        assert turns < 1000
    assert work.now_s < 1.2
    assert turns <= 8, "forty milliseconds of work in portions of twelve"
