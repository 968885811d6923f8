"""Bookmarks and the ledger of watch coverage, in memory: what of the control room is asked by future."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from wall.model.bookmark import Bookmark, BookmarkPage
from wall.model.events import BookmarksChanged
from wall.model.fold import fold
from wall.model.watching import Seen
from wall.ui.signals import EventBridge

T = TypeVar("T")

A_PAGE = 200


def done(result: T) -> Future[T]:
    """A future that has come."""
    future: Future[T] = Future()
    future.set_result(result)
    return future


class FakeShelf:
    """The newest bookmark first. While `is_slow`, futures of `find_bookmarks` wait in `waiting` for the test."""

    def __init__(self, bridge: EventBridge) -> None:
        self.bridge = bridge
        self.bookmarks: list[Bookmark] = []
        self.pictures: dict[int, bytes] = {}
        self.ledger: list[Seen] = []
        self.seen_since: list[float] = []
        self.finds: list[str] = []
        self.saved: list[tuple[Path, bytes]] = []
        self.is_slow = False
        self.waiting: list[tuple[Future[BookmarkPage], BookmarkPage]] = []
        self._removed: list[Bookmark] = []

    def add_bookmark(self, bookmark: Bookmark, jpeg: bytes) -> Future[int]:
        number = 1 + max((each.bookmark_id for each in (*self.bookmarks, *self._removed)), default=0)
        self.pictures[number] = jpeg
        kept = replace(bookmark, bookmark_id=number, has_picture=bool(jpeg))
        self._become([*self.bookmarks, kept])
        return done(number)

    def change_bookmark(self, bookmark: Bookmark) -> Future[None]:
        self._become([bookmark if each.bookmark_id == bookmark.bookmark_id else each for each in self.bookmarks])
        return done(None)

    def remove_bookmarks(self, bookmark_ids: Collection[int]) -> Future[None]:
        self._removed = [each for each in self.bookmarks if each.bookmark_id in bookmark_ids]
        self._become([each for each in self.bookmarks if each.bookmark_id not in bookmark_ids])
        return done(None)

    def restore_bookmarks(self) -> Future[int]:
        back, self._removed = self._removed, []
        self._become([*self.bookmarks, *back])
        return done(len(back))

    def find_bookmarks(
        self, text: str, camera_id: int | None = None, older_than: Bookmark | None = None
    ) -> Future[BookmarkPage]:
        self.finds.append(text)
        found = [each for each in self.bookmarks if _matches(each, text)]
        if camera_id is not None:
            found = [each for each in found if each.camera_id == camera_id]
        if older_than is not None:
            found = [each for each in found if _age(each) < _age(older_than)]
        page = BookmarkPage(tuple(found[:A_PAGE]), len(found) > A_PAGE)
        if not self.is_slow:
            return done(page)
        future: Future[BookmarkPage] = Future()
        self.waiting.append((future, page))
        return future

    def bookmarks_between(self, from_s: float, to_s: float) -> Future[Sequence[Bookmark]]:
        return done([each for each in self.bookmarks if from_s <= each.at_s <= to_s])

    def bookmark_picture(self, bookmark_id: int) -> Future[bytes]:
        return done(self.pictures.get(bookmark_id, b""))

    def save_picture(self, path: Path, jpeg: bytes) -> Future[None]:
        self.saved.append((path, jpeg))
        return done(None)

    def seen(self, since_s: float) -> Future[Sequence[Seen]]:
        self.seen_since.append(since_s)
        return done(sorted(self.ledger, key=lambda each: each.last_s))

    def _become(self, bookmarks: Sequence[Bookmark]) -> None:
        self.bookmarks = sorted(bookmarks, key=_age, reverse=True)
        self.bridge.publish(BookmarksChanged())


def _age(bookmark: Bookmark) -> tuple[float, int]:
    return bookmark.at_s, bookmark.bookmark_id


def _matches(bookmark: Bookmark, text: str) -> bool:
    told = (bookmark.note, *bookmark.tags, bookmark.name, bookmark.site, str(bookmark.number), bookmark.operator)
    words = fold(" ".join(told)).split()
    return all(any(word.startswith(typed) for word in words) for typed in fold(text).split())
