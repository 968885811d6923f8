"""What an operator keeps of a tile: bookmarks with a note, pictures as files and on the clipboard."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QEvent, QPoint, QSize, Qt, QTimeZone
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import QUARTERS, FakeLive
from tests.ui.gestures import wheel
from tests.ui.pixels import MakeWindow, rgb, view_of
from wall.model.bookmark import Bookmark
from wall.model.errors import StoreError
from wall.model.events import StreamMeasured
from wall.model.tile import Cause
from wall.model.video import StreamSize
from wall.services.control_room import ControlRoom
from wall.ui import note_field, words
from wall.ui.note_field import NoteField
from wall.ui.notice_box import NoticeBox
from wall.ui.snapshot import Moment, clock_text, jpeg, snapshot, upright
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

RED = (200, 40, 30)
CTRL = Qt.KeyboardModifier.ControlModifier


def live_window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> WallWindow:
    window = make_window(4)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


def field_of(window: WallWindow) -> NoteField:
    field = window.findChild(NoteField)
    assert field is not None
    return field


def box_of(window: WallWindow) -> NoticeBox:
    box = window.findChild(NoticeBox)
    assert box is not None
    return box


def write(field: NoteField, text: str) -> None:
    """As a Vietnamese keyboard would: QTest's own typing knows ASCII only."""
    for letter in text:
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
            assert kind is not QEvent.Type.ShortcutOverride or event.isAccepted(), "it would be a key of the wall"


def kept(room: ControlRoom) -> tuple[Bookmark, ...]:
    return room.find_bookmarks("").result(5).bookmarks


def test_one_key_keeps_the_moment_and_a_note_may_follow(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = live_window(qtbot, live, make_window)
    live.bridge.publish(StreamMeasured(1, 15.0, 512.0, 20.0, clock_offset_s=12.3))
    QTest.keyClick(view_of(window), Qt.Key.Key_Right)
    qtbot.wait(20)
    QTest.keyClick(view_of(window), Qt.Key.Key_B)
    (bookmark,) = kept(rooms[0])
    assert (bookmark.camera_id, bookmark.number, bookmark.note, bookmark.has_picture) == (2, 2, "", True)
    assert bookmark.clock_offset_s == 12.3
    image = QImage.fromData(rooms[0].bookmark_picture(bookmark.bookmark_id).result(5))
    assert max(abs(a - b) for a, b in zip(rgb(image.pixelColor(50, 50)), RED, strict=True)) < 8
    field = field_of(window)
    qtbot.waitUntil(field.hasFocus)
    write(field, "xe tải 27B rẽ trái #giao-thông #R")
    assert window.wishes.board.selected == 1 and not window.wishes.board.single, "letters are no keys meanwhile"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not window.wishes.board.single
    qtbot.waitUntil(lambda: [each.note for each in kept(rooms[0])[:1]] == ["xe tải 27B rẽ trái"])
    assert kept(rooms[0])[0].tags == ("giao-thông", "R")
    assert field.isHidden() and view_of(window).hasFocus()


def test_it_is_called_kept_once_the_disk_has_it(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, disk = live_window(qtbot, live, make_window), Future[int]()
    monkeypatch.setattr(rooms[0], "add_bookmark", lambda bookmark, jpeg: disk)
    QTest.keyClick(view_of(window), Qt.Key.Key_B)
    field, frame = field_of(window), QPoint(60, 0)
    assert field.isVisible() and not field.placeholderText().startswith("Bookmarked")
    assert field.grab().toImage().pixelColor(frame) != DARK.accent
    disk.set_result(1)
    qtbot.waitUntil(lambda: field.placeholderText().startswith("Bookmarked"))
    assert field.grab().toImage().pixelColor(frame) == DARK.accent


def test_what_the_disk_did_not_keep_has_no_note(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, disk = live_window(qtbot, live, make_window), Future[int]()
    monkeypatch.setattr(rooms[0], "add_bookmark", lambda bookmark, jpeg: disk)
    QTest.keyClick(view_of(window), Qt.Key.Key_B)
    write(field_of(window), "mất")
    disk.set_exception(StoreError("the disk is full", cause=Cause.DISK_FULL))
    qtbot.waitUntil(field_of(window).isHidden)
    assert "full" in box_of(window).text() and view_of(window).hasFocus()


def test_esc_leaves_it_without_a_note(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = live_window(qtbot, live, make_window)
    QTest.keyClick(view_of(window), Qt.Key.Key_B)
    write(field_of(window), "nhầm")
    QTest.keyClick(field_of(window), Qt.Key.Key_Escape)
    assert field_of(window).isHidden()
    qtbot.wait(50)
    assert [each.note for each in kept(rooms[0])] == [""]


def test_the_hand_goes_on_and_what_was_written_is_kept(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = live_window(qtbot, live, make_window)
    QTest.keyClick(view_of(window), Qt.Key.Key_B)
    write(field_of(window), "va chạm")
    QTest.mouseClick(view_of(window), Qt.MouseButton.LeftButton, pos=QPoint(40, 300))
    assert window.wishes.board.selected == 2
    qtbot.waitUntil(lambda: [each.note for each in kept(rooms[0])[:1]] == ["va chạm"])
    assert field_of(window).isHidden()


def test_the_field_goes_by_itself(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_field, "STAYS_MS", 50)
    window = live_window(qtbot, live, make_window)
    QTest.keyClick(view_of(window), Qt.Key.Key_B)
    assert field_of(window).isVisible()
    qtbot.waitUntil(field_of(window).isHidden)
    assert view_of(window).hasFocus()


def test_the_field_stands_at_the_lower_edge_of_its_tile(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = live_window(qtbot, live, make_window)
    window.wishes.select(3)
    QTest.keyClick(view_of(window), Qt.Key.Key_B)
    cell, field = view_of(window).cells[3], field_of(window).geometry()
    assert cell.x <= field.left() and field.right() <= cell.right
    assert field.top() > cell.y + cell.height * 0.7 and field.bottom() <= cell.bottom


def test_there_is_nothing_to_keep_of_an_empty_cell(
    live: FakeLive, make_window: MakeWindow, rooms: list[ControlRoom]
) -> None:
    window = make_window(3)
    window.wishes.select(3)
    QTest.keyClick(view_of(window), Qt.Key.Key_B)
    assert box_of(window).isVisible() and kept(rooms[0]) == ()
    window.wishes.select(0)
    QTest.keyClick(view_of(window), Qt.Key.Key_S, CTRL)
    assert box_of(window).isVisible(), "no picture has come yet"


def test_a_picture_is_saved_as_a_file(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, tmp_path: Path) -> None:
    window = live_window(qtbot, live, make_window)
    QTest.keyClick(view_of(window), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(list((tmp_path / "pictures").glob("*.jpg"))) == 1)
    (file,) = (tmp_path / "pictures").iterdir()
    assert file.name.startswith("1 Ngã Sáu – cổng bắc ".replace("– ", ""))
    assert not QImage(str(file)).isNull()
    qtbot.waitUntil(box_of(window).isVisible)


def test_a_disk_that_does_not_is_said(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("in the way")
    window = live_window(qtbot, live, make_window)
    QTest.keyClick(view_of(window), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(box_of(window).isVisible)
    assert "File exists" in box_of(window).text()


def test_a_picture_on_the_clipboard(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = live_window(qtbot, live, make_window)
    QTest.keyClick(view_of(window), Qt.Key.Key_C, CTRL)
    image = QGuiApplication.clipboard().image()
    assert rgb(image.pixelColor(60, 60)) == RED


def moment(**given: object) -> Moment:
    taken = QDateTime.fromSecsSinceEpoch(1_800_000_000, QTimeZone(7 * 3600))
    return Moment("27  Cầu Đáp Cầu – bờ sông", "Đáp Cầu", taken, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("width", "height"), [(320, 180), (640, 360), (1920, 1080), (360, 640)])
def test_the_line_stands_below_the_picture_and_never_over_it(vietnamese: None, width: int, height: int) -> None:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(0xFF2040C0)
    made = snapshot(picture, moment(age_s=75.0, clock_offset_s=12.4))
    scale = made.width() / width
    assert scale >= 1 and made.width() >= 320
    inside = {made.pixel(x, y) for x in range(0, made.width(), 7) for y in range(0, round(height * scale) - 1, 7)}
    assert inside == {picture.pixel(0, 0)}
    below = {made.pixel(x, y) for x in range(made.width()) for y in range(round(height * scale), made.height())}
    assert len(below) > 10, "and there is something to read"
    edge = {made.pixel(made.width() - 1, y) for y in range(round(height * scale), made.height())}
    assert edge == {0xFF000000}, "no text is cut"


def test_a_clock_that_is_off_is_told(vietnamese: None) -> None:
    assert clock_text(None) == ""
    assert "+12 s" in clock_text(12.4)
    assert "−3 s" in clock_text(-3.0)


def test_a_jpeg_is_one(qapp: object) -> None:
    picture = QImage(64, 36, QImage.Format.Format_RGB32)
    picture.fill(0xFFC02010)
    assert QImage.fromData(jpeg(picture)).size() == picture.size()


@pytest.mark.parametrize(("offset_s", "says"), [(12.4, "+12 s"), (-0.3, " 0 s"), (0.4, " 0 s"), (-61.0, "−61 s")])
def test_a_clock_that_is_right_has_no_sign(offset_s: float, says: str) -> None:
    assert clock_text(offset_s).endswith(says)


@pytest.mark.parametrize(
    ("part", "whole", "size"),
    [
        ((320, 180), (320, 180), (320, 240)),  # Stretched to 16:9: higher again.
        ((160, 90), (320, 180), (160, 120)),  # A part of it in the same way.
        ((240, 240), (240, 240), (320, 240)),  # Stretched to a square: wider again.
        ((320, 240), (320, 240), (320, 240)),
        ((322, 240), (322, 240), (322, 240)),  # Nobody sees that.
    ],
)
def test_what_was_stretched_is_set_right(part: tuple[int, int], whole: tuple[int, int], size: tuple[int, int]) -> None:
    stream = StreamSize(704, 576, (768, 576))
    made = upright(QImage(*part, QImage.Format.Format_RGB32), QSize(*whole), stream)
    assert (made.width(), made.height()) == size
    assert upright(made, made.size(), None) is made, "as long as nobody knows its proportions"


def test_a_part_of_a_picture_is_told_to_be_one(vietnamese: None) -> None:
    picture = QImage(640, 360, QImage.Format.Format_RGB32)
    picture.fill(0xFF2040C0)
    assert snapshot(picture, moment(zoom=2.44)) != snapshot(picture, moment()), "it is told"
    assert snapshot(picture, moment(zoom=1.0)) == snapshot(picture, moment())
    assert words.zoom_factor(2.44) == "2,4×"


def test_a_picture_that_is_looked_at_closely_is_kept_as_it_is_seen(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(4)
    live.show_quarters()
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    wheel(window, 0, (0.0, 0.0), 8)
    QTest.keyClick(view_of(window), Qt.Key.Key_C, CTRL)
    image = QGuiApplication.clipboard().image()
    assert {rgb(image.pixelColor(x, y)) for x in range(0, 480, 20) for y in range(0, 260, 20)} == {QUARTERS[0]}
    QTest.keyClick(view_of(window), Qt.Key.Key_0, CTRL)
    QTest.keyClick(view_of(window), Qt.Key.Key_A)
    QTest.keyClick(view_of(window), Qt.Key.Key_C, CTRL)
    image = QGuiApplication.clipboard().image()
    corners = [rgb(image.pixelColor(x, y)) for x, y in ((20, 20), (460, 20), (20, 250), (460, 250))]
    assert corners == list(QUARTERS), "what only its cell would cut off is kept"
