"""Bookmarks in the operator's hand: found, seen, written on, brought back, removed and restored."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_marks import GREEN, MakePage, bookmark, go_to, page_on, picture_of
from tests.ui.console.fake_room import FakeRoom
from tests.ui.console.hand import click, type_text
from wall.model.errors import StoreError
from wall.model.view import CameraCell
from wall.ui.console.bookmarks_page import BookmarksPage
from wall.ui.console.pages import BOOKMARKS
from wall.ui.drag import dragged_cameras

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def make_page(qtbot: QtBot, room: FakeRoom, chosen_files: list[Path]) -> MakePage:
    return lambda: page_on(qtbot, room, chosen_files)


def shown(page: BookmarksPage) -> list[str]:
    return [each.note for each in page.model.rows]


def on_board(room: FakeRoom) -> list[int]:
    board = room.board(room.selected_screen)
    return [slot.content.camera_id for slot in board.slots if isinstance(slot.content, CameraCell)]


def test_what_there_is_the_newest_first(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number in (2, 1, 3):
        room.add_bookmark(bookmark(number, note=f"note {number}", tags=("chợ",)), picture_of(GREEN))
    page = make_page()
    assert shown(page) == ["note 1", "note 2", "note 3"]
    qtbot.waitUntil(lambda: page.detail.picture.is_readable)
    assert page.detail.note.toPlainText() == "note 1" and page.detail.tags.text() == "chợ"
    middle = page.detail.picture.grab().toImage()
    assert abs(middle.pixelColor(middle.width() // 2, middle.height() // 2).green() - GREEN.green()) < 8


def test_small_pictures_are_fetched_for_the_rows_that_are_seen_only(
    qtbot: QtBot, make_page: MakePage, room: FakeRoom
) -> None:
    asked: list[int] = []
    give = room.bookmark_picture

    def noted(bookmark_id: int) -> Future[bytes]:
        asked.append(bookmark_id)
        return give(bookmark_id)

    room.bookmark_picture = noted  # type: ignore[method-assign]
    for number in range(300):
        room.add_bookmark(bookmark(number), picture_of(GREEN, 96, 54) if number != 3 else b"no picture at all")
    page = make_page()

    def colour_of_first() -> QColor:
        return page.view.viewport().grab().toImage().pixelColor(50, 30)

    qtbot.waitUntil(lambda: abs(colour_of_first().green() - GREEN.green()) < 8)
    qtbot.waitUntil(lambda: len(set(asked)) >= 10)
    qtbot.wait(50)
    assert len(set(asked)) < 30 and len(asked) - len(set(asked)) <= 1, "each once, and the first in large too"


def test_while_one_types_the_list_is_first_and_the_rest_follows(
    qtbot: QtBot, make_page: MakePage, room: FakeRoom
) -> None:
    """A letter is answered by the list; its first row's picture and camera come when the hand has come to rest."""
    for number, note in enumerate(("Xe tải ở chợ", "Đổ trộm", "Tụ tập ở Ngã Tư")):
        room.add_bookmark(bookmark(number, note=note), b"")
    page = make_page()
    qtbot.waitUntil(lambda: page.detail.bookmark is not None)
    before = page.detail.bookmark
    assert before is not None
    opened: list[int] = []
    page.opened.connect(opened.append)
    page.look_for()
    type_text(page.finder, "tu")
    qtbot.waitUntil(lambda: shown(page) == ["Tụ tập ở Ngã Tư"] or page.detail.bookmark is not before)
    qtbot.waitUntil(lambda: page.detail.bookmark == page.view.current)
    assert page.detail.bookmark is not None and page.detail.bookmark.note == "Tụ tập ở Ngã Tư"
    assert len(opened) <= 1, "not once for each letter"


def test_found_as_one_types(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number, note in enumerate(("Xe tải ở chợ", "Đổ trộm", "Tụ tập ở Ngã Tư")):
        room.add_bookmark(bookmark(number, note=note), b"")
    page = make_page()
    page.look_for()
    type_text(page.finder, "do tr")
    qtbot.waitUntil(lambda: shown(page) == ["Đổ trộm"])
    QTest.keyClick(page.finder, Qt.Key.Key_Down)
    assert page.view.hasFocus()
    assert page.go_back()
    qtbot.waitUntil(lambda: len(page.model.rows) == 3)
    page.look_for()
    type_text(page.finder, "zzz")
    qtbot.waitUntil(lambda: page.model.rows == [])
    assert "No bookmark is found." in texts_of(page) and page.detail.bookmark is None


def has_rows(page: BookmarksPage, count: int) -> bool:
    return len(page.model.rows) == count


def texts_of(page: BookmarksPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_an_answer_that_was_overtaken_is_not_shown(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number, note in enumerate(("alpha", "alpine", "beta")):
        room.add_bookmark(bookmark(number, note=note), b"")
    page = make_page()
    room.is_slow = True
    page.look_for()
    type_text(page.finder, "al")
    qtbot.waitUntil(lambda: len(room.waiting) == 1)
    type_text(page.finder, "p")
    qtbot.waitUntil(lambda: len(room.waiting) == 2)
    type_text(page.finder, "i")
    qtbot.waitUntil(lambda: len(room.waiting) == 3)
    (first, _), (second, _), (third, answer) = room.waiting
    assert first.cancelled() and second.cancelled()
    third.set_result(answer)
    qtbot.waitUntil(lambda: shown(page) == ["alpine"])


def test_a_question_under_way_that_was_overtaken(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    """It has begun and cannot be cancelled any more; its answer comes last."""
    for number, note in enumerate(("alpha", "beta")):
        room.add_bookmark(bookmark(number, note=note), b"")
    page = make_page()
    room.is_slow = True
    page.look_for()
    type_text(page.finder, "a")
    qtbot.waitUntil(lambda: len(room.waiting) == 1)
    room.waiting[0][0].set_running_or_notify_cancel()
    page.finder.selectAll()
    type_text(page.finder, "b")
    qtbot.waitUntil(lambda: len(room.waiting) == 2)
    for future, answer in reversed(room.waiting):
        future.set_result(answer)
    qtbot.waitUntil(lambda: shown(page) == ["beta"])
    qtbot.wait(30)
    assert shown(page) == ["beta"]


def test_scrolling_fetches_more(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    room.bookmarks = [bookmark(number, bookmark_id=1000 - number, note=str(number)) for number in range(450)]
    page = make_page()
    assert len(page.model.rows) == 200 and "200+ bookmarks, the newest first" in texts_of(page)
    page.enter()
    for count in (400, 450):
        QTest.keyClick(page.view, Qt.Key.Key_End)
        qtbot.waitUntil(partial(has_rows, page, count))
    assert shown(page) == [str(number) for number in range(450)]
    before = len(room.finds)
    QTest.keyClick(page.view, Qt.Key.Key_End)
    qtbot.wait(30)
    assert len(room.finds) == before, "there is nothing behind the last"
    assert page.view.currentIndex().row() == 449


def test_a_new_bookmark_does_not_move_what_the_hand_is_on(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    room.bookmarks = [bookmark(number, bookmark_id=1000 - number, note=str(number)) for number in range(450)]
    page = make_page()
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(page.model.rows) == 400)
    go_to(page, 250)
    before = page.view.visualRect(page.view.currentIndex()).y()
    room.add_bookmark(bookmark(-1, note="new"), b"")
    qtbot.waitUntil(lambda: shown(page)[:1] == ["new"])
    assert len(page.model.rows) >= 400, "what was fetched stays"
    assert page.detail.note.toPlainText() == "250"
    assert page.view.currentIndex().row() == 251
    assert page.view.visualRect(page.view.currentIndex()).y() == before


def test_enter_brings_the_camera_back(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number in range(2):
        room.add_bookmark(bookmark(number), b"")
    room.add_bookmark(bookmark(2, camera_id=99, number=99, name="Đã tháo"), b"")
    page = make_page()
    go_to(page, 1)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert on_board(room) == [2] and page.notice.text == "On screen 1: 2  Ngã Sáu – hướng Tây"
    go_to(page, 2)
    click(page, "Show camera")
    assert on_board(room) == [2] and page.notice.text.startswith("▲  Camera 99  Đã tháo is not there any more")
    room.keep_screens(())
    go_to(page, 1)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.notice.text.startswith("There is no screen")


def test_dragged_out_as_cameras(make_page: MakePage, room: FakeRoom) -> None:
    for number in range(3):
        room.add_bookmark(bookmark(number), b"")
    page = make_page()
    assert page.view.dragEnabled()
    freight = page.model.mimeData([page.model.index(0), page.model.index(2)])
    assert dragged_cameras(freight) == (1, 3)


def test_removed_and_brought_back(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number in range(5):
        room.add_bookmark(bookmark(number, note=str(number)), b"")
    page = make_page()
    go_to(page, 1)
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.remove()
    qtbot.waitUntil(lambda: shown(page) == ["0", "3", "4"])
    assert page.detail.note.toPlainText() == "4" or page.detail.note.toPlainText() == "3"
    qtbot.waitUntil(lambda: "Undo: 2 bookmarks removed" in [each.toolTip() for each in page.findChildren(QPushButton)])
    page.undo()
    qtbot.waitUntil(lambda: shown(page) == ["0", "1", "2", "3", "4"])
    qtbot.waitUntil(lambda: page.notice.text == "2 bookmarks are back.")
    page.undo()
    assert len(room.bookmarks) == 5


def test_a_key_in_the_note_removes_nothing(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    room.add_bookmark(bookmark(0), b"")
    page = make_page()
    go_to(page, 0)
    page.write_note()
    page.remove()
    qtbot.wait(20)
    assert len(room.bookmarks) == 1


def test_only_the_selected_camera(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number in range(50):
        room.add_bookmark(bookmark(number), b"")
    page = make_page()
    assert not page.only.isVisible()
    board = room.board(room.selected_screen)
    room.show(room.selected_screen, board.put(0, CameraCell(3)))
    qtbot.waitUntil(page.only.isVisible)
    assert page.only.text() == "Only camera 3"
    QTest.mouseClick(page.only, Qt.MouseButton.LeftButton, pos=QPoint(8, 14))
    qtbot.waitUntil(lambda: [each.camera_id for each in page.model.rows] == [3, 3])
    room.show(room.selected_screen, board.put(0, CameraCell(4)))
    qtbot.wait(20)
    assert page.only.text() == "Only camera 3", "it stays while it is used"


def test_a_camera_chosen_in_the_tree(qtbot: QtBot, make_console: MakeConsole, room: FakeRoom) -> None:
    for number in range(50):
        room.add_bookmark(bookmark(number), b"")
    window = make_console(page=BOOKMARKS)
    qtbot.waitUntil(lambda: len(window.bookmarks.model.rows) == 50)
    window.tree.look_for()
    type_text(window.tree.finder, "7")
    QTest.keyClick(window.tree.finder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.camera_id for each in window.bookmarks.model.rows] == [7, 7])
    assert window.page == BOOKMARKS and window.bookmarks.only.text() == "Only camera 7"
    QTest.keyClick(window.tree.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: {each.camera_id for each in window.bookmarks.model.rows} == {17})
    window.bookmarks.only.setChecked(False)
    qtbot.waitUntil(lambda: len(window.bookmarks.model.rows) == 50)


def test_nothing_is_asked_behind_another_page(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    page = make_page()
    page.window().hide()
    before = len(room.finds)
    room.add_bookmark(bookmark(1), b"")
    qtbot.wait(20)
    assert len(room.finds) == before
    page.window().show()
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)


def test_the_empty_page_says_what_belongs_there(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    qtbot.waitUntil(lambda: any(text.startswith("Bookmarks will stand here") for text in texts_of(page)))


def test_the_disk_says_no(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    room.bookmarks = [bookmark(number, bookmark_id=1000 - number) for number in range(300)]
    page = make_page()
    room.is_slow = True
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(room.waiting) == 1)
    room.waiting[0][0].set_exception(StoreError("disk I/O error"))
    qtbot.waitUntil(lambda: page.notice.text.startswith("▲"))
    qtbot.waitUntil(lambda: page.model.canFetchMore() or len(room.waiting) == 2)
    assert len(page.model.rows) == 200, "what was here stays, and the rest is tried again as one scrolls on"
