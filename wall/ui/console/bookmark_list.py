"""What the list of bookmarks says of each: when it was, which camera, and what was thought of it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject

from wall.model.bookmark import Bookmark
from wall.ui.console.kept_list import Face, KeptModel
from wall.ui.drag import CAMERAS, cameras_freight


class BookmarkModel(KeptModel[Bookmark]):
    """Dragged, they are their cameras."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(CAMERAS, parent)

    def id_of(self, row: Bookmark) -> int:
        return row.bookmark_id

    def face_of(self, row: Bookmark) -> Face:
        note = " ".join(row.note.split())
        last = _joined(tags_text(row.tags), row.site if row.note else "", row.operator)
        is_said = bool(row.note)
        return Face(camera_text(row), when_text(row.at_s), note or row.site, last, is_said, row.has_picture)

    def whole_text(self, row: Bookmark) -> str:
        lines = (camera_text(row), row.site, when_text(row.at_s), row.note, tags_text(row.tags))
        return "\n".join(line for line in lines if line)

    def freight_of(self, rows: Sequence[Bookmark]) -> QMimeData:
        return cameras_freight(dict.fromkeys(row.camera_id for row in rows))


def camera_text(bookmark: Bookmark) -> str:
    """Number and name as they were then."""
    return f"{bookmark.number}  {bookmark.name}"


def when_text(at_s: float) -> str:
    """By the clock of the wall."""
    try:
        return time.strftime("%d/%m/%Y %H:%M:%S", time.localtime(at_s))  # Qt takes twenty times as long.
    except (ValueError, OverflowError, OSError):
        return ""


def tags_text(tags: Sequence[str]) -> str:
    """As they are written: #market #night."""
    return " ".join(f"#{tag}" for tag in tags)


def _joined(*parts: str) -> str:
    return "  ·  ".join(part for part in parts if part)
