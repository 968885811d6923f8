"""The thread on which tiles are read: newest first, bounded, and what is no longer seen is not read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

import pytest

from tests.support.waiting import wait_until
from wall.model.map_kinds import Tile
from wall.services.tile_desk import TileDesk
from wall.services.tile_queue import TileQueue, Wish

PATIENCE_S = 10


@dataclass
class Disk:
    """Answers each tile with its name, once it is let go on."""

    read: list[int] = field(default_factory=list)
    goes_on: threading.Event = field(default_factory=threading.Event)

    def serve(self, map_id: int, tile: Tile, wish: Wish) -> None:
        self.read.append(tile.x)
        self.goes_on.wait(PATIENCE_S)
        wish.answer(f"{map_id}/{tile.x}".encode())


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def desk(disk: Disk) -> Iterator[TileDesk]:
    made = TileDesk(disk.serve, most_waiting=5)
    yield made
    disk.goes_on.set()
    made.close()


def tile(x: int) -> Tile:
    return Tile(10, x, 0)


def busy(desk: TileDesk, disk: Disk) -> Future[bytes | None]:
    """The first tile is under way and takes as long as the test wants."""
    first = desk.ask(1, tile(0))
    wait_until(lambda: disk.read == [0], PATIENCE_S)
    return first


def test_the_newest_comes_first(desk: TileDesk, disk: Disk) -> None:
    first = busy(desk, disk)
    later = [desk.ask(1, tile(x)) for x in (1, 2, 3)]
    disk.goes_on.set()
    assert [each.result(PATIENCE_S) for each in (first, *later)] == [b"1/0", b"1/1", b"1/2", b"1/3"]
    assert disk.read == [0, 3, 2, 1]


def test_what_is_no_longer_seen_is_not_read(desk: TileDesk, disk: Disk) -> None:
    busy(desk, disk)
    gone, seen = desk.ask(1, tile(1)), desk.ask(1, tile(2))
    assert gone.cancel()
    disk.goes_on.set()
    assert seen.result(PATIENCE_S) == b"1/2"
    desk.ask(1, tile(3)).result(PATIENCE_S)
    assert 1 not in disk.read


def test_two_who_want_one_tile_are_served_by_one_look(desk: TileDesk, disk: Disk) -> None:
    busy(desk, disk)
    both = [desk.ask(1, tile(1)), desk.ask(1, tile(1))]
    other = desk.ask(1, tile(1))
    other.cancel()
    disk.goes_on.set()
    assert [each.result(PATIENCE_S) for each in both] == [b"1/1", b"1/1"]
    assert disk.read == [0, 1]


def test_too_many_questions_drop_the_oldest(desk: TileDesk, disk: Disk) -> None:
    busy(desk, disk)
    asked = [desk.ask(1, tile(x)) for x in range(1, 9)]
    disk.goes_on.set()
    assert asked[-1].result(PATIENCE_S) == b"1/8"
    wait_until(lambda: all(each.done() for each in asked), PATIENCE_S)
    assert [each.cancelled() for each in asked] == [True] * 3 + [False] * 5


def test_one_that_is_cancelled_while_it_is_read_disturbs_nobody(desk: TileDesk, disk: Disk) -> None:
    first = busy(desk, disk)
    first.cancel()
    disk.goes_on.set()
    assert desk.ask(1, tile(1)).result(PATIENCE_S) == b"1/1"


def test_jobs_come_before_tiles(desk: TileDesk, disk: Disk) -> None:
    busy(desk, disk)
    last = desk.ask(1, tile(1))
    done: list[int] = []
    desk.do(lambda: done.append(len(disk.read)))
    disk.goes_on.set()
    last.result(PATIENCE_S)
    assert done == [1]


def test_after_the_end_nothing_is_read_and_nobody_waits(disk: Disk) -> None:
    desk = TileDesk(disk.serve)
    disk.goes_on.set()
    desk.close()
    assert desk.ask(1, tile(1)).cancelled()
    desk.do(lambda: disk.read.append(99))
    assert disk.read == []


def test_a_disk_that_hangs_does_not_hold_up_the_end(disk: Disk) -> None:
    desk = TileDesk(disk.serve)
    first, waiting = busy(desk, disk), desk.ask(1, tile(1))
    desk.close()
    assert waiting.cancelled() and not first.done()
    disk.goes_on.set()
    first.result(PATIENCE_S)


def test_a_queue_that_nobody_waits_for_is_empty() -> None:
    queue: TileQueue[int] = TileQueue(3)
    futures: list[Future[bytes | None]] = [Future() for _ in range(3)]
    for key, future in enumerate(futures):
        queue.put(key, Wish([future]))
    for future in futures:
        future.cancel()
    assert queue.take() is None and len(queue) == 0
