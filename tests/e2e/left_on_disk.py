"""What a program that was killed has left on the disk, held against what was asked of it."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from PIL import Image

from tests.e2e.diary import Diary, Moment
from wall.model.board import Board
from wall.model.bookmark import Bookmark
from wall.model.view import View
from wall.store.bookmark_store import BookmarkStore
from wall.store.database import Database
from wall.store.wall_store import WallStore

_OURS = {
    *("citywall.db", "citywall.db-wal", "citywall.db-shm", "citywall.lock", "console.ini"),
    *("logins.sealed", "logins.sealed.lock"),
}


@dataclass(frozen=True, slots=True)
class Left:
    """All of it at one moment. Bookmarks the oldest first."""

    boards: Mapping[int, Board]
    views: Mapping[str, View]
    bookmarks: tuple[Bookmark, ...]

    def keeps(self, before: Left, diary: Diary, killed_s: float, late_s: float) -> None:
        """AssertionError where a view or a bookmark is lost, or came from nowhere.

        What was handed in within `late_s` before the end may be there or not; what was told as kept must be.
        """
        self._keeps_views(before, diary, killed_s - late_s)
        new = self.bookmarks[len(before.bookmarks) :]
        assert self.bookmarks[: len(before.bookmarks)] == before.bookmarks, "bookmarks of former days"
        assert len(new) <= len(diary.moments), "bookmarks from nowhere"
        for moment, found in zip_longest(diary.moments, new):
            if found is None:
                assert moment.kept_s is None, f"{moment} was told as kept, and is lost"
            else:
                _is_kept(moment, found, killed_s - late_s)

    def _keeps_views(self, before: Left, diary: Diary, until_s: float) -> None:
        asked = {view.name: view for _, view in diary.views}
        new = {name: view for name, view in self.views.items() if name not in before.views}
        assert {name: self.views.get(name) for name in before.views} == before.views, "views of former days"
        assert new.keys() <= asked.keys(), "views from nowhere"
        for name, view in new.items():
            assert (view.layout, view.contents) == (asked[name].layout, asked[name].contents), (
                f"{view} for {asked[name]}"
            )
        lost = [view.name for at_s, view in diary.views if at_s < until_s and view.name not in new]
        assert not lost, f"views are lost: {lost}"


def _is_kept(moment: Moment, found: Bookmark, until_s: float) -> None:
    assert found.camera_id == moment.camera_id
    must_have_note = moment.noted_s is not None and moment.noted_s < until_s
    assert found.note in ((moment.note,) if must_have_note else (moment.note, "")), f"{found} instead of {moment}"


def left_in(database: Path, scratch: Path) -> Left:
    """Read a copy of the database: to recover the original is the program's own task. AssertionError for damage."""
    assert {each.name for each in database.parent.iterdir()} <= _OURS, "nothing half-written lies beside it"
    copy = scratch / database.name
    for each in database.parent.glob(f"{database.name}*"):
        shutil.copy(each, copy.with_name(each.name))
    with closing(sqlite3.connect(copy)) as tables:
        assert tables.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert tables.execute("pragma foreign_key_check").fetchall() == []
    with closing(Database(copy)) as opened:
        kept, bookmarks = WallStore(opened).load(), BookmarkStore(opened)
        assert not kept.unreadable
        page = bookmarks.find("", None, None)
        for mark in page.bookmarks:
            if mark.has_picture:
                is_picture(bookmarks.picture(mark.bookmark_id))
        return Left(kept.boards, {view.name: view for view in kept.views}, page.bookmarks[::-1])


def is_picture(jpeg: bytes) -> None:
    """Whole to the last byte."""
    with Image.open(io.BytesIO(jpeg)) as image:
        image.load()
    assert jpeg.endswith(b"\xff\xd9")
