"""One bookmark in the operator's hand: written on, saved, copied; nothing that was written is lost."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_marks import GREEN, MakePage, bookmark, go_to, page_on, picture_of
from tests.ui.console.fake_room import FakeRoom
from tests.ui.console.hand import click, type_text
from wall.model.bookmark import MOST_NOTE
from wall.model.errors import StoreError
from wall.ui.console.bookmark_desk import file_name
from wall.ui.console.bookmark_detail import tags_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def make_page(qtbot: QtBot, room: FakeRoom, chosen_files: list[Path]) -> MakePage:
    return lambda: page_on(qtbot, room, chosen_files)


def test_note_and_tags_are_written_in_place(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number in range(3):
        room.add_bookmark(bookmark(number), b"")
    page = make_page()
    go_to(page, 1)
    page.write_note()
    type_text(page.detail.note, "Xe đỗ sai")
    room.add_bookmark(bookmark(-5, note="meanwhile"), b"")
    qtbot.waitUntil(lambda: len(page.model.rows) == 4)
    assert page.detail.note.toPlainText() == "Xe đỗ sai", "nothing overwrites what is being written"
    QTest.keyClick(page.detail.note, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: [each.note for each in room.bookmarks] == ["meanwhile", "", "Xe đỗ sai", ""])
    type_text(page.detail.tags, "#cho, giao thông,, cho")
    QTest.keyClick(page.detail.tags, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.bookmarks[2].tags == ("cho", "giao thông"))
    assert page.go_back() and page.view.hasFocus()
    page.write_note()
    type_text(page.detail.note, "!")
    go_to(page, 0)
    qtbot.waitUntil(lambda: room.bookmarks[2].note in ("Xe đỗ sai!", "!Xe đỗ sai"))


def test_a_note_that_is_too_long_is_not_lost(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number in range(2):
        room.add_bookmark(bookmark(number, note="short"), b"")
    page = make_page()
    go_to(page, 0)
    page.detail.note.setPlainText("x" * (MOST_NOTE + 1))
    page.detail.keep()
    assert "10001" in "".join(filter(str.isdigit, page.detail.notice.text))
    go_to(page, 1)
    assert page.detail.note.toPlainText() == "short"
    go_to(page, 0)
    assert len(page.detail.note.toPlainText()) == MOST_NOTE + 1
    page.detail.note.setPlainText("x" * MOST_NOTE)
    go_to(page, 1)
    qtbot.waitUntil(lambda: len(room.bookmarks[0].note) == MOST_NOTE)


def test_a_full_disk_does_not_lose_a_note(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    for number in range(2):
        room.add_bookmark(bookmark(number), b"")
    page = make_page()
    failed: Future[None] = Future()
    failed.set_exception(StoreError("disk is full"))
    change, room.change_bookmark = room.change_bookmark, lambda _bookmark: failed  # type: ignore[assignment,method-assign]
    go_to(page, 0)
    page.detail.note.setPlainText("important")
    page.detail.keep()
    qtbot.waitUntil(lambda: page.detail.notice.text != "")
    go_to(page, 1)
    room.add_bookmark(bookmark(5), b"")
    qtbot.waitUntil(lambda: len(page.model.rows) == 3)
    go_to(page, 0)
    assert page.detail.note.toPlainText() == "important"
    room.change_bookmark = change  # type: ignore[method-assign]
    go_to(page, 1)
    qtbot.waitUntil(lambda: room.bookmarks[0].note == "important")


def test_the_picture_as_a_file_and_on_the_clipboard(
    qtbot: QtBot, make_page: MakePage, room: FakeRoom, chosen_files: list[Path], tmp_path: Path
) -> None:
    jpeg = picture_of(GREEN)
    saved: list[tuple[Path, bytes]] = []

    def save(path: Path, jpeg: bytes) -> Future[None]:
        saved.append((path, jpeg))
        future: Future[None] = Future()
        future.set_result(None)
        return future

    room.save_picture = save  # type: ignore[attr-defined, method-assign, unused-ignore]
    room.add_bookmark(bookmark(0), jpeg)
    page = make_page()
    go_to(page, 0)
    qtbot.waitUntil(lambda: page.detail.picture.is_readable)
    click(page, "Save…")
    assert saved == [], "no file was chosen"
    chosen_files.append(tmp_path / "one.jpg")
    click(page, "Save…")
    qtbot.waitUntil(lambda: page.notice.text.startswith("Saved as"))
    assert saved == [(tmp_path / "one.jpg", jpeg)]
    click(page, "Copy")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (640, 360)
    assert bytes(QGuiApplication.clipboard().mimeData().data("image/jpeg").data()) == jpeg
    QGuiApplication.clipboard().clear()


def test_a_name_that_every_file_system_takes() -> None:
    name = file_name(bookmark(0, name='Chợ: "Nhớn" / cổng\\1?' + "x" * 200))
    assert name.endswith(".jpg") and len(name) <= 124 and not set(name) & set('/\\:*?"<>|')


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        (" , #,", ()),
        ("#a #b", ("a", "b")),
        ("chợ đêm, giao thông", ("chợ đêm", "giao thông")),
        ("a,a", ("a",)),
    ],
)
def test_tags_as_they_are_written(text: str, tags: tuple[str, ...]) -> None:
    assert tags_of(text) == tags
