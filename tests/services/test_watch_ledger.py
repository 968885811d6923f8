"""Which cameras were watched, and for how long: no more than somebody can have seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.wall_room import Clock, city
from wall.model.events import Event, WorkFailed
from wall.model.watching import Seen
from wall.services.db_thread import DbThread
from wall.services.watch_ledger import AGAIN_S, FLUSH_S, WatchLedger
from wall.store.database import Database
from wall.store.watch_store import WatchStore


class Watching:
    def __init__(self, path: Path) -> None:
        self.events: list[Event] = []
        self.path = path
        self.clock, self.unix = Clock(), Clock(1.7e9)
        self.db = DbThread(self.events.append)
        self.database = Database(path, busy_timeout_s=0.05)
        self.store = WatchStore(self.database)
        last_s = {camera: seen.last_s for camera, seen in self.store.seen(0).items()}
        self.ledger = WatchLedger(self.db, self.store, self.events.append, last_s, self.clock, self.unix)

    def watch(self, seconds: int, *screens: dict[int, bool], since_s: float = 1.0) -> None:
        """Each screen tells once a second, one a little after the other."""
        for _ in range(seconds):
            self.pass_by(since_s)
            for number, shown in enumerate(screens, 1):
                self.pass_by(0.1)
                self.ledger.note(number, shown)

    def pass_by(self, seconds: float) -> None:
        self.clock.now_s += seconds
        self.unix.now_s += seconds
        self.ledger.tick()

    def seen(self) -> dict[int, Seen]:
        inventory = city(3)
        return {each.camera_id: each for each in self.ledger.seen(0.0, lambda: inventory).result(5)}

    def close(self) -> None:
        self.ledger.close().result(5)
        self.db.close()
        self.database.close()


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    watching = Watching(tmp_path / "citywall.db")
    yield watching
    watching.close()


def test_only_what_is_live_counts(watching: Watching) -> None:
    watching.watch(11, {1: True, 2: False}, since_s=0.9)
    seen = watching.seen()
    assert seen[1].seconds == pytest.approx(10, abs=0.01) and seen[1].last_s == pytest.approx(watching.unix.now_s)
    assert seen[2] == Seen(2, 0.0, 0.0)


def test_who_is_watched_now_is_told(watching: Watching) -> None:
    assert watching.ledger.watched() == frozenset()
    watching.ledger.note(1, {1: True, 2: False})
    watching.ledger.note(2, {1: True, 3: True})
    assert watching.ledger.watched() == {1, 3}
    watching.pass_by(2)
    watching.ledger.note(1, {2: True})
    assert watching.ledger.watched() == {1, 2, 3}
    watching.pass_by(2)
    assert watching.ledger.watched() == {2}  # The second screen says nothing any more.
    watching.ledger.forget(1)
    assert watching.ledger.watched() == frozenset()


def test_a_camera_on_two_screens_counts_once(watching: Watching) -> None:
    watching.watch(10, {1: True}, {1: True})
    assert watching.seen()[1].seconds == pytest.approx(10.9, abs=0.2)


def test_never_seen_comes_first_then_the_longest_ago(watching: Watching) -> None:
    watching.watch(2, {3: True})
    watching.pass_by(100)
    watching.watch(2, {1: True})
    assert list(watching.seen()) == [2, 3, 1]


def test_a_gap_is_not_counted(watching: Watching) -> None:
    watching.watch(3, {1: True}, since_s=0.9)
    watching.pass_by(8 * 3600)  # The computer slept, or the window hung.
    watching.watch(3, {1: True}, since_s=0.9)
    assert watching.seen()[1].seconds == pytest.approx(4, abs=0.2)


def test_a_clock_that_is_set_adds_no_hours(watching: Watching) -> None:
    watching.watch(3, {1: True}, since_s=0.9)
    watching.unix.now_s += 1e6
    watching.watch(3, {1: True}, since_s=0.9)
    assert watching.seen()[1].seconds == pytest.approx(5, abs=0.2)


def test_it_is_on_the_disk_every_ten_seconds(watching: Watching) -> None:
    watching.watch(int(FLUSH_S) + 2, {1: True})
    watching.db.ask(lambda: None).result(5)
    with closing(Database(watching.path)) as other:
        assert WatchStore(other).seen(0)[1].seconds > FLUSH_S - 3


def test_what_was_seen_before_counts_after_a_restart(tmp_path: Path) -> None:
    first = Watching(tmp_path / "citywall.db")
    first.watch(3, {1: True})
    first.close()
    again = Watching(tmp_path / "citywall.db")
    assert again.ledger.unseen_s([1]) == pytest.approx(first.unix.now_s)
    assert again.ledger.unseen_s([2]) == 0
    again.close()


def test_a_disk_that_fails_is_told_once_and_no_second_is_lost(watching: Watching) -> None:
    with closing(sqlite3.connect(watching.path)) as other:
        other.execute("begin immediate")
        watching.watch(11, {1: True}, since_s=0.9)
        watching.pass_by(AGAIN_S)
        watching.pass_by(AGAIN_S)
        watching.db.ask(lambda: None).result(5)
        other.rollback()
    assert len(watching.events) == 1 and isinstance(watching.events[0], WorkFailed)
    assert watching.seen()[1].seconds == pytest.approx(10, abs=0.01)


def test_a_screen_that_is_gone_and_comes_again_begins_anew(watching: Watching) -> None:
    watching.watch(2, {1: True}, since_s=0.9)
    watching.ledger.forget(1)
    watching.pass_by(2)
    watching.ledger.note(1, {1: True})
    assert watching.seen()[1].seconds == pytest.approx(1, abs=0.01)


def test_one_broken_camera_does_not_make_its_neighbours_unseen(watching: Watching) -> None:
    watching.watch(2, {1: True, 2: True})
    now_s = watching.unix.now_s
    assert watching.ledger.unseen_s([1, 2, 9]) == watching.ledger.unseen_s([1, 9]) == pytest.approx(now_s)
    assert watching.ledger.unseen_s([1, 8, 9]) == 0.0
    assert watching.ledger.unseen_s([]) == watching.unix.now_s
