"""Bookmarks to look at, and a page that shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_city import NOW_S
from tests.ui.console.fake_room import FakeRoom
from tests.ui.console.standing import standing
from wall.model.bookmark import Bookmark
from wall.ui.console.bookmarks_page import BookmarksPage
from wall.ui.console.room_facts import RoomFacts
from wall.ui.theme import DARK

GREEN = QColor(0, 160, 0)

MakePage = Callable[[], BookmarksPage]


def picture_of(colour: QColor, width: int = 640, height: int = 360) -> bytes:
    """A JPEG of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def bookmark(minutes_ago: int, **said: Any) -> Bookmark:
    """Of one camera after the other."""
    camera = minutes_ago % 40 + 1
    plain = Bookmark(NOW_S - 60 * minutes_ago, camera, camera, f"Camera {camera}", "Ngã Sáu", operator="lan")
    return replace(plain, **said)


def page_on(qtbot: QtBot, room: FakeRoom, files: list[Path]) -> BookmarksPage:
    """On a window of its own, with the first rows; `files` are what the operator chooses, one after the other."""

    def page(parent: QWidget) -> BookmarksPage:
        facts = RoomFacts(room, room.bridge, parent)
        return BookmarksPage(DARK, facts, room.bridge, parent, ask_file=lambda *_: files.pop(0) if files else None)

    made = standing(qtbot, page)
    qtbot.waitUntil(lambda: len(made.model.rows) == min(200, len(room.bookmarks)))
    return made


def go_to(page: BookmarksPage, row: int) -> None:
    """Put the hand on a row."""
    page.view.setFocus()
    page.view.setCurrentIndex(page.model.index(row))
