"""What the decode processes keep of what they receive: how much, on which disk, and what outlives one of them."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from dataclasses import replace
from pathlib import Path

from tests.support.waiting import until
from tests.video.pooled import Pooled, running_pool
from wall.demo import City
from wall.model.buffering import BufferSettings
from wall.model.stream import Source
from wall.model.tile import Cause

MB = 1 << 20
PATIENCE_S = 30.0


def sources(city: City, count: int = 6) -> list[Source]:
    return [camera.source_for_grid() for camera in city.cameras[:count]]


def little(folder: Path, disk_mb: int = 64) -> BufferSettings:
    """So little memory that the disk is needed after some seconds."""
    return BufferSettings(memory_mb=1, disk_mb=disk_mb, folder=str(folder))


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("kept-*/*.units"))


async def reach_the_disk(pooled: Pooled, disk_bytes: int = MB) -> None:
    await until(lambda: pooled.pool.kept_bytes()[1] > disk_bytes, PATIENCE_S, "nothing reaches the disk")


def test_memory_first_then_the_disk_and_nothing_is_left(city: City, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city), buffer=little(tmp_path)) as pooled:
            await reach_the_disk(pooled)
            memory, disk = pooled.pool.kept_bytes()
            assert memory <= MB and disk <= 64 * MB and len(files(tmp_path)) <= 4
            await pooled.all_move()
            assert pooled.troubles == []

    asyncio.run(scenario())
    assert list(tmp_path.glob("kept-*")) == []


def test_what_rests_is_kept_too(city: City, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running_pool(buffer=little(tmp_path)) as pooled:
            for tile, source in enumerate(sources(city)):
                pooled.open(tile, source, is_resting=True)
            await until(lambda: pooled.pool.kept_bytes()[0] > MB // 2, PATIENCE_S)
            for tile in range(6):
                pooled.close(tile)
            assert sum(pooled.pool.kept_bytes()) > MB // 2

    asyncio.run(scenario())


def test_without_settings_nothing_is_kept(city: City, tmp_path: Path) -> None:
    async def scenario() -> None:
        for buffer in (None, BufferSettings(minutes=0, folder=str(tmp_path))):
            async with running_pool(sources(city, 2), buffer=buffer) as pooled:
                await pooled.all_move()
                assert pooled.pool.kept_bytes() == (0, 0)

    asyncio.run(scenario())
    assert list(tmp_path.iterdir()) == []


def test_the_successor_of_a_killed_process_has_what_was_on_the_disk(city: City, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city), processes=1, buffer=little(tmp_path)) as pooled:
            await reach_the_disk(pooled)
            await pooled.has_spare()
            victim = pooled.pool.pids()[0]
            os.kill(victim, signal.SIGKILL)
            await until(lambda: pooled.pool.pids()[0] != victim)
            await reach_the_disk(pooled)
            assert any(path.name.startswith(f"{victim}-") for path in files(tmp_path)), "written by the one before"
            await pooled.all_move()
            assert pooled.troubles == []
        assert files(tmp_path) == []

    asyncio.run(scenario())


def test_a_folder_that_is_removed_is_told_and_the_wall_goes_on(city: City, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city), processes=1, buffer=little(tmp_path)) as pooled:
            await reach_the_disk(pooled)
            shutil.rmtree(tmp_path)
            await until(lambda: pooled.troubles, PATIENCE_S)
            assert {trouble.cause for trouble in pooled.troubles} == {Cause.KEEPING_FOLDER}
            await pooled.all_move()
            assert 0 < pooled.pool.kept_bytes()[0] <= MB

    asyncio.run(scenario())


def test_what_a_killed_program_left_is_gone_at_the_next_start(city: City, tmp_path: Path) -> None:
    left = tmp_path / "kept-0123abcd-0"
    left.mkdir()
    (left / "4711-000000.units").write_bytes(b"x" * 1000)

    async def scenario() -> None:
        async with running_pool(processes=1, buffer=little(tmp_path)):
            await until(lambda: not left.exists())

    asyncio.run(scenario())


def test_how_much_is_kept_can_be_changed_while_it_is(city: City, tmp_path: Path) -> None:
    """Less memory: it goes to the disk. A later process has the new bounds, too."""
    much = BufferSettings(memory_mb=64, disk_mb=64, folder=str(tmp_path))
    less = replace(much, memory_mb=2, minutes=0.2)

    async def scenario() -> None:
        async with running_pool(sources(city), buffer=much) as pooled:
            await until(lambda: pooled.pool.kept_bytes()[0] > 4 * MB, PATIENCE_S)
            assert files(tmp_path) == []
            pooled.pool.keep(less)
            await until(lambda: 0 < pooled.pool.kept_bytes()[0] <= 2 * MB, PATIENCE_S)
            await until(lambda: files(tmp_path) != [], PATIENCE_S)
            os.kill(pooled.pool.pids()[0], signal.SIGKILL)
            await pooled.all_move()
            await asyncio.sleep(2)
            assert pooled.pool.kept_bytes()[0] <= 2 * MB and pooled.troubles == []

    asyncio.run(scenario())
