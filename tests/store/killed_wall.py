"""A wall that is killed in mid-operation, again and again: run as `python -m tests.store.killed_wall PATH ROUNDS SEED`.

A child saves views, shows boards, keeps bookmarks and writes a view file, one generation after the other, and tells
each thing that is done. After the kill all that was told is there, each thing whole. In a process of its own, because
it forks.
"""

from __future__ import annotations

import os
import random
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.store import room
from tests.store.killing import killed_once
from wall.model.inventory import CameraRecord, Inventory
from wall.model.view import View
from wall.model.watching import Watched
from wall.store import view_files
from wall.store.bookmark_store import BookmarkStore
from wall.store.database import Database
from wall.store.wall_store import WallStore
from wall.store.watch_store import WatchStore

CAMERAS = Inventory(cameras=tuple(CameraRecord(f"Camera {key}", key, camera_id=key) for key in range(1, 60)))
FEWEST = 20
HOUR_S = 3600


def generation(views: tuple[View, ...], number: int) -> list[View]:
    """All views say which generation it is, and how many they are depends on it."""
    ids = [view.view_id for view in views] + [0] * 60
    wanted = (room.view(place) for place in range(1, FEWEST + number % 20 + 1))
    return [replace(view, view_id=ids[place], folder=f"{number}") for place, view in enumerate(wanted)]


def work_for_ever(path: Path, told: int) -> None:
    database = Database(path)
    wall, bookmarks, ledger = WallStore(database), BookmarkStore(database), WatchStore(database)
    kept = wall.load()
    screens = kept.screens or wall.keep_screens(room.screens())
    number = int(kept.views[0].folder) if kept.views else 0
    while True:
        number += 1
        kept = wall.save_views(generation(kept.views, number), (), f"generation {number}")
        os.write(told, b"views %d\n" % number)
        board = replace(room.board(number), title=f"{number}")
        wall.keep_boards({screen.screen_id: board for screen in screens})
        os.write(told, b"boards %d\n" % number)
        key = bookmarks.add(room.bookmark(number), b"%d" % number * 9000)
        os.write(told, b"bookmark %d\n" % key)
        ledger.note([Watched(camera, 10.0, room.NOW_S + number * HOUR_S) for camera in (1, 2)])
        view_files.write(path.with_name("views.json"), kept.views, CAMERAS)
        os.write(told, b"file %d\n" % number)


def examine(path: Path, done: dict[str, int]) -> int:
    """The generation of the views; an AssertionError where something is not whole, or less than was told."""
    with closing(Database(path)) as database:
        with database.transaction() as tables:
            assert tables.execute("pragma integrity_check").fetchall() == [("ok",)]
            assert tables.execute("pragma foreign_key_check").fetchall() == []
            tables.execute("insert into bookmark_text (bookmark_text) values ('integrity-check')")
        kept = WallStore(database).load()
        assert kept.unreadable == ()
        (number,) = {int(view.folder) for view in kept.views} or {0}
        assert len(kept.views) == (FEWEST + number % 20 if number else 0) and number >= done.get("views", 0)
        assert kept.undo == (f"generation {number}" if number else "")
        for board in kept.boards.values():
            assert board == replace(room.board(int(board.title)), title=board.title)
        assert len({board.title for board in kept.boards.values()}) <= 1, "all screens at once"
        assert min((int(board.title) for board in kept.boards.values()), default=0) >= done.get("boards", 0)
        _examine_bookmarks(BookmarkStore(database), done.get("bookmark", 0))
        seen = WatchStore(database).seen(0)
        assert len({each.seconds for each in seen.values()}) <= 1, "all cameras at once"
    _examine_file(path.with_name("views.json"), done.get("file", 0))
    return number


def _examine_bookmarks(store: BookmarkStore, newest: int) -> None:
    found = store.find("", limit=100_000).bookmarks
    keys = {each.bookmark_id for each in found}
    assert keys == set(range(1, len(keys) + 1)) and len(keys) >= newest, "none is lost"
    assert len(store.find("do rac", limit=100_000).bookmarks) == len(keys), "all are found by their words"
    assert all(len(store.picture(key)) >= 9000 for key in sorted(keys)[-3:])


def _examine_file(path: Path, number: int) -> None:
    if path.exists() or number:
        views, wrong = view_files.read(path, CAMERAS)
        (found,) = {int(view.folder) for view in views}
        assert found >= number and len(views) == FEWEST + found % 20 and wrong == ()


def main() -> None:
    path, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    done: dict[str, int] = {}
    seen = set()
    for _ in range(rounds):
        done |= killed_once(lambda told: work_for_ever(path, told), chance)
        seen.add(examine(path, done))
    print(f"{len(seen)} generations")


if __name__ == "__main__":
    main()
