"""A tile in the hand of a finger, which goes from one window to another. Real touches on real windows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import cell_image, rgb, view_of
from tests.ui.taps import quick_taps
from tests.ui.two_walls import numbers_on, room_of_two, windows_of
from wall.services.control_room import ControlRoom
from wall.ui import finger, hand
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

BEFORE = [[1, 2, 3, 4], [5, 1]]


@pytest.fixture(scope="module")
def touch(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def room(live: FakeLive) -> Iterator[ControlRoom]:
    with room_of_two(live) as room:
        yield room


@pytest.fixture
def walls(
    qtbot: QtBot, live: FakeLive, room: ControlRoom, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[WallWindow]]:
    monkeypatch.setattr(hand, "LIFT_MS", 50)
    with windows_of(room, qtbot, live) as windows:
        yield windows


class Finger:
    """One finger, told over which cell of which window it is. Qt finds the window by the place on the desktop."""

    def __init__(self, device: QPointingDevice, qtbot: QtBot, window: WallWindow) -> None:
        self._device = device
        self._qtbot = qtbot
        self._window = window
        self._at = QPoint()

    def rest_on(self, cell: int) -> None:
        """Until the tile is lifted."""
        self.press(self._window, cell)
        watch = self._window.findChild(hand.Hand)
        assert watch is not None
        self._qtbot.waitUntil(lambda: watch.lifted == cell)

    def press(self, window: WallWindow, cell: int) -> None:
        self._at = middle_of(window, cell)
        QTest.touchEvent(self._window, self._device).press(0, self._at).commit()

    def move_to(self, window: WallWindow, cell: int) -> None:
        self._move(middle_of(window, cell))

    def move_to_nowhere(self) -> None:
        self._move(QPoint(720, 100))

    def let_go(self) -> None:
        QTest.touchEvent(self._window, self._device).release(0, self._at).commit()

    def be_cancelled(self) -> None:
        """As the window system does when a gesture of its own begins; Qt then lets the button of its mouse go."""
        QApplication.sendEvent(self._window.windowHandle(), QTouchEvent(QEvent.Type.TouchCancel, self._device))
        self.let_go()

    def _move(self, at: QPoint) -> None:
        self._at = at
        QTest.touchEvent(self._window, self._device).move(0, at).commit()


def middle_of(window: WallWindow, cell: int) -> QPoint:
    """On the desktop."""
    area, view = view_of(window).cells[cell], view_of(window)
    return view.mapToGlobal(QPoint(area.x + area.width // 2, area.y + area.height // 2))


@pytest.fixture
def on(qtbot: QtBot, touch: QPointingDevice, walls: list[WallWindow]) -> Finger:
    """A finger at the first wall."""
    return Finger(touch, qtbot, walls[0])


def numbers(walls: list[WallWindow]) -> list[list[int | None]]:
    return [numbers_on(wall) for wall in walls]


def is_aimed_at(wall: WallWindow, cell: int) -> bool:
    return rgb(cell_image(wall, cell).pixelColor(3, 60)) == rgb(DARK.accent)


def carried() -> list[QLabel]:
    """What can be seen of what is carried."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QLabel) and each.isVisible()]


def test_a_tile_is_carried_to_another_window(qtbot: QtBot, on: Finger, walls: list[WallWindow]) -> None:
    on.rest_on(3)
    assert is_aimed_at(walls[0], 3)
    on.move_to(walls[1], 1)
    assert is_aimed_at(walls[1], 1) and not is_aimed_at(walls[0], 3)
    on.move_to(walls[1], 0)
    assert is_aimed_at(walls[1], 0) and not is_aimed_at(walls[1], 1)
    on.let_go()
    qtbot.waitUntil(lambda: numbers(walls) == [[1, 2, 3, None], [4, 1]])
    assert not is_aimed_at(walls[1], 0)
    assert walls[1].wishes.board.gone_back().content_at(0) is not None, "the one before is remembered"


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_what_is_carried_is_seen_above_the_finger(
    qtbot: QtBot, live: FakeLive, on: Finger, walls: list[WallWindow]
) -> None:
    for tile in walls[0].showing.visible_tiles():
        live.go_live((200, 40, 30), tile.number)
    qtbot.waitUntil(lambda: walls[0].tiles_not_live() == [])
    on.rest_on(0)
    (picture,) = carried()
    assert rgb(picture.grab().toImage().pixelColor(30, 30)) == (200, 40, 30)
    on.move_to(walls[1], 0)
    at = middle_of(walls[1], 0)
    area = picture.geometry()
    assert area.bottom() < at.y() and area.left() < at.x() < area.right()
    on.let_go()
    assert carried() == []


def test_let_go_over_nothing_it_stays(qtbot: QtBot, on: Finger, walls: list[WallWindow]) -> None:
    on.rest_on(0)
    on.move_to(walls[1], 1)
    on.move_to_nowhere()
    assert not is_aimed_at(walls[1], 1)
    on.let_go()
    qtbot.wait(20)
    assert numbers(walls) == BEFORE


def test_a_touch_that_is_cancelled_changes_nothing(qtbot: QtBot, on: Finger, walls: list[WallWindow]) -> None:
    on.rest_on(0)
    on.move_to(walls[1], 1)
    on.be_cancelled()
    qtbot.wait(20)
    assert numbers(walls) == BEFORE and not is_aimed_at(walls[1], 1)


def test_esc_puts_it_back_wherever_the_finger_is(qtbot: QtBot, on: Finger, walls: list[WallWindow]) -> None:
    on.rest_on(0)
    on.move_to(walls[1], 1)
    QTest.keyClick(view_of(walls[0]), Qt.Key.Key_Escape)
    assert not is_aimed_at(walls[1], 1)
    on.let_go()
    qtbot.wait(20)
    assert numbers(walls) == BEFORE


def test_let_go_at_home_it_waits_for_a_touch_in_whichever_window(
    qtbot: QtBot, on: Finger, walls: list[WallWindow]
) -> None:
    """Two panels side by side have a rim between them, and each its own glass: no finger gets across."""
    on.rest_on(1)
    on.let_go()
    qtbot.wait(20)
    assert numbers(walls) == BEFORE and is_aimed_at(walls[0], 1)
    on.press(walls[1], 0)
    assert is_aimed_at(walls[1], 0), "where it would go"
    on.let_go()
    qtbot.waitUntil(lambda: numbers(walls) == [[1, None, 3, 4], [2, 1]])


def test_what_waits_too_long_is_put_back(
    qtbot: QtBot, on: Finger, walls: list[WallWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finger, "WAITS_MS", 60)
    on.rest_on(1)
    on.let_go()
    assert is_aimed_at(walls[0], 1)
    qtbot.waitUntil(lambda: not is_aimed_at(walls[0], 1))
    on.press(walls[1], 0)
    on.let_go()
    qtbot.wait(20)
    assert numbers(walls) == BEFORE


def test_a_window_that_closes_takes_what_it_carries_with_it(
    qtbot: QtBot, on: Finger, walls: list[WallWindow], live: FakeLive
) -> None:
    on.rest_on(0)
    on.move_to(walls[1], 1)
    walls[0].close()
    assert not is_aimed_at(walls[1], 1)
    on.let_go()
    qtbot.wait(20)
    assert numbers_on(walls[1]) == [5, 1]


def test_a_tap_and_a_swipe_lift_nothing(qtbot: QtBot, on: Finger, walls: list[WallWindow]) -> None:
    watch = walls[0].findChild(hand.Hand)
    assert watch is not None
    watch._lift_timer.setInterval(600)  # A busy machine takes longer than 50 ms from the one to the other.
    on.press(walls[0], 0)
    on.move_to(walls[1], 1)
    qtbot.wait(700)
    assert not is_aimed_at(walls[1], 1)
    on.let_go()
    qtbot.wait(20)
    assert numbers(walls) == BEFORE


def test_two_quick_taps_on_two_tiles_are_no_double_tap(qtbot: QtBot, on: Finger, walls: list[WallWindow]) -> None:
    with quick_taps():
        for cell in (0, 1, 3, 3):
            assert not walls[0].wishes.board.single
            on.press(walls[0], cell)
            on.let_go()
            assert walls[0].wishes.board.selected == cell
            qtbot.wait(5)
    assert walls[0].wishes.board.single
