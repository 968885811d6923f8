"""What is done in folders: in turn in one, beside each other in several, and without waiting for a disk that hangs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.support.waiting import wait_until
from wall.services.folder_threads import FolderThreads

WAIT_S = 10.0
STICK, HOME = Path("/stick"), Path("/home")


@pytest.fixture
def folders() -> Iterator[FolderThreads]:
    with closing(FolderThreads()) as folders:
        yield folders


def at_work() -> int:
    return sum(thread.name == "folder" for thread in threading.enumerate())


def test_in_one_folder_it_is_one_thing_after_the_other(folders: FolderThreads) -> None:
    done: list[int] = []
    for answer in [folders.ask(HOME, partial(done.append, number)) for number in range(200)]:
        answer.result(WAIT_S)
    assert done == list(range(200))


def test_a_folder_that_hangs_holds_up_no_other_one(folders: FolderThreads) -> None:
    goes_on = threading.Event()
    hanging, behind_it = folders.ask(STICK, lambda: goes_on.wait(WAIT_S)), folders.ask(STICK, lambda: 1)
    assert folders.ask(HOME, lambda: 2).result(WAIT_S) == 2
    assert not hanging.done() and not behind_it.done()
    goes_on.set()
    assert behind_it.result(WAIT_S) == 1 and hanging.result(WAIT_S)


def test_what_fails_is_told_and_the_next_is_done_all_the_same(folders: FolderThreads) -> None:
    def fail() -> None:
        raise OSError("no stick")

    failing, next_one = folders.ask(STICK, fail), folders.ask(STICK, lambda: 1)
    assert str(failing.exception(WAIT_S)) == "no stick" and next_one.result(WAIT_S) == 1


def test_a_thread_goes_when_its_folder_has_nothing_more_to_do_and_another_comes(folders: FolderThreads) -> None:
    for number in range(3):
        assert folders.ask(HOME, lambda number=number: number).result(WAIT_S) == number  # type: ignore[misc]
        wait_until(lambda: not at_work())


def test_at_the_end_what_waits_is_finished_and_nothing_more_is_taken() -> None:
    folders, goes_on = FolderThreads(), threading.Event()
    waiting = [folders.ask(HOME, lambda: goes_on.wait(WAIT_S)), folders.ask(HOME, lambda: True)]
    goes_on.set()
    folders.close()
    assert all(answer.done() and answer.result() for answer in waiting)
    assert folders.ask(HOME, lambda: 1).cancelled()


def test_the_end_does_not_wait_for_a_disk_that_hangs() -> None:
    folders, goes_on = FolderThreads(), threading.Event()
    hanging = folders.ask(STICK, lambda: goes_on.wait(WAIT_S))
    folders.close()
    assert not hanging.done()
    goes_on.set()
    assert hanging.result(WAIT_S)
