"""The process that makes small pictures: what it gives, whom it blames, and that it goes."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import psutil
import pytest

from tests.support.resources import open_files
from tests.support.waiting import until
from tests.video.glimpse.bombs import endless_passes, jpeg
from wall.demo import City
from wall.model.errors import MalformedReplyError, UnauthorizedError, UnreachableError, WallError
from wall.model.stream import Source
from wall.model.tile import Cause
from wall.video.glimpse.maker import GlimpseMaker, Made
from wall.video.logins import Answer, EachItsOwn
from wall.video.memory import PictureMemory, PictureWriter

T = TypeVar("T")
BOX = (240, 135)


class NotingLogins(EachItsOwn):
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told_all: list[bool] = []
        self.left: list[int] = []

    def told(self, tile: int, *, accepted: bool) -> None:
        self.told_all.append(accepted)


@asynccontextmanager
async def making(logins: NotingLogins | None = None, log: Path | None = None) -> AsyncIterator[GlimpseMaker]:
    logins = logins or NotingLogins()
    maker = GlimpseMaker(log, logins, logins.left.append)
    try:
        yield maker
    finally:
        await maker.stop()


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(work, 50))


async def cause_of(work: Coroutine[Any, Any, Made]) -> Cause:
    try:
        await work
    except WallError as error:
        return error.cause
    raise AssertionError("it was made")


def test_nothing_runs_before_something_is_wanted_or_after_a_rest() -> None:
    async def check() -> None:
        async with making() as maker:
            assert maker.pids == []
            await maker.of_jpeg(jpeg(), BOX)
            (pid,) = maker.pids
            assert psutil.Process(pid).nice() >= 5
            maker.rest()
            assert maker.pids == []
            await until(lambda: not psutil.pid_exists(pid) or psutil.Process(pid).status() == "zombie")
            assert (await maker.of_jpeg(jpeg(), BOX)).width == 240

    run(check())


def test_of_many_jpegs_each_gets_its_own() -> None:
    colours = ("red", "lime", "blue", "white", "black", "yellow")

    async def check() -> list[Made]:
        async with making() as maker:
            return await asyncio.gather(*(maker.of_jpeg(jpeg(colour=colour), BOX) for colour in colours))

    made = run(check())
    assert [(each.width, each.height) for each in made] == [BOX] * 6
    seen = [tuple(each.pixels[2::-1]) for each in made]
    assert [tuple(round(part / 255) for part in colour) for colour in seen] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 0, 1),
        (1, 1, 1),
        (0, 0, 0),
        (1, 1, 0),
    ]
    assert len({each.digest for each in made}) == 6


def test_of_a_picture_that_is_on_the_wall() -> None:
    async def check() -> tuple[Made, Cause]:
        memory, empty = PictureMemory.create(640, 360), PictureMemory.create(64, 36)
        writer = PictureWriter(memory)
        start = writer.offset(writer.begin())
        memory.view[start : start + 640 * 360 * 4] = bytes((10, 20, 30, 0)) * (640 * 360)
        writer.publish(0, 640, 360, 640 * 4)
        async with making() as maker:
            made = await maker.of_tile(memory, BOX), await cause_of(maker.of_tile(empty, BOX))
        memory.close()
        empty.close()
        return made

    made, cause = run(check())
    assert made.pixels[:3] == bytes((10, 20, 30)) and (made.width, made.height) == BOX
    assert cause is Cause.FIRST_PICTURE


def test_of_a_keyframe(city: City) -> None:
    logins = NotingLogins()

    async def check() -> Made:
        async with making(logins) as maker:
            return await maker.of_keyframe(city.cameras[1].source_for_grid(), BOX)

    made = run(check())
    assert (made.width, made.height) == BOX
    assert made.came_s is not None and time.monotonic() - made.came_s < 30
    assert logins.told_all == [True] and len(logins.left) == 1


class _NoLogins(NotingLogins):
    def wanted(self, tile: int, source: Source, answer: Answer) -> None:
        answer(Cause.LOGIN_WITHHELD)


def test_a_login_that_is_withheld_is_not_sent(city: City) -> None:
    async def check() -> None:
        async with making(_NoLogins()) as maker:
            with pytest.raises(UnauthorizedError):
                await maker.of_keyframe(city.cameras[1].source_for_grid(), BOX)

    with pytest.raises(WallError) as caught:
        run(check())
    assert caught.value.cause is Cause.LOGIN_WITHHELD


@pytest.mark.parametrize("data", [b"", os.urandom(4000), jpeg()[:2000], bytes(5_000_000)])
def test_what_is_no_picture_is_named(data: bytes) -> None:
    async def check() -> None:
        async with making() as maker:
            await maker.of_jpeg(data, BOX)

    with pytest.raises(MalformedReplyError):
        run(check())


def test_who_hangs_the_process_is_blamed_and_nobody_else() -> None:
    async def check() -> None:
        async with making() as maker:
            await maker.of_jpeg(jpeg(), BOX)
            (before,) = maker.pids
            bomb = asyncio.create_task(cause_of(maker.of_jpeg(endless_passes(), BOX)))
            await asyncio.sleep(0.2)
            waiting = asyncio.create_task(cause_of(maker.of_jpeg(jpeg(), BOX)))
            assert await bomb is Cause.DECODER
            assert await waiting is Cause.DECODER_LOST
            assert await cause_of(maker.of_jpeg(jpeg(), BOX)) is Cause.DECODER_LOST  # Not in a hurry.
            await asyncio.sleep(1.1)
            assert (await maker.of_jpeg(jpeg(), BOX)).width == 240
            assert maker.pids != [before]

    run(check())


def test_a_process_that_is_killed_while_nothing_is_decoded_blames_nobody(city: City) -> None:
    async def check() -> Cause:
        async with making() as maker:
            await maker.of_jpeg(jpeg(), BOX)
            task = asyncio.create_task(cause_of(maker.of_keyframe(Source("rtsp://127.0.0.1:9/x"), BOX)))
            await asyncio.sleep(0)
            os.kill(maker.pids[0], signal.SIGKILL)
            return await task

    assert run(check()) in (Cause.DECODER_LOST, UnreachableError.cause, Cause.REFUSED)


def test_nothing_is_left_open() -> None:
    async def check() -> None:
        async with making() as maker:
            await maker.of_jpeg(jpeg(), BOX)
            before = open_files()
            theirs = psutil.Process(maker.pids[0]).num_fds()
            for data in (jpeg(), b"rubbish") * 20:
                await asyncio.gather(maker.of_jpeg(data, BOX), return_exceptions=True)
            given_up = asyncio.create_task(maker.of_jpeg(jpeg(1280, 720), BOX))
            await asyncio.sleep(0)
            given_up.cancel()
            await asyncio.gather(given_up, return_exceptions=True)
            await maker.of_jpeg(jpeg(), BOX)
            assert open_files() == before
            assert psutil.Process(maker.pids[0]).num_fds() == theirs

    run(check())
