"""The decode processes of the wall: who decodes what, and what becomes of those that die or hang."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import time

import pytest

from tests.support.resources import open_files
from tests.support.waiting import until
from tests.video.pooled import START_WITHIN_S, Pooled, decoders, running_pool
from wall.bench.control import Control
from wall.demo import City
from wall.model.stream import Codec, Source
from wall.model.tile import Cause, Phase
from wall.video import worker
from wall.video.memory import PictureMemory, PictureReader
from wall.video.pool import DecodePool

TILES = 6
NOWHERE = Source("rtsp://127.0.0.1:9/none")


def sources(city: City) -> list[Source]:
    return [camera.source_for_grid() for camera in city.cameras[:TILES]]


def test_tiles_are_spread_and_play(city: City) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city)) as pooled:
            await pooled.all_move()
            for tile in range(TILES):
                assert pooled.phases(tile) == [Phase.OPENING, Phase.PLAYING]
            assert {report.codec for _, report in pooled.reports} <= {None, *Codec}
            began_s = time.monotonic()
            os.kill(pooled.pool.pids()[0], signal.SIGKILL)
            await until(lambda: pooled.lost_since(began_s))
            assert len(pooled.lost_since(began_s)) == TILES // 2

    asyncio.run(scenario())


@pytest.mark.alone
def test_a_killed_process_is_replaced_and_the_others_go_on(city: City) -> None:
    """Wanted: pictures again within two seconds, and no gap for the others."""

    async def scenario() -> None:
        async with running_pool(sources(city)) as pooled:
            await pooled.all_move()
            await pooled.has_spare()
            watching = asyncio.create_task(_longest_gaps_s(pooled))
            victim, (spare,) = pooled.pool.pids()[0], pooled.spares()
            began_s = time.monotonic()
            os.kill(victim, signal.SIGKILL)
            await until(lambda: pooled.lost_since(began_s))
            lost = pooled.lost_since(began_s)
            assert await pooled.all_move(sorted(lost)) < 4
            assert spare in pooled.pool.pids()
            await until(lambda: victim not in decoders(), 5, "it stays as a zombie")
            watching.cancel()
            gaps_s = await watching
            assert max(gaps_s[tile] for tile in range(TILES) if tile not in lost) < 0.6
            await pooled.has_spare()

    asyncio.run(scenario())


async def _longest_gaps_s(pooled: Pooled) -> dict[int, float]:
    """Until cancelled: the longest time without a new picture, by tile."""
    longest = dict.fromkeys(pooled.memories, 0.0)
    seen = {tile: (pooled.count(tile), time.monotonic()) for tile in pooled.memories}
    try:
        while True:
            await asyncio.sleep(0.02)
            now_s = time.monotonic()
            for tile, (count, at_s) in seen.items():
                longest[tile] = max(longest[tile], now_s - at_s)
                if pooled.count(tile) != count:
                    seen[tile] = pooled.count(tile), now_s
    except asyncio.CancelledError:
        return longest


def test_a_hanging_process_is_noticed_and_replaced(city: City) -> None:
    """It is silent for four seconds, then gone."""

    async def scenario() -> None:
        async with running_pool(sources(city)) as pooled:
            await pooled.all_move()
            await pooled.has_spare()
            victim = pooled.pool.pids()[1]
            began_s = time.monotonic()
            os.kill(victim, signal.SIGSTOP)
            await until(lambda: pooled.lost_since(began_s), 10, "it was not noticed")
            assert 3 < time.monotonic() - began_s < 7
            assert await pooled.all_move() < 4
            await until(lambda: victim not in decoders(), 5, "it was not killed, or is a zombie")

    asyncio.run(scenario())


def test_all_processes_killed_at_once(city: City) -> None:
    """The spare included: new ones are started for all."""

    async def scenario() -> None:
        async with running_pool(sources(city)) as pooled:
            await pooled.all_move()
            await pooled.has_spare()
            for pid in decoders():
                os.kill(pid, signal.SIGKILL)
            assert await pooled.all_move() < 12
            assert len(set(pooled.pool.pids())) == 2

    asyncio.run(scenario())


def test_a_tile_can_be_resized_closed_and_opened_again(city: City) -> None:
    """A resize keeps the connection; a closed tile gives the camera its session back and reports no more."""
    control = Control(city.control)

    async def scenario() -> None:
        async with running_pool(sources(city)[:2]) as pooled:
            await pooled.all_move()
            larger = PictureMemory.create(320, 180)
            pooled.pool.resize(0, larger)
            former, pooled.memories[0] = pooled.memories[0], larger
            reader = PictureReader(larger)
            assert await until(reader.has_newer) < 1
            picture = reader.hold()
            assert picture is not None and picture.width == 320
            assert pooled.phases(0) == [Phase.OPENING, Phase.PLAYING]
            former.close()
            assert await asyncio.to_thread(_sessions, control) == 2
            pooled.close(0)
            await until(lambda: _sessions(control) == 1, 5, "the session was not given back")
            reports = len(pooled.reports)
            await pooled.all_move([1])
            assert len(pooled.reports) == reports
            pooled.open(0, sources(city)[0])
            await pooled.all_move()

    asyncio.run(scenario())
    assert _sessions(control) == 0, "stopping the pool does not give the sessions back"
    control.close()


def _sessions(control: Control) -> int:
    return int(control.status()["sessions"])


def test_resting_tiles_of_a_killed_process_rest_on_in_the_spare(city: City) -> None:
    """And those that are woken while nobody has them wake there."""

    async def scenario() -> None:
        async with running_pool(processes=1) as pooled:
            for tile, source in enumerate(sources(city)[:3]):
                pooled.open(tile, source, is_resting=tile > 0)
            await pooled.all_receive(range(3))
            await pooled.has_spare()
            began_s = time.monotonic()
            os.kill(pooled.pool.pids()[0], signal.SIGKILL)
            await until(lambda: pooled.lost_since(began_s) == {0, 1, 2})
            pooled.pool.wake(1)
            await pooled.all_move([0, 1])
            await pooled.all_receive([2])
            assert pooled.count(2) == 0, "it decodes while it rests"
            pooled.pool.rest(0)
            pooled.pool.wake(2)
            assert await pooled.all_move([2]) < 4
            assert pooled.phases(2) == [Phase.OPENING, Phase.PLAYING, Phase.LOST, Phase.OPENING, Phase.PLAYING]

    asyncio.run(scenario())


def test_waking_at_another_size(city: City) -> None:
    async def scenario() -> None:
        async with running_pool(processes=1) as pooled:
            pooled.open(0, sources(city)[0], is_resting=True)
            await pooled.all_receive([0])
            former, pooled.memories[0] = pooled.memories[0], PictureMemory.create(160, 90)
            pooled.pool.wake(0, pooled.memories[0])
            former.close()
            await pooled.all_move()
            picture = PictureReader(pooled.memories[0]).hold()
            assert picture is not None and picture.width == 160
            pooled.close(0)

    asyncio.run(scenario())


def test_retry_asks_again_at_once() -> None:
    async def scenario() -> None:
        async with running_pool([NOWHERE], processes=1) as pooled:
            await until(lambda: pooled.phases(0).count(Phase.FAILED) >= 4, START_WITHIN_S)
            before = len(pooled.reports)
            pooled.pool.retry(0)
            assert await until(lambda: len(pooled.reports) >= before + 2) < 1
            assert pooled.reports[before][1].phase is Phase.OPENING
            assert pooled.reports[before + 1][1].cause is Cause.REFUSED

    asyncio.run(scenario())


@pytest.mark.parametrize("state", ["idle", "playing", "hanging", "just killed", "starting"])
def test_stop_ends_everything_within_two_seconds(city: City, state: str) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city) if state != "idle" else [], processes=2) as pooled:
            if state != "starting":
                await (pooled.has_spare() if state == "idle" else pooled.all_move())
            if state == "hanging":
                os.kill(pooled.pool.pids()[0], signal.SIGSTOP)
            if state == "just killed":
                began_s = time.monotonic()
                os.kill(pooled.pool.pids()[0], signal.SIGKILL)
                await until(lambda: pooled.lost_since(began_s))
            began_s = time.monotonic()
            await pooled.pool.stop()
            assert time.monotonic() - began_s < 2
            assert decoders() == set(), "processes or zombies stay behind"

    gc.collect()
    before = open_files()
    asyncio.run(scenario())
    gc.collect()
    assert open_files() <= before


def test_processes_that_do_not_come_up_are_started_in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when libVLC is missing. Its tiles say that the decoder is lost."""
    started = 0
    start = worker._start

    def counted(*arguments: object) -> object:
        nonlocal started
        started += 1
        return start(*arguments)  # type: ignore[arg-type]

    async def scenario() -> None:
        async with running_pool([NOWHERE], processes=2) as pooled:
            await until(lambda: Phase.LOST in pooled.phases(0))
            await asyncio.sleep(3)
            assert set(pooled.phases(0)) == {Phase.LOST}

    monkeypatch.setattr(sys, "executable", "/bin/false")
    monkeypatch.setattr(worker, "_start", counted)
    asyncio.run(scenario())
    assert 3 <= started <= 12


def test_when_no_process_can_be_started_it_is_tried_again(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        async with running_pool(sources(city)[:2]) as pooled:
            await pooled.all_move()
            await pooled.has_spare()
            with monkeypatch.context() as patch:
                patch.setattr(sys, "executable", "/nowhere/python")
                for pid in decoders():
                    os.kill(pid, signal.SIGKILL)
                await until(lambda: len(pooled.lost_since(0)) == 2)
                await asyncio.sleep(0.7)
            await pooled.all_move()

    asyncio.run(scenario())


def test_stopping_a_pool_that_was_never_started() -> None:
    asyncio.run(DecodePool(2, lambda report: None).stop())
