"""What a finger carries in and out of the console: rows, and cells of screens in small. Real touches, real windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint
from PySide6.QtGui import QInputDevice, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.dropping import middle_of
from tests.ui.console.fake_room import PRESETS, FakeRoom
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import view_of
from tests.ui.taps import quick_taps
from wall.model.board import Board
from wall.model.view import CameraCell
from wall.ui.console import ConsoleWindow
from wall.ui.console.mini_wall import MiniWall
from wall.ui.console.pages import CAMERAS, SCREENS
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture(scope="module")
def touch(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def window(make_console: MakeConsole, room: FakeRoom) -> ConsoleWindow:
    """So far to the left that the display, which is smaller, shows both screens in small.

    On the first of them, of nine cells each, stand cameras 1, 2 and 3.
    """
    board = Board(PRESETS[2])
    for cell in range(3):
        board = board.put(cell, CameraCell(cell + 1))
    room.show(room.screens[0].screen_id, board.selected_at(0))
    window = make_console(page=SCREENS, width=1240, height=700)
    window.move(-180, 0)
    return window


class Finger:
    """One finger, on places of the desktop."""

    def __init__(self, device: QPointingDevice, window: QWidget) -> None:
        self._device = device
        self._window = window
        self._at = QPoint()

    def press(self, at: QPoint) -> None:
        self._at = at
        QTest.touchEvent(self._window, self._device).press(0, at).commit()

    def move_to(self, *places: QPoint) -> None:
        for at in places:
            self._at = at
            QTest.touchEvent(self._window, self._device).move(0, at).commit()

    def let_go(self) -> None:
        QTest.touchEvent(self._window, self._device).release(0, self._at).commit()

    def be_cancelled(self) -> None:
        QApplication.sendEvent(self._window.windowHandle(), QTouchEvent(QEvent.Type.TouchCancel, self._device))
        self.let_go()


@pytest.fixture
def on(touch: QPointingDevice, window: ConsoleWindow) -> Finger:
    return Finger(touch, window)


def mini_of(window: ConsoleWindow, place: int) -> MiniWall:
    return window.screens.shelf.cards[place].mini


def cell_of(window: ConsoleWindow, place: int, cell: int) -> QPoint:
    mini = mini_of(window, place)
    return mini.mapToGlobal(middle_of(mini, cell))


def row_of(view: QAbstractItemView, index: QModelIndex) -> QPoint:
    area = view.visualRect(index)
    return view.viewport().mapToGlobal(QPoint(area.right() - 20, area.center().y()))


def contents(room: FakeRoom, place: int) -> list[object]:
    return list(room.board(room.screens[place].screen_id).page_contents())


def test_a_cell_is_carried_from_one_screen_in_small_to_the_other(
    on: Finger, window: ConsoleWindow, room: FakeRoom
) -> None:
    start = cell_of(window, 0, 1)
    on.press(start)
    on.move_to(start + QPoint(12, 0), cell_of(window, 1, 4))
    assert mini_of(window, 1)._aim == 4 and mini_of(window, 0)._aim is None
    on.let_go()
    assert contents(room, 0)[:3] == [CameraCell(1), None, CameraCell(3)]
    assert contents(room, 1)[4] == CameraCell(2) and mini_of(window, 1)._aim is None


def test_a_touch_that_is_cancelled_or_ends_nowhere_changes_nothing(
    on: Finger, window: ConsoleWindow, room: FakeRoom
) -> None:
    start, before = cell_of(window, 0, 1), [contents(room, 0), contents(room, 1)]
    on.press(start)
    on.move_to(start + QPoint(12, 0), cell_of(window, 1, 4))
    on.be_cancelled()
    on.press(start)
    on.move_to(start + QPoint(12, 0), cell_of(window, 1, 4), QPoint(400, 700))
    on.let_go()
    assert [contents(room, 0), contents(room, 1)] == before and mini_of(window, 1)._aim is None


def test_cameras_are_carried_out_of_the_tree_into_a_screen(on: Finger, window: ConsoleWindow, room: FakeRoom) -> None:
    view, model = window.tree.view, window.tree.model
    index = model.index_of(6)
    view.setExpanded(model.parent(index), True)
    view.setCurrentIndex(index)
    view.scrollTo(index)
    start = row_of(view, index)
    on.press(start)
    on.move_to(start + QPoint(4, 2), start + QPoint(20, 0), cell_of(window, 1, 3))
    assert mini_of(window, 1)._aim == 3
    on.let_go()
    assert contents(room, 1)[3] == CameraCell(6)
    assert view.state() is QAbstractItemView.State.NoState, "else a pointer that passes would drag again"


def test_a_row_of_a_table_is_held_over_a_pages_name_to_get_there(
    qtbot: QtBot, on: Finger, window: ConsoleWindow, room: FakeRoom
) -> None:
    window.move(0, 0)
    window.go_to(CAMERAS)
    view = window.cameras.view
    view.go_to(0)
    camera = window.cameras.model.rows[0].camera.camera_id
    start = row_of(view, view.model().index(0, 1))
    (tab,) = [each for each in window.navigation.findChildren(QPushButton) if each.text() == "Screens"]
    on.press(start)
    on.move_to(start + QPoint(0, 14), tab.mapToGlobal(tab.rect().center()))
    qtbot.waitUntil(lambda: window.page == SCREENS)
    qtbot.wait(50)  # All of it has found its place.
    on.move_to(cell_of(window, 0, 7))
    on.let_go()
    assert contents(room, 0)[7] == CameraCell(camera)


def test_from_a_wall_to_a_screen_in_small(
    qtbot: QtBot, on: Finger, window: ConsoleWindow, room: FakeRoom, live: FakeLive, touch: QPointingDevice
) -> None:
    wall = WallWindow(room, room.screens[0], live, live.bridge, DARK, TileNumbers(), monotonic=live.clock)
    wall.setGeometry(0, 705, 400, 90)
    with qtbot.waitExposed(wall):
        wall.show()
    finger = Finger(touch, wall)
    finger.press(view_of(wall).mapToGlobal(QPoint(40, 10)))
    qtbot.wait(600)
    finger.move_to(cell_of(window, 1, 8))
    assert mini_of(window, 1)._aim == 8
    finger.let_go()
    wall.close()
    wall.deleteLater()
    assert contents(room, 1)[8] == CameraCell(1) and contents(room, 0)[0] is None


def test_quick_taps_on_two_cells_open_no_camera(qtbot: QtBot, on: Finger, window: ConsoleWindow) -> None:
    with quick_taps():
        for cell in (0, 1):
            on.press(cell_of(window, 0, cell))
            on.let_go()
            qtbot.wait(5)
            assert window.panel.camera_id is None and mini_of(window, 0).board.selected_cell == cell
        for _ in range(2):
            on.press(cell_of(window, 0, 1))
            on.let_go()
            qtbot.wait(5)
    assert window.panel.camera_id == 2
