"""The io thread: one loop, and its end."""

import asyncio
import threading

import pytest

from wall.services.io import IoLoop


async def thread_name() -> str:
    return threading.current_thread().name


def test_it_runs_on_a_thread_of_its_own() -> None:
    with IoLoop() as io:
        assert io.request(thread_name()).result(5) == "io"


def test_a_failure_comes_back_to_whoever_asked() -> None:
    async def fail() -> None:
        raise ValueError("no")

    with IoLoop() as io, pytest.raises(ValueError, match="no"):
        io.request(fail()).result(5)


def test_it_ends_with_its_block_even_when_that_fails() -> None:
    with pytest.raises(KeyError), IoLoop() as io:
        raise KeyError
    assert io.loop.is_closed()
    assert "io" not in {thread.name for thread in threading.enumerate()}


def test_a_request_can_be_taken_back() -> None:
    with IoLoop() as io:
        future = io.request(asyncio.sleep(60))
        assert future.cancel()


def test_what_still_runs_at_the_end_is_cancelled_in_order() -> None:
    ended: list[str] = []

    async def stay() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0)
            ended.append("cleaned up")

    with IoLoop() as io:
        io.request(stay())
        io.request(thread_name()).result(5)
    assert ended == ["cleaned up"]
