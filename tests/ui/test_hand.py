"""Tiles in the hand: dragged, dropped, copied, lifted by a finger. Real mouse and touch events, real drop events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QInputDevice,
    QMouseEvent,
    QPixmap,
    QPointingDevice,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, cell_image, middle, rgb, view_of
from wall.model.board import Board
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.view import CameraCell, View
from wall.services.control_room import ControlRoom
from wall.ui import hand
from wall.ui.drag import CAMERAS, Lifted, cameras_freight, cell_freight, dragged_cameras, lifted_from, view_freight
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

RED, BLUE, GREEN = (200, 40, 30), (20, 60, 220), (30, 180, 60)
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
MOVE = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def centre_of(window: WallWindow, cell: int) -> QPoint:
    area = view_of(window).cells[cell]
    return QPoint(area.x + area.width // 2, area.y + area.height // 2)


def cameras_on(window: WallWindow) -> list[int | None]:
    contents = window.wishes.board.page_contents()
    return [each.camera_id if isinstance(each, CameraCell) else None for each in contents]


@pytest.fixture(scope="module")
def finger(qapp: QCoreApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def drop_on(window: WallWindow, cell: int, freight: QMimeData, modifiers: Qt.KeyboardModifier = NONE) -> bool:
    """What Qt sends while something is carried over a cell and let go there; was it taken?"""
    view, at = view_of(window), centre_of(window, cell)
    entered = QDragEnterEvent(at, MOVE, freight, LEFT, modifiers)
    QApplication.sendEvent(view, entered)
    if not entered.isAccepted():
        QApplication.sendEvent(view, QDragLeaveEvent())
        return False
    dropped = QDropEvent(QPointF(at), MOVE, freight, LEFT, modifiers)
    QApplication.sendEvent(view, dropped)
    return dropped.isAccepted()


def lifted(window: WallWindow, cell: int) -> QMimeData:
    """The freight of a tile that was dragged out of a cell."""
    board = window.wishes.board
    content = board.content_at(cell)
    camera = content.camera_id if isinstance(content, CameraCell) else None
    return cell_freight(Lifted(window.screen_id, board.slot_at(cell)), camera)


def test_tiles_change_places_without_a_new_connection(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(4)
    for tile, colour in enumerate((RED, BLUE, GREEN, (200, 200, 10))):
        live.go_live(colour, tile)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    live.asked.clear()
    assert drop_on(window, 3, lifted(window, 0))
    assert cameras_on(window) == [4, 2, 3, 1]
    assert (middle(window, 0), middle(window, 3)) == ((200, 200, 10), RED), "at once, and in colour"
    assert live.asked == [], "cells of one size: nothing at all is asked for"
    assert window.wishes.board.selected == 3, "the hand goes along"


def test_with_ctrl_the_tile_is_copied(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(3)
    assert drop_on(window, 3, lifted(window, 0), CTRL)
    assert cameras_on(window) == [1, 2, 3, 1]
    assert live.count("show") == 4, "the copy is a tile of its own"
    assert live.count("hide", "rest", "resize") == 0


def test_cameras_from_a_list_go_on_into_empty_cells(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(9, 3, 3)
    for cell in (2, 4, 5):
        window.wishes.select(cell)
        window.wishes.empty()
    assert cameras_on(window) == [1, 2, None, 4, None, None, 7, 8, 9]
    assert drop_on(window, 1, cameras_freight([3, 5, 6, 999, 3]))
    assert cameras_on(window) == [1, 3, 5, 4, 6, None, 7, 8, 9], "the one that is gone is passed over"
    assert window.wishes.board.selected == 1
    window.wishes.undo()
    assert cameras_on(window) == [1, 2, None, 4, None, None, 7, 8, 9], "one step back"


def test_more_cameras_than_cells_go_on_further_pages(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(30, 2, 2)
    window.wishes.show(Board(Layout.plain(2, 2)))
    assert drop_on(window, 1, cameras_freight(range(11, 20)))
    assert cameras_on(window) == [None, 11, 12, 13]
    assert window.wishes.board.pages == 3
    window.wishes.turn(2)
    assert cameras_on(window) == [18, 19, None, None]


def test_a_view_is_dropped(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]) -> None:
    window = make_window(6, 2, 2)
    rooms[0].save_view(View("Chợ đêm", Layout.plain(3, 1), (CameraCell(6), None, CameraCell(2))))
    qtbot.waitUntil(lambda: len(rooms[0].views) == 1)
    assert drop_on(window, 0, view_freight(rooms[0].views[0].view_id))
    assert cameras_on(window) == [6, None, 2]
    assert not drop_on(window, 0, view_freight(777)), "a view that is gone"


@pytest.mark.parametrize(
    "data", [b"", b"not json", b"{}", b"[true, -4, 1.5]", b"[" * 5000, b'["1"]', b"[12345678901234567890123]"]
)
def test_broken_freight_does_nothing(live: FakeLive, make_window: MakeWindow, data: bytes) -> None:
    window = make_window(4)
    freight = QMimeData()
    freight.setData(CAMERAS, data)
    assert not drop_on(window, 1, freight)
    text = QMimeData()
    text.setText("rtsp://127.0.0.1/")
    assert not drop_on(window, 1, text)
    assert cameras_on(window) == [1, 2, 3, 4]


def test_the_cell_under_the_pointer_is_framed_while_something_is_carried(
    live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(4)
    accent = rgb(DARK.accent)
    freight = cameras_freight([1])
    enter = QDragEnterEvent(centre_of(window, 3), MOVE, freight, LEFT, NONE)
    QApplication.sendEvent(view_of(window), enter)
    assert rgb(cell_image(window, 3).pixelColor(3, 60)) == accent
    QApplication.sendEvent(view_of(window), QDragLeaveEvent())
    assert rgb(cell_image(window, 3).pixelColor(3, 60)) != accent


def test_dragging_with_the_mouse_carries_the_tile(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[tuple[QMimeData, QPixmap]] = []
    window = make_window(3)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    watch = window.findChild(hand.Hand)
    assert watch is not None

    def note(source: QWidget, freight: QMimeData, picture: QPixmap) -> None:
        carried.append((freight, picture))

    monkeypatch.setattr(watch, "_carries", note)
    view = view_of(window)
    for cell in (1, 3):  # The last one is empty: there is nothing to carry.
        QTest.mousePress(view, LEFT, pos=centre_of(window, cell))
        for step in range(1, 6):
            at = QPointF(centre_of(window, cell) + QPoint(4 * step, 0))
            move = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), LEFT, LEFT, NONE)
            QApplication.sendEvent(view, move)
        QTest.mouseRelease(view, LEFT, pos=centre_of(window, cell))
    ((freight, picture),) = carried
    assert lifted_from(freight) == Lifted(window.screen_id, 1)
    assert dragged_cameras(freight) == (2,)
    assert rgb(picture.toImage().pixelColor(30, 30)) == RED


def test_a_tile_moves_from_one_screen_to_another(
    live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    """Dropped on another screen of the room: its own cell is empty then, and remembers it."""
    window = make_window(4)
    room = rooms[0]
    room.keep_screens([*room.screens, Screen("2", 2)])
    other = room.screens[1].screen_id
    room.show(other, room.board(other).put(0, CameraCell(3)))
    assert drop_on(window, 1, cell_freight(Lifted(other, 0), 3))
    assert cameras_on(window) == [1, 3, 3, 4]
    assert room.board(other).is_empty
    assert room.board(other).gone_back().content_at(0) == CameraCell(3)
    assert not drop_on(window, 2, cell_freight(Lifted(other, 0), 3)), "nothing stands there any more"
    assert not drop_on(window, 2, cell_freight(Lifted(4711, 0), 1)), "a screen that is gone"
    assert not drop_on(window, 2, cell_freight(Lifted(window.screen_id, 99), 1)), "a cell that is gone"
    assert cameras_on(window) == [1, 3, 3, 4]


def test_a_finger_lifts_a_tile_and_the_next_touch_puts_it_down(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, finger: QPointingDevice
) -> None:
    monkeypatch.setattr(hand, "LIFT_MS", 50)
    window = make_window(4)
    watch = window.findChild(hand.Hand)
    assert watch is not None
    view = view_of(window)
    QTest.touchEvent(view, finger).press(0, centre_of(window, 1)).commit()
    qtbot.waitUntil(lambda: watch.lifted == 1)
    QTest.touchEvent(view, finger).release(0, centre_of(window, 1)).commit()
    assert watch.lifted == 1, "let go where it was: it waits for where it shall go"
    QTest.touchEvent(view, finger).press(0, centre_of(window, 2)).commit()
    QTest.touchEvent(view, finger).release(0, centre_of(window, 2)).commit()
    qtbot.waitUntil(lambda: cameras_on(window) == [1, 3, 2, 4])
    assert watch.lifted is None


def test_a_finger_carries_a_tile_to_where_it_is_let_go(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, finger: QPointingDevice
) -> None:
    monkeypatch.setattr(hand, "LIFT_MS", 50)
    window = make_window(4)
    watch = window.findChild(hand.Hand)
    assert watch is not None
    view = view_of(window)
    QTest.touchEvent(view, finger).press(0, centre_of(window, 0)).commit()
    qtbot.waitUntil(lambda: watch.lifted == 0)
    QTest.touchEvent(view, finger).move(0, centre_of(window, 3)).commit()
    QTest.touchEvent(view, finger).release(0, centre_of(window, 3)).commit()
    qtbot.waitUntil(lambda: cameras_on(window) == [4, 2, 3, 1])


def test_a_lifted_tile_is_put_back_with_esc(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, finger: QPointingDevice
) -> None:
    monkeypatch.setattr(hand, "LIFT_MS", 50)
    window = make_window(4)
    watch = window.findChild(hand.Hand)
    assert watch is not None
    QTest.touchEvent(view_of(window), finger).press(0, centre_of(window, 0)).commit()
    qtbot.waitUntil(lambda: watch.lifted == 0)
    QTest.keyClick(view_of(window), Qt.Key.Key_Escape)
    QTest.touchEvent(view_of(window), finger).release(0, centre_of(window, 3)).commit()
    qtbot.wait(20)
    assert cameras_on(window) == [1, 2, 3, 4]
