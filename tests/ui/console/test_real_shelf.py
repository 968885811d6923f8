"""Bookmarks, the ledger and keys on the real control room and database, in the console's window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_city import NOW_S
from tests.ui.console.fake_marks import GREEN, picture_of
from tests.ui.console.hand import click, press, type_text
from wall.model.board import Board
from wall.model.bookmark import Bookmark
from wall.model.layout import Layout
from wall.model.view import CameraCell, Order
from wall.services.control_room import ControlRoom
from wall.ui.console import ConsoleWindow
from wall.ui.console.bookmarks_page import BookmarksPage
from wall.ui.console.pages import BOOKMARKS, KEYS, UNSEEN

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(real_room: ControlRoom, make_console: MakeConsole) -> ConsoleWindow:
    window = make_console(rooms=real_room)
    real_room.show(real_room.selected_screen, Board(Layout.plain(2, 2)))
    return window


def keep(room: ControlRoom, number: int, note: str) -> None:
    bookmark = Bookmark(NOW_S - number, number, number, f"Camera {number}", "Ngã Sáu", note, operator="lan")
    room.add_bookmark(bookmark, picture_of(GREEN)).result(10)


def notes(page: BookmarksPage) -> list[str]:
    return [each.note for each in page.model.rows]


def on_board(room: ControlRoom) -> list[int]:
    slots = room.board(room.selected_screen).slots
    return [slot.content.camera_id for slot in slots if isinstance(slot.content, CameraCell)]


def test_bookmarks_from_the_first_to_the_last(qtbot: QtBot, window: ConsoleWindow, real_room: ControlRoom) -> None:
    for number, note in ((3, "Đổ trộm vật liệu"), (2, "Xe tải"), (1, "Tụ tập")):
        keep(real_room, number, note)
    window.go_to(BOOKMARKS)
    page = window.bookmarks
    qtbot.waitUntil(lambda: notes(page) == ["Tụ tập", "Xe tải", "Đổ trộm vật liệu"])
    qtbot.waitUntil(lambda: page.detail.picture.is_readable)
    page.look_for()
    type_text(page.finder, "do trom")
    qtbot.waitUntil(lambda: notes(page) == ["Đổ trộm vật liệu"])
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return, CTRL)
    assert on_board(real_room) == [3]
    press(window, Qt.Key.Key_F2)
    type_text(page.detail.note, "! ")
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: real_room.find_bookmarks("trom").result(10).bookmarks[0].note.startswith("!"))
    press(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: notes(page) == [])
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: notes(page) == ["! Đổ trộm vật liệu"])


def test_a_bookmark_that_was_removed_elsewhere_keeps_what_is_written(
    qtbot: QtBot, window: ConsoleWindow, real_room: ControlRoom
) -> None:
    keep(real_room, 1, "")
    window.go_to(BOOKMARKS)
    page = window.bookmarks
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)
    page.write_note()
    type_text(page.detail.note, "important")
    real_room.remove_bookmarks([page.model.rows[0].bookmark_id]).result(10)
    page.detail.keep()
    qtbot.waitUntil(lambda: "bring it back first" in page.detail.notice.text or page.model.rows == [])
    real_room.restore_bookmarks().result(10)
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)
    qtbot.waitUntil(lambda: page.detail.note.toPlainText() == "important")


def test_what_nobody_has_seen_is_toured(qtbot: QtBot, window: ConsoleWindow, real_room: ControlRoom) -> None:
    window.go_to(UNSEEN)
    page = window.unseen
    qtbot.waitUntil(lambda: len(page.model.rows) == len(real_room.cameras.ids()))
    click(window, "Tour")
    qtbot.waitUntil(lambda: len(real_room.touring(real_room.selected_screen)) == 1)
    (touring,) = real_room.touring(real_room.selected_screen)
    assert touring.tour.order is Order.UNSEEN_FIRST and touring.tour.name == "Unseen first"
    assert on_board(real_room) == [touring.stop.camera_id]
    page.view.go_to(4)
    click(window, "Tour")
    qtbot.waitUntil(lambda: [len(tour.stops) for tour in real_room.tours] == [1])


def test_keys_are_kept(qtbot: QtBot, window: ConsoleWindow, real_room: ControlRoom) -> None:
    window.go_to(KEYS)
    page = window.keys
    row = next(place for place, each in enumerate(page.model.rows) if each.action_id == "wall.bookmark")
    page.view.go_to(row)
    press(window, Qt.Key.Key_Return)
    QTest.keyClick(page.catcher, Qt.Key.Key_Y)
    assert real_room.keys == {"wall.bookmark": ("Y",)}
    press(window, Qt.Key.Key_Z, CTRL)
    assert real_room.keys == {}
