"""Tiles of real decode processes look back: at the right moment, in step, and over the death of a process."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.waiting import until
from tests.video.pooled import Pooled, running_pool
from wall.bench.control import Control
from wall.bench.frame_number import frame_number
from wall.demo import City
from wall.model.buffering import BufferSettings
from wall.model.picture import Picture
from wall.model.playhead import Playhead
from wall.model.stream import Source
from wall.video.memory import PictureMemory, PictureReader

SIZE = (320, 180)
KEPT = BufferSettings(memory_mb=64, disk_mb=0)


def sources(city: City, count: int) -> list[Source]:
    return [camera.source_for_grid() for camera in city.cameras[:count]]


class Looks:
    """Tiles that look back, and what is seen of it."""

    def __init__(self, pooled: Pooled) -> None:
        self.pooled = pooled
        self.memories: dict[int, PictureMemory] = {}
        self.readers: dict[int, PictureReader] = {}

    def begin(self, head: Playhead, *tiles: int) -> None:
        for tile in tiles:
            self.memories[tile] = PictureMemory.create(*SIZE)
            self.readers[tile] = PictureReader(self.memories[tile])
            self.pooled.pool.rest(tile)
            self.pooled.pool.replay(tile, tile, head, self.memories[tile])

    async def picture(self, tile: int, patience_s: float = 5) -> Picture:
        """The next new one."""
        await until(self.readers[tile].has_newer, patience_s, f"tile {tile} shows nothing")
        picture = self.readers[tile].hold()
        assert picture is not None
        return picture

    def close(self) -> None:
        for memory in self.memories.values():
            memory.close()


@pytest.fixture
def control(city: City) -> Iterator[Control]:
    control = Control(city.control)
    yield control
    control.close()


async def kept_for(seconds: float) -> None:
    """Let the buffers fill."""
    await asyncio.sleep(seconds)


def test_it_shows_what_the_camera_sent_then_and_soon(city: City, control: Control) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city, 3), buffer=KEPT) as pooled:
            await pooled.all_move()
            await kept_for(5)
            looks = Looks(pooled)
            head = Playhead(time.monotonic() - 3, time.monotonic())
            began_s = time.monotonic()
            looks.begin(head, 0)
            first = await looks.picture(0)
            took_s = time.monotonic() - began_s
            await asyncio.sleep(0.5)
            sent = control.sent(city.cameras[0].number)
            for picture in (first, await looks.picture(0)):
                number = frame_number(picture)
                assert any(each == number and abs(at_s - picture.picture_s) < 0.2 for each, at_s in sent)
                assert picture.picture_s <= head.position(time.monotonic())
            assert took_s < 2, "asked: 0.3 s; a busy machine gets more"
            await pooled.all_move([1, 2])
            before = pooled.count(0)
            await asyncio.sleep(0.3)
            assert pooled.count(0) == before, "what comes now is not decoded meanwhile"
            assert len(pooled.kept[0]) == 1 and pooled.kept[0][0][0] < head.at_s
            pooled.pool.end_replay(0, 0)
            pooled.pool.wake(0)
            await pooled.all_move([0])
            looks.close()

    asyncio.run(scenario())


def test_tiles_of_several_processes_run_in_step(city: City) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city, 6), buffer=KEPT) as pooled:
            await pooled.all_move()
            await kept_for(4)
            looks = Looks(pooled)
            head = Playhead(time.monotonic() - 3, time.monotonic(), rate=0.5)
            looks.begin(head, *range(6))
            for tile in range(6):
                await looks.picture(tile, 10)
            apart = []
            for _ in range(8):
                await asyncio.sleep(0.25)
                held = [looks.readers[tile].hold() for tile in range(6)]
                position_s = head.position(time.monotonic())
                apart.append(max(position_s - picture.picture_s for picture in held if picture is not None))
            assert sorted(apart)[4] < 0.25, "two frames, and what a busy machine adds"
            stands = head.paused(time.monotonic())
            for tile in range(6):
                pooled.pool.steer(tile, tile, stands)
            await asyncio.sleep(0.5)
            moments = [picture.picture_s for tile in range(6) if (picture := looks.readers[tile].hold()) is not None]
            assert len(moments) == 6 and all(0 <= stands.at_s - each < 0.15 for each in moments)
            looks.close()

    asyncio.run(scenario())


def test_a_process_killed_while_it_looks_back_goes_on_from_the_disk(city: City, tmp_path: Path) -> None:
    """What it had in memory is lost: the rest is there, and the others do not notice."""
    settings = BufferSettings(memory_mb=1, disk_mb=64, folder=str(tmp_path))

    async def scenario() -> None:
        async with running_pool(sources(city, 6), buffer=settings) as pooled:
            await pooled.all_move()
            await pooled.has_spare()
            await until(lambda: pooled.pool.kept_bytes()[1] > 2 << 20, 30)
            looks = Looks(pooled)
            began_s = time.monotonic()
            victim = pooled.pool.pids()[0]
            tile = min(pooled.pool._workers[0].tiles)
            looks.begin(Playhead(0, time.monotonic(), 0.0), tile)
            await until(lambda: pooled.kept.get(tile))
            first_s = pooled.kept[tile][0][0]
            pooled.pool.steer(tile, tile, Playhead(first_s, time.monotonic(), 0.25))
            assert (await looks.picture(tile)).picture_s < first_s + 1
            pooled.kept.clear()
            os.kill(victim, signal.SIGKILL)
            await until(lambda: pooled.lost_since(began_s))
            await until(lambda: pooled.kept.get(tile), 10, "its successor has nothing")
            assert pooled.kept[tile][0][0] == pytest.approx(first_s, abs=1)
            looks.readers[tile].hold()
            assert (await looks.picture(tile, 10)).picture_s < first_s + 6
            others = [each for each in range(6) if each not in pooled.lost_since(began_s)]
            assert others
            await pooled.all_move(others, 5)
            looks.close()

    asyncio.run(scenario())


def test_where_nothing_is_kept_nothing_is_shown_and_that_is_told(city: City) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city, 1)) as pooled:
            await pooled.all_move()
            looks = Looks(pooled)
            looks.begin(Playhead(time.monotonic() - 3, time.monotonic()), 0)
            await until(lambda: pooled.kept.get(0) == ())
            await asyncio.sleep(0.3)
            assert not looks.readers[0].has_newer()
            pooled.pool.end_replay(0, 0)
            pooled.pool.wake(0)
            await pooled.all_move()
            looks.close()

    asyncio.run(scenario())


def test_a_camera_that_comes_back_with_another_stream_has_what_was_kept_of_it(city: City) -> None:
    """Its tile was closed meanwhile, and others were opened: the same process has it again."""
    camera = city.cameras[0]
    small, large = (replace(each, camera="1") for each in (camera.source_for_grid(), camera.main))
    assert small != large

    async def scenario() -> None:
        async with running_pool(buffer=KEPT) as pooled:
            pooled.open(0, small)
            await pooled.all_move([0])
            await kept_for(4)
            gone_s = time.monotonic()
            pooled.close(0)
            for tile, source in enumerate(sources(city, 4)[1:], 1):
                pooled.open(tile, source)
            pooled.open(9, large)
            await pooled.all_move([9])
            looks = Looks(pooled)
            looks.begin(Playhead(gone_s - 1.5, time.monotonic(), rate=0.0), 9)
            picture = await looks.picture(9)
            assert gone_s - 3 < picture.picture_s <= gone_s - 1.5
            await until(lambda: len(pooled.kept.get(9, ())) >= 1, 5)
            assert pooled.kept[9][0][0] < gone_s - 3.5
            pooled.close(9)
            looks.close()

    asyncio.run(scenario())
