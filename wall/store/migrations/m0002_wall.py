"""The wall: views, tours and their undo step, screens with what they showed, keys, bookmarks, the watch ledger."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the second version."""
    _views(database)
    _screens(database)
    _bookmarks(database)
    _watching(database)


def _views(database: sqlite_utils.Database) -> None:
    # Layouts, contents and stops are JSON with a version in it: read whole, never searched.
    for kind, data in (("view", ("layout", "contents")), ("tour", ("data",))):
        texts = ("owner", "folder", "name", *data)
        database.table(kind).create({f"{kind}_id": int, **dict.fromkeys(texts, str)}, pk=f"{kind}_id", not_null=texts)
        # Not unique: two views may change their names with each other in one save.
        database.table(kind).create_index(["owner", "folder", "name"])
    database.table("wall_undo_step").create({"step_id": int, "why": str}, pk="step_id", not_null={"why"})
    database.table("wall_undo_row").create(
        {"kind": str, "row_id": int, "was_there": int, "former": str},
        pk=("kind", "row_id"),
        not_null={"was_there", "former"},
    )


def _screens(database: sqlite_utils.Database) -> None:
    database.table("screen").create(
        {"screen_id": int, "number": int, "name": str, "kiosk": int, "display": str, "area": str},
        pk="screen_id",
        not_null={"number", "name", "kiosk"},
    )
    # A table of its own: it is written all day long, and the screens hardly ever.
    database.table("screen_board").create(
        {"screen_id": int, "data": str},
        pk="screen_id",
        not_null={"data"},
        foreign_keys=[("screen_id", "screen", "screen_id")],
    )
    # No keys to the others: it is written anew with each turn, and who is gone is passed over.
    database.table("tour_under_way").create(
        {"screen_id": int, "slot": int, "tour_id": int, "place": int, "is_paused": int},
        not_null={"screen_id", "tour_id", "place", "is_paused"},
    )
    database.table("key_assignment").create({"action": str, "keys": str}, pk="action", not_null={"keys"})


def _bookmarks(database: sqlite_utils.Database) -> None:
    texts = ("name", "site", "note", "tags", "operator")
    numbers = {"bookmark_id": int, "moment": int, "at_s": float, "camera_id": int, "number": int}
    database.table("bookmark").create(
        {**numbers, **dict.fromkeys(texts, str), "clock_offset_s": float, "has_picture": int, "is_removed": int},
        pk="bookmark_id",
        not_null={"moment", "at_s", "camera_id", "number", *texts, "has_picture", "is_removed"},
    )
    # Lists walk along these and stop when the page is full.
    database.execute("create unique index bookmark_moment on bookmark (moment) where not is_removed")
    database.execute("create index bookmark_camera on bookmark (camera_id, moment) where not is_removed")
    database.execute("create index bookmark_removed on bookmark (is_removed) where is_removed")
    # So that no list ever reads past a picture.
    database.table("bookmark_picture").create(
        {"bookmark_id": int, "jpeg": bytes},
        pk="bookmark_id",
        not_null={"jpeg"},
        foreign_keys=[("bookmark_id", "bookmark", "bookmark_id")],
    )
    # The row id is the bookmark's moment: what is found comes in the order of time, and the search stops when the page
    # is full. An index for each length of a word's beginning: a common letter costs no more than a rare word. The text
    # is folded already; "#" is no letter of it and marks the camera.
    database.execute(
        "create virtual table bookmark_text using fts5 (folded, detail = none, columnsize = 0,"
        " prefix = '1 2 3 4 5 6 7 8 9 10 11 12', tokenize = \"ascii tokenchars '#'\")"
    )


def _watching(database: sqlite_utils.Database) -> None:
    # `before_s` is what the camera had been watched in all before this hour began: how long since any hour is one
    # subtraction from `total_s`, however long ago that is.
    database.execute(
        "create table watch_hour (camera_id integer not null, hour integer not null, before_s real not null,"
        " primary key (camera_id, hour)) without rowid"
    )
    database.table("watch_total").create(
        {"camera_id": int, "last_s": float, "total_s": float}, pk="camera_id", not_null={"last_s", "total_s"}
    )
