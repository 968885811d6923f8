"""Cameras called up by number: typed on a real window, answered at its lower edge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, view_of
from wall.model.keypad import TIMEOUT_S
from wall.model.layout import Layout
from wall.model.view import CameraCell, View
from wall.services.control_room import ControlRoom
from wall.ui.notice_box import NoticeBox
from wall.ui.wall_window import WallWindow


def type_in(window: WallWindow, keys: str) -> None:
    QTest.keyClicks(view_of(window), keys)


def enter(window: WallWindow, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(view_of(window), key)


def said(window: WallWindow) -> str:
    box = window.findChild(NoticeBox)
    assert box is not None
    return box.text() if box.isVisible() else ""


def cameras_on(window: WallWindow) -> list[int | None]:
    contents = window.wishes.board.page_contents()
    return [each.camera_id if isinstance(each, CameraCell) else None for each in contents]


def test_a_number_and_enter_bring_a_camera(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(30, 2, 2)
    type_in(window, "27")
    assert said(window).startswith("27   ") and "Cầu Đáp Cầu" in said(window), "what it would bring"
    assert cameras_on(window) == [1, 2, 3, 4]
    enter(window)
    assert cameras_on(window) == [27, 2, 3, 4]
    assert said(window) == ""
    assert not window.wishes.board.single, "that Enter belonged to the number"
    enter(window)
    assert window.wishes.board.single


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier])
def test_both_rows_of_digits(live: FakeLive, make_window: MakeWindow, modifier: Qt.KeyboardModifier) -> None:
    window = make_window(30, 2, 2)
    view = view_of(window)
    for key in (Qt.Key.Key_2, Qt.Key.Key_9, Qt.Key.Key_Slash, Qt.Key.Key_4):
        QTest.keyClick(view, key, modifier)
    assert said(window).startswith("29/4")
    QTest.keyClick(view, Qt.Key.Key_Enter, modifier)
    assert cameras_on(window) == [1, 2, 3, 29]
    assert window.wishes.board.selected == 3


def test_what_is_not_there_is_said(live: FakeLive, make_window: MakeWindow, vietnamese: None) -> None:
    window = make_window(6, 2, 2)
    for typed, words in (("999", "999"), ("5/17", "17"), ("*3", "3")):
        type_in(window, typed)
        enter(window)
        assert words in said(window) and said(window) != typed
    assert cameras_on(window) == [1, 2, 3, 4]


def test_esc_backspace_and_time_take_it_back(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(30, 2, 2)
    type_in(window, "27")
    QTest.keyClick(view_of(window), Qt.Key.Key_Backspace)
    assert said(window).startswith("2   ")
    QTest.keyClick(view_of(window), Qt.Key.Key_Escape)
    assert said(window) == ""
    type_in(window, "27")
    live.clock.now_s += TIMEOUT_S + 0.1
    enter(window)
    assert cameras_on(window) == [1, 2, 3, 4], "nobody finishes what somebody else began"


def test_a_camera_is_called_up_also_where_one_is_shown_alone(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(9, 2, 2)
    window.wishes.toggle_single()
    type_in(window, "9")
    enter(window)
    assert (window.wishes.board.single, cameras_on(window)[0]) == (True, 9)
    type_in(window, "8/3")
    enter(window)
    assert (window.wishes.board.single, cameras_on(window)) == (False, [9, 2, 8, 4])


def test_plus_and_minus_step_along_the_site(live: FakeLive, make_window: MakeWindow) -> None:
    """The cameras of the test are at two sites by turns."""
    window = make_window(9, 2, 2)
    for key, expected in (("+", 3), ("+", 5), ("-", 3), ("-", 1), ("-", 9)):
        type_in(window, key)
        assert cameras_on(window)[0] == expected


def test_a_view_by_its_place(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]) -> None:
    window = make_window(9, 2, 2)
    rooms[0].save_view(View("Ca đêm", Layout.plain(2, 1), (CameraCell(8), CameraCell(9))))
    qtbot.waitUntil(lambda: len(rooms[0].views) == 1)
    type_in(window, "*1")
    assert "Ca đêm" in said(window)
    enter(window)
    assert cameras_on(window) == [8, 9]


def test_the_box_stands_at_the_lower_edge_and_lets_clicks_through(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(4)
    type_in(window, "127")
    box, view = window.findChild(NoticeBox), view_of(window)
    assert box is not None and box.geometry().top() > view.height() * 0.8
    assert abs(box.geometry().center().x() - view.width() // 2) <= 1
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=box.geometry().center())
    assert window.wishes.board.selected in (2, 3)
