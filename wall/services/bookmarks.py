"""Bookmarks: kept and found on the db thread, told as changed once they are on the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from typing import TypeVar

from wall.model.bookmark import Bookmark, BookmarkPage
from wall.model.events import BookmarksChanged, Event
from wall.services.db_thread import DbThread
from wall.services.wall_ports import KeepsBookmarks

T = TypeVar("T")


class Bookmarks:
    """One thread asks; futures end, and `publish` is called, on the db thread. StoreError where the disk does not."""

    def __init__(self, db: DbThread, store: KeepsBookmarks, publish: Callable[[Event], None]) -> None:
        self._db = db
        self._store = store
        self._publish = publish
        self._finding: Future[BookmarkPage] | None = None

    def add(self, bookmark: Bookmark, jpeg: bytes) -> Future[int]:
        """Its id."""
        return self._change(lambda: self._store.add(bookmark, jpeg))

    def change(self, bookmark: Bookmark) -> Future[None]:
        """Note and tags."""
        return self._change(lambda: self._store.change(bookmark))

    def remove(self, bookmark_ids: Collection[int]) -> Future[None]:
        """Take some out; `restore` brings them back."""
        gone = frozenset(bookmark_ids)
        return self._change(lambda: self._store.remove(gone))

    def restore(self) -> Future[int]:
        """How many came back."""
        return self._change(self._store.restore)

    def find(self, text: str, camera_id: int | None, older_than: Bookmark | None) -> Future[BookmarkPage]:
        """A question that waits still is not worth an answer once a newer one is asked: it is cancelled."""
        if self._finding is not None:
            self._finding.cancel()
        self._finding = self._db.ask(lambda: self._store.find(text, camera_id, older_than))
        return self._finding

    def between(self, from_s: float, to_s: float) -> Future[Sequence[Bookmark]]:
        """Those of a time (Unix seconds), the newest first."""
        return self._db.ask(lambda: self._store.between(from_s, to_s))

    def picture(self, bookmark_id: int) -> Future[bytes]:
        """Its JPEG."""
        return self._db.ask(lambda: self._store.picture(bookmark_id))

    def _change(self, job: Callable[[], T]) -> Future[T]:
        def change() -> T:
            done = job()
            self._publish(BookmarksChanged())
            return done

        return self._db.ask(change)
