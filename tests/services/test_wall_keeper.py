"""What stands on the screens is on the disk in time, and waits where the disk does not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.wall_room import Clock, board_of, on_disk
from tests.support.waiting import wait_until
from wall.model.board import Board
from wall.model.events import Event, WorkFailed
from wall.model.screen import Screen
from wall.model.tile import Cause
from wall.services.db_thread import DbThread
from wall.services.wall_keeper import AGAIN_S, EVERY_S, WallKeeper
from wall.store.database import Database
from wall.store.wall_store import WallStore


class CountedStore(WallStore):
    """The real one, and what it was asked to write."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.writes: list[dict[int, Board]] = []

    def keep_boards(self, boards: Mapping[int, Board]) -> None:
        self.writes.append(dict(boards))
        super().keep_boards(boards)


class Keeping:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.events: list[Event] = []
        self.clock = Clock()
        self.db = DbThread(self.events.append)
        self.database = Database(path, busy_timeout_s=0.05)
        self.store = CountedStore(self.database)
        self.keeper = WallKeeper(self.db, self.store, self.events.append, self.clock)
        self.keeper.keep_screens([Screen("1", 1, screen_id=1), Screen("2", 2, screen_id=2)])
        self.pass_by(EVERY_S)

    def pass_by(self, seconds: float) -> None:
        self.db.ask(lambda: None).result(5)
        self.clock.now_s += seconds
        self.keeper.tick()
        self.db.ask(lambda: None).result(5)

    def close(self) -> None:
        self.keeper.close().result(5)
        self.db.close()
        self.database.close()


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[Keeping]:
    keeping = Keeping(tmp_path / "citywall.db")
    yield keeping
    keeping.close()


def test_the_first_change_is_written_at_once(keeping: Keeping) -> None:
    keeping.keeper.keep_board(1, board_of(7))
    wait_until(lambda: on_disk(keeping.path).boards == {1: board_of(7)}, 5)


def test_many_changes_are_few_writes_and_the_last_counts(keeping: Keeping) -> None:
    for camera in range(1, 101):
        keeping.keeper.keep_board(camera % 2 + 1, board_of(camera))
    keeping.pass_by(EVERY_S)
    assert len(keeping.store.writes) <= 2
    assert on_disk(keeping.path).boards == {1: board_of(100), 2: board_of(99)}


def test_nothing_is_written_before_its_time_nor_where_nothing_changed(keeping: Keeping) -> None:
    keeping.keeper.keep_board(1, board_of(7))
    keeping.pass_by(EVERY_S / 2)
    keeping.keeper.keep_board(1, board_of(8))
    assert keeping.store.writes == [{1: board_of(7)}]
    keeping.pass_by(EVERY_S)
    keeping.pass_by(60)
    assert keeping.store.writes == [{1: board_of(7)}, {1: board_of(8)}]


def test_a_disk_that_fails_is_told_once_and_all_is_kept_when_it_is_back(keeping: Keeping) -> None:
    with closing(sqlite3.connect(keeping.path)) as other:
        other.execute("begin immediate")
        keeping.keeper.keep_board(1, board_of(7))
        for _ in range(3):
            keeping.pass_by(AGAIN_S)
        keeping.keeper.keep_board(1, board_of(8))
        keeping.keeper.keep_keys({"wall.alone": ("F8",)})
        failed = [event for event in keeping.events if isinstance(event, WorkFailed)]
        assert [event.cause for event in failed] == [Cause.DATABASE_BUSY] and failed[0].detail
        other.rollback()
    keeping.pass_by(AGAIN_S)
    kept = on_disk(keeping.path)
    assert kept.boards == {1: board_of(8)} and kept.keys == {"wall.alone": ("F8",)}


def test_a_second_failure_after_a_success_is_news(keeping: Keeping) -> None:
    for camera in (7, 8):
        with closing(sqlite3.connect(keeping.path)) as other:
            other.execute("begin immediate")
            keeping.keeper.keep_board(1, board_of(camera))
            keeping.pass_by(EVERY_S)
        keeping.pass_by(AGAIN_S)
        assert on_disk(keeping.path).boards == {1: board_of(camera)}
    assert len(keeping.events) == 2


def test_a_full_disk_is_told_and_what_was_done_is_kept_once_there_is_room(keeping: Keeping) -> None:
    def limit(pages: int) -> None:
        with keeping.database.reading() as tables:
            tables.execute(f"pragma max_page_count = {pages}")

    many = Board(board_of().layout, tuple(board_of(*range(1, 5)).slots * 2000))
    keeping.db.ask(lambda: limit(1)).result(5)
    keeping.keeper.keep_board(1, many)
    keeping.pass_by(EVERY_S)
    (failed,) = keeping.events
    assert isinstance(failed, WorkFailed) and failed.cause is Cause.DISK_FULL
    keeping.db.ask(lambda: limit(1 << 30)).result(5)
    keeping.pass_by(AGAIN_S)
    assert on_disk(keeping.path).boards == {1: many}


def test_the_end_waits_for_what_is_left(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "citywall.db")
    keeping.keeper.keep_board(1, board_of(7))
    keeping.keeper.keep_board(1, board_of(8))
    keeping.close()
    assert on_disk(keeping.path).boards == {1: board_of(8)}
