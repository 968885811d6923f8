"""Bookmarks in the database: found as one types, the newest first, however many there are."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

import sqlite_utils

from wall.model.bookmark import Bookmark, BookmarkPage
from wall.model.errors import StoreError
from wall.store.bookmark_rows import bookmark_row, moment, read_bookmark, search_query, search_text, tags_text
from wall.store.database import Database
from wall.store.last_id import count_up, new_ids
from wall.store.plain import text as plain
from wall.store.rows import Row
from wall.store.shelf import BOOKMARK

_AMONG = "in (select value from json_each(?))"
_LATEST = 2**63 - 1


class BookmarkStore:
    """Reads and writes bookmarks. Blocks, on one thread at a time; StoreError where the disk does not.

    What was removed last is kept until something else is removed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, bookmark: Bookmark, jpeg: bytes) -> int:
        """Keep it with its picture, b"" for none; its id, whatever it was."""
        return self.add_all([(bookmark, jpeg)])[0]

    def add_all(self, bookmarks: Sequence[tuple[Bookmark, bytes]]) -> tuple[int, ...]:
        """Keep many in one step, each with its picture; their ids."""
        with self._database.transaction() as tables:
            keys = tuple(new_ids(tables, BOOKMARK, len(bookmarks), above=0))
            kept = list(zip(keys, bookmarks, strict=True))
            rows = [bookmark_row(bookmark, key, has_picture=bool(jpeg)) for key, (bookmark, jpeg) in kept]
            tables.table("bookmark").insert_all(rows)
            tables.table("bookmark_picture").insert_all(
                {"bookmark_id": key, "jpeg": jpeg} for key, (_, jpeg) in kept if jpeg
            )
            count_up(tables, {BOOKMARK.table: max(keys, default=0)})
            _index(tables, rows)
        return keys

    def change(self, bookmark: Bookmark) -> None:
        """Note and tags. StoreError for a bookmark that is not there any more."""
        with self._database.transaction() as tables:
            rows = [row for row in _rows(tables, [bookmark.bookmark_id]) if not row["is_removed"]]
            if not rows:
                raise StoreError(f"bookmark {bookmark.bookmark_id} was removed meanwhile: bring it back first")
            told = {"note": plain(bookmark.note), "tags": tags_text(bookmark)}
            tables.table("bookmark").update(bookmark.bookmark_id, told)
            _unindex(tables, rows)
            _index(tables, [{**row, **told} for row in rows])

    def remove(self, bookmark_ids: Collection[int]) -> None:
        """Take them away; `restore` brings these back, and those that were removed before are gone for good."""
        with self._database.transaction() as tables:
            rows = [row for row in _rows(tables, bookmark_ids) if not row["is_removed"]]
            if rows:
                gone = "select bookmark_id from bookmark where is_removed"
                tables.execute(f"delete from bookmark_picture where bookmark_id in ({gone})")
                tables.execute("delete from bookmark where is_removed")
                _mark_removed(tables, rows, 1)
                _unindex(tables, rows)

    def restore(self) -> int:
        """Bring back what was removed last, also after a restart; how many."""
        with self._database.transaction() as tables:
            rows = list(tables.query("select * from bookmark where is_removed"))
            _mark_removed(tables, rows, 0)
            _index(tables, rows)
        return len(rows)

    def find(
        self, text: str, camera_id: int | None = None, older_than: Bookmark | None = None, limit: int = 100
    ) -> BookmarkPage:
        """The newest first; every word must begin a word of note, tags, camera, site, number or operator."""
        before = moment(older_than.at_s, older_than.bookmark_id) if older_than else _LATEST
        query = search_query(text, camera_id)
        with self._database.reading() as tables:
            if query:
                rows = _matching(tables, query, before, limit + 1)
            else:
                rows = _newest(tables, camera_id, before, limit + 1)
        return BookmarkPage(tuple(map(read_bookmark, rows[:limit])), has_more=len(rows) > limit)

    def between(self, from_s: float, to_s: float, limit: int = 2000) -> tuple[Bookmark, ...]:
        """Those of a time (Unix seconds, both ends within), the newest first, and of very many the newest."""
        first, last = moment(max(0.0, from_s), 0), moment(max(0.0, to_s) + 0.001, 0)
        asked = "select * from bookmark where not is_removed and moment between ? and ? order by moment desc limit ?"
        with self._database.reading() as tables:
            return tuple(map(read_bookmark, tables.query(asked, [first, last, limit])))

    def picture(self, bookmark_id: int) -> bytes:
        """Its JPEG; b"" where there is none."""
        with self._database.reading() as tables:
            row = tables.execute("select jpeg from bookmark_picture where bookmark_id = ?", [bookmark_id]).fetchone()
        return bytes(row[0]) if row else b""


def _newest(tables: sqlite_utils.Database, camera_id: int | None, before: int, limit: int) -> list[Row]:
    chosen, values = ("", []) if camera_id is None else (" and camera_id = ?", [camera_id])
    asked = f"select * from bookmark where not is_removed and moment < ?{chosen} order by moment desc limit ?"
    return list(tables.query(asked, [before, *values, limit]))


def _matching(tables: sqlite_utils.Database, query: str, before: int, limit: int) -> list[Row]:
    """Row ids of the text are moments: FTS5 walks them backwards and stops at the limit."""
    asked = "select rowid from bookmark_text where bookmark_text match ? and rowid < ? order by rowid desc limit ?"
    moments = json.dumps([row[0] for row in tables.execute(asked, [query, before, limit])])
    found = f"select * from bookmark where not is_removed and moment {_AMONG} order by moment desc"
    return list(tables.query(found, [moments]))


def _rows(tables: sqlite_utils.Database, bookmark_ids: Collection[int]) -> Iterable[Row]:
    asked = f"select * from bookmark where bookmark_id {_AMONG}"
    return tables.query(asked, [json.dumps(list(bookmark_ids))])


def _mark_removed(tables: sqlite_utils.Database, rows: Iterable[Row], is_removed: int) -> None:
    keys = json.dumps([row["bookmark_id"] for row in rows])
    tables.execute(f"update bookmark set is_removed = ? where bookmark_id {_AMONG}", [is_removed, keys])


def _index(tables: sqlite_utils.Database, rows: Iterable[Row]) -> None:
    texts = [(row["moment"], search_text(row)) for row in rows]
    tables.conn.executemany("insert into bookmark_text (rowid, folded) values (?, ?)", texts)


def _unindex(tables: sqlite_utils.Database, rows: Iterable[Row]) -> None:
    tables.conn.executemany("delete from bookmark_text where rowid = ?", [(row["moment"],) for row in rows])
