"""A control room that is killed while an operator works: run as `python -m tests.services.killed PATH ROUNDS SEED`.

Each round a child goes on from what is there, does one thing after the other and writes down what was promised, until
it is killed; what is on the disk then must hold every promise. In a process of its own, because it forks.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from tests.services.wall_room import WallRoom, board_of, city, view_of, wall_room
from wall.model.bookmark import Bookmark
from wall.model.events import ViewsChanged
from wall.model.view import CameraCell
from wall.services.control_room import TICK_S, Clocks
from wall.store.bookmark_store import BookmarkStore
from wall.store.database import Database
from wall.store.wall_store import WallStore

LATE_S = 0.5
SCREENS = 3
MOST_VIEWS = 12


class Operator:
    """Works without a pause. Every promise goes into the journal once it is given."""

    def __init__(self, wall: WallRoom, journal: BinaryIO, chance: random.Random) -> None:
        self._wall = wall
        self._journal = journal
        self._chance = chance
        self._lock = threading.Lock()
        self._shown = 0
        self._told = 0

    def work(self) -> None:
        """For ever."""
        due_s = time.monotonic()
        while True:
            for event in self._wall.told(ViewsChanged)[self._told :]:
                self._told += 1
                self._write(views=[view.name for view in event.views])
            if time.monotonic() >= due_s:
                due_s = time.monotonic() + TICK_S
                self._wall.room.tick()
            self._chance.choices((self._show, self._save, self._remove, self._mark), (20, 2, 1, 2))[0]()
            time.sleep(self._chance.uniform(0, 0.02))

    def _show(self) -> None:
        screen = self._chance.randint(1, SCREENS)
        self._shown += 1
        board = self._wall.room.board(screen).put(self._chance.randrange(4), CameraCell(self._shown))
        self._wall.room.show(screen, replace(board, title=f"{self._shown}"))
        self._write(shown=self._shown, screen=screen, at_s=time.monotonic())

    def _save(self) -> None:
        with suppress(ValueError):
            name = f"View {self._chance.randrange(10**6)}"
            self._write(saved=name)
            self._wall.room.save_view(view_of(name, 1, 2))

    def _remove(self) -> None:
        views = self._wall.room.views
        if len(views) > MOST_VIEWS:
            self._write(removed=views[0].name)
            self._wall.room.remove_views([views[0].view_id])

    def _mark(self) -> None:
        at_s = time.time()
        kept = self._wall.room.add_bookmark(Bookmark(at_s, 7, 7, "Ngã Sáu", note=f"{at_s}"), b"jpeg" * 1000)
        kept.add_done_callback(lambda done: self._write(bookmark=done.result()))

    def _write(self, **promise: Any) -> None:
        with self._lock:
            self._journal.write(json.dumps(promise).encode() + b"\n")


def child(path: Path, journal: int, seed: int) -> None:
    with (
        os.fdopen(journal, "wb", buffering=0) as file,
        wall_room(city(20), path, screens=SCREENS, busy_timeout_s=5, clocks=Clocks()) as wall,
    ):
        for screen in range(1, SCREENS + 1):
            wall.room.show(screen, replace(board_of(), title="0"))
        Operator(wall, file, random.Random(seed)).work()


def examine(path: Path, promises: list[dict[str, Any]], killed_s: float) -> float:
    """An AssertionError where a promise is broken; how old the oldest board on the disk was."""
    with closing(Database(path)) as database:
        with database.reading() as tables:
            assert tables.execute("pragma integrity_check").fetchall() == [("ok",)]
            assert tables.execute("pragma foreign_key_check").fetchall() == []
        kept = WallStore(database).load()
        bookmarks = BookmarkStore(database)
        assert not kept.unreadable and len(kept.screens) == SCREENS
        _examine_views(promises, {view.name for view in kept.views})
        for each in _all(promises, "bookmark"):
            assert bookmarks.picture(each) == b"jpeg" * 1000, f"bookmark {each} is lost"
        return max(_age_s(promises, killed_s, screen, kept.boards[screen].title) for screen in kept.boards)


def _examine_views(promises: list[dict[str, Any]], there: set[str]) -> None:
    """What was told last is there, but for what was wished after it and had not been told."""
    told = [place for place, promise in enumerate(promises) if "views" in promise]
    if told:
        # Any wish of this round may have been under way while the last telling was.
        removed = set(_all(promises, "removed"))
        last = set(promises[told[-1]]["views"])
        assert last - removed <= there, f"lost: {last - removed - there}"
        assert there <= last | set(_all(promises, "saved")), "something came from nowhere"


def _age_s(promises: list[dict[str, Any]], killed_s: float, screen: int, title: str) -> float:
    """How long before the end something newer was shown than what is on the disk."""
    newer = [each["at_s"] for each in promises if each.get("screen") == screen and each["shown"] > int(title)]
    return killed_s - min(newer) if newer else 0.0


def _all(promises: list[dict[str, Any]], kind: str) -> list[Any]:
    return [promise[kind] for promise in promises if kind in promise]


def run_and_kill(path: Path, after_s: float, seed: int, work: Callable[[Path, int, int], None]) -> tuple[bytes, float]:
    """What a child wrote into its journal until it was killed, and when that was."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        with suppress(BaseException):
            work(path, writing, seed)
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as journal:
        first = journal.readline()
        read: list[bytes] = [first]
        reader = threading.Thread(target=lambda: read.append(journal.read()))
        reader.start()
        time.sleep(after_s)
        killed_s = time.monotonic()
        os.kill(pid, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(pid, 0)[1]), "the child ended by itself"
        reader.join()
    return b"".join(read), killed_s


def main() -> None:
    path, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    ages, many = [], 0
    for _ in range(rounds):
        written, killed_s = run_and_kill(path, chance.uniform(0.2, 0.8), chance.randrange(10**9), child)
        promises = [json.loads(line) for line in written.splitlines() if line.endswith(b"}")]
        ages.append(examine(path, promises, killed_s))
        many += len(promises)
    print(json.dumps({"promises": many, "oldest_s": max(ages)}))


if __name__ == "__main__":
    main()
