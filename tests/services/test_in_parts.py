"""What is read in parts, on a real db thread: whatever happens after whichever part, it ends, and nobody is kept
waiting for it meanwhile.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wall.model.errors import StoreError
from wall.model.tile import Cause
from wall.services.db_thread import DbThread
from wall.services.in_parts import InParts, elsewhere, in_parts

WAIT_S = 10.0
FAILED = StoreError("no room", cause=Cause.DISK_FULL)
PARTS = st.integers(1, 12)


class Reading:
    """So many parts; `at` does something at each of them, and what else there is to do is noted between them."""

    def __init__(self, parts: int, at: Callable[[Reading, int], None] = lambda _read, _part: None) -> None:
        self.db = DbThread(lambda _event: None)
        self.noted: list[str] = []
        self.is_closed = False
        self._parts = parts
        self._at = at
        is_known = threading.Event()
        self.db.ask(lambda: is_known.wait(WAIT_S))
        self.whole = in_parts(self.db, self._read())
        is_known.set()

    @property
    def parts_read(self) -> int:
        return sum(each.startswith("part") for each in self.noted)

    def settle(self) -> None:
        """All that is waiting is done, and the disk is closed."""
        self.db.close()
        assert self.whole.done()

    def _read(self) -> InParts[int]:
        try:
            for part in range(self._parts):
                self.noted.append(f"part {part}")
                self.db.ask(lambda part=part: self.noted.append(f"other {part}"))  # type: ignore[misc]
                self._at(self, part)
                if part + 1 < self._parts:
                    yield None
            return self._parts
        finally:
            self.is_closed = True


@contextmanager
def reading(parts: int, happens: int, what: Callable[[Reading], None]) -> Iterator[Reading]:
    """At one of the parts something happens, on the db thread."""
    read = Reading(parts, lambda read, part: what(read) if part == happens else None)
    yield read
    assert read.is_closed


@settings(deadline=None)
@given(parts=PARTS)
def test_what_else_there_is_to_do_has_its_turn_between_any_two_parts(parts: int) -> None:
    read = Reading(parts)
    assert read.whole.result(WAIT_S) == parts
    read.settle()
    assert read.noted == [f"{what} {part}" for part in range(parts) for what in ("part", "other")]


@settings(deadline=None)
@given(parts=PARTS, data=st.data(), in_between=st.booleans())
def test_cancelled_at_any_part_nothing_more_is_read(parts: int, data: st.DataObject, in_between: bool) -> None:
    happens = data.draw(st.integers(0, parts - 1))

    def cancel(read: Reading) -> None:
        if in_between:
            read.db.ask(read.whole.cancel)
        else:
            read.whole.cancel()

    with reading(parts, happens, cancel) as read:
        if happens + 1 < parts or not in_between:
            with pytest.raises(CancelledError):
                read.whole.result(WAIT_S)
            assert read.whole.cancelled()
        else:
            assert read.whole.result(WAIT_S) == parts, "it was too late"
        read.db.ask(lambda: None).result(WAIT_S)
        read.settle()
        assert read.parts_read == happens + 1


@settings(deadline=None)
@given(parts=PARTS, data=st.data(), error=st.sampled_from((FAILED, ValueError("damaged"), RuntimeError("ours"))))
def test_an_error_at_any_part_is_passed_on(parts: int, data: st.DataObject, error: Exception) -> None:
    happens = data.draw(st.integers(0, parts - 1))

    def fail(_read: Reading) -> None:
        raise error

    with reading(parts, happens, fail) as read:
        assert read.whole.exception(WAIT_S) is error
        read.settle()
        assert read.parts_read == happens + 1


@settings(deadline=None)
@given(parts=PARTS, data=st.data())
def test_an_error_of_what_was_cancelled_concerns_nobody(parts: int, data: st.DataObject) -> None:
    happens = data.draw(st.integers(0, parts - 1))

    def cancel_and_fail(read: Reading) -> None:
        read.whole.cancel()
        raise FAILED

    with reading(parts, happens, cancel_and_fail) as read:
        read.db.ask(lambda: None).result(WAIT_S)
        read.settle()
        assert read.whole.cancelled()


@settings(deadline=None, max_examples=30)
@given(parts=PARTS, data=st.data())
def test_once_the_disk_is_closed_it_is_cancelled(parts: int, data: st.DataObject) -> None:
    happens = data.draw(st.integers(0, parts - 1))

    def wait_for_the_end(read: Reading) -> None:
        threading.Thread(target=read.db.close).start()
        until_s = time.monotonic() + WAIT_S
        while not read.db.ask(lambda: None).cancelled() and time.monotonic() < until_s:
            time.sleep(0.001)

    with reading(parts, happens, wait_for_the_end) as read:
        if happens + 1 < parts:
            with pytest.raises(CancelledError):
                read.whole.result(WAIT_S)
        else:
            assert read.whole.result(WAIT_S) == parts, "it was at its end"
        read.settle()
        assert read.parts_read == happens + 1


def test_asked_after_the_end_it_is_cancelled_at_once() -> None:
    db = DbThread(lambda _event: None)
    db.close()
    read: list[int] = []

    def parts() -> InParts[None]:
        read.append(1)
        yield None

    assert in_parts(db, parts()).cancelled()
    assert read == []


def test_cancelled_by_another_thread_at_any_moment_it_ends_one_way_or_the_other() -> None:
    db = DbThread(lambda _event: None)

    def parts() -> InParts[int]:
        for _ in range(3):
            yield None
        return 3

    for attempt in range(300):
        whole = in_parts(db, parts())
        for _ in range(attempt % 30):
            time.sleep(0)
        whole.cancel()
        with suppress(CancelledError):
            assert whole.result(WAIT_S) == 3
    db.close()


def test_what_another_thread_answers_is_waited_for_and_the_disk_goes_on_meanwhile() -> None:
    db, answer = DbThread(lambda _event: None), Future[int]()

    def parts() -> InParts[int]:
        yield None
        return 1 + (yield from elsewhere(answer))

    whole = in_parts(db, parts())
    for _ in range(5):
        db.ask(lambda: None).result(WAIT_S)
    assert not whole.done()
    answer.set_result(2)
    assert whole.result(WAIT_S) == 3
    db.close()


def test_that_another_thread_failed_is_passed_on() -> None:
    db, answer = DbThread(lambda _event: None), Future[int]()
    whole = in_parts(db, elsewhere(answer))
    answer.set_exception(FAILED)
    assert whole.exception(WAIT_S) is FAILED
    db.close()


def test_answered_after_the_disk_was_closed_it_is_cancelled() -> None:
    db, answer = DbThread(lambda _event: None), Future[int]()
    whole = in_parts(db, elsewhere(answer))
    db.close()
    assert not whole.done()
    answer.set_result(2)
    assert whole.cancelled()
