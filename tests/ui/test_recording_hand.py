"""One key records the camera in hand, and its tile says so, and why it does not any more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.fake_recordings import NOW_S, FakeRecordings
from tests.ui.pixels import MakeWindow, cell_image, rgb, view_of
from wall.model.events import StreamMeasured
from wall.model.recording import End, Hitch
from wall.model.tile import Cause, TileState
from wall.ui.corner import Corner, CornerMark
from wall.ui.notice_box import NoticeBox
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

RED = (200, 40, 30)
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Unix:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now_s = NOW_S

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def recordings(live: FakeLive) -> FakeRecordings:
    return FakeRecordings(live.bridge)


@pytest.fixture
def unix() -> Unix:
    return Unix()


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, recordings: FakeRecordings, unix: Unix) -> WallWindow:
    window = make_window(4, recordings=recordings, unix_time=unix)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


def press(window: WallWindow) -> None:
    QTest.keyClick(view_of(window), Qt.Key.Key_R, SHIFT)


def corner(window: WallWindow, cell: int) -> Corner | None:
    tile = window.showing.tile_at(cell)
    assert tile is not None
    return tile.corners.get(CornerMark.RECORDING)


def said(window: WallWindow) -> str:
    box = window.findChild(NoticeBox)
    assert box is not None
    return box._full if box.isVisible() else ""


def has_mark(image: QImage) -> bool:
    """Is anything but the picture painted at the top right?"""
    right = image.width()
    return len({rgb(image.pixelColor(x, y)) for x in range(right - 30, right - 4) for y in range(4, 16)}) > 2


def test_pressed_and_pressed_again(
    qtbot: QtBot, live: FakeLive, window: WallWindow, recordings: FakeRecordings, unix: Unix
) -> None:
    live.bridge.publish(StreamMeasured(1, 15.0, 512.0, 20.0, clock_offset_s=2.5))
    QTest.keyClick(view_of(window), Qt.Key.Key_Right)
    qtbot.wait(20)
    assert not has_mark(cell_image(window, 1))
    press(window)
    assert recordings.asked == [("start", 2, "rtsp://127.0.0.1/1/sub", 2.5)]
    assert said(window).startswith("Recording: 2  ")
    qtbot.waitUntil(lambda: corner(window, 1) is not None)
    assert has_mark(cell_image(window, 1)) and not has_mark(cell_image(window, 0))
    recordings.tell(2)
    unix.now_s += 55
    qtbot.waitUntil(lambda: corner(window, 1) == Corner(CornerMark.RECORDING, "1:05"), timeout=3000)
    press(window)
    assert recordings.asked[1:] == [("stop", 2)]
    recordings.tell(2, end=End.STOPPED)
    qtbot.waitUntil(lambda: corner(window, 1) is None)
    assert said(window).startswith("Recorded 0:42 of 2  ") and said(window).endswith("/films/2.mp4")
    assert not has_mark(cell_image(window, 1))


def test_what_ails_it(qtbot: QtBot, window: WallWindow, recordings: FakeRecordings) -> None:
    press(window)
    recordings.tell(1, hitch=Hitch.WAITING)
    qtbot.waitUntil(lambda: corner(window, 0) == Corner(CornerMark.RECORDING, "0:10", is_wrong=True))
    recordings.tell(1, hitch=Hitch.SLOW_DISK)
    slow = Corner(CornerMark.RECORDING, "the disk is too slow: pictures are missing", is_wrong=True)
    qtbot.waitUntil(lambda: corner(window, 0) == slow)
    image = cell_image(window, 0)
    late = rgb(DARK.on_shade_late)
    assert any(rgb(image.pixelColor(x, 10)) == late for x in range(image.width()))


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (End.DISK_FULL, "not recording: the disk is full"),
        (End.FOLDER_GONE, "not recording: the folder for recordings is gone"),
        (End.NOT_WRITABLE, "not recording: the folder for recordings cannot be written to"),
        (End.RESERVE, "not recording: it was stopped before the disk was full"),
        (End.NO_PICTURES, "not recording: the camera sent nothing"),
    ],
)
def test_an_end_that_nobody_wanted_is_named(
    qtbot: QtBot, live: FakeLive, window: WallWindow, recordings: FakeRecordings, end: End, words: str
) -> None:
    press(window)
    recordings.tell(1)
    recordings.tell(1, end=end)
    qtbot.waitUntil(lambda: corner(window, 0) == Corner(CornerMark.RECORDING, words, is_wrong=True))
    assert "has ended: " in said(window)
    live.clock.now_s += 61
    live.go_live(RED)
    qtbot.waitUntil(lambda: corner(window, 0) is None, timeout=3000)


def test_another_try_takes_the_complaint_away(qtbot: QtBot, window: WallWindow, recordings: FakeRecordings) -> None:
    press(window)
    recordings.tell(1, end=End.DISK_FULL)
    qtbot.waitUntil(lambda: (mark := corner(window, 0)) is not None and mark.is_wrong)
    press(window)
    qtbot.waitUntil(lambda: (mark := corner(window, 0)) is not None and not mark.is_wrong)
    assert [asked[0] for asked in recordings.asked] == ["start", "start"]


def test_it_goes_with_its_camera(qtbot: QtBot, live: FakeLive, window: WallWindow, recordings: FakeRecordings) -> None:
    """Alone, moved, away and back: whatever tile shows the camera says it; no other does."""
    press(window)
    recordings.tell(1)
    QTest.keyClick(view_of(window), Qt.Key.Key_Return)
    live.go_live(RED)
    qtbot.waitUntil(lambda: len(window.showing.visible_tiles()) == 1 and corner(window, 0) is not None)
    QTest.keyClick(view_of(window), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.showing.visible_tiles()) == 4)
    qtbot.waitUntil(lambda: [corner(window, cell) is not None for cell in range(4)] == [True, False, False, False])
    QTest.keyClick(view_of(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.showing.tile_at(0) is None)
    assert recordings.under_way.keys() == {1}, "out of sight it goes on"


def test_a_camera_that_has_failed_says_so_as_well(
    qtbot: QtBot, live: FakeLive, window: WallWindow, recordings: FakeRecordings
) -> None:
    press(window)
    live.fail(TileState.NO_SIGNAL, Cause.SILENT, 1)
    recordings.tell(1, hitch=Hitch.WAITING)
    qtbot.waitUntil(lambda: corner(window, 0) is not None and has_mark(cell_image(window, 0)))


def test_where_there_is_no_camera(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(3, recordings=FakeRecordings(live.bridge))
    QTest.keyClick(view_of(window), Qt.Key.Key_Down)
    QTest.keyClick(view_of(window), Qt.Key.Key_Right)
    press(window)
    assert said(window) == "There is no camera in this cell"


def test_where_nothing_is_recorded(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(1)
    press(window)
    assert said(window) == "Nothing can be recorded here"


def test_a_window_that_opens_later_knows_it_too(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, recordings: FakeRecordings, window: WallWindow
) -> None:
    press(window)
    recordings.tell(1)
    window.close()
    other = make_window(4, recordings=recordings, unix_time=lambda: NOW_S)
    live.go_live(RED)
    qtbot.waitUntil(lambda: corner(other, 0) is not None)
    press(other)
    assert recordings.asked[-1] == ("stop", 1)
