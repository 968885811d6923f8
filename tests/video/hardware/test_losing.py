"""A driver may take a decode process down, or hang it: the one that follows does without the graphics device."""

from __future__ import annotations

import asyncio
import os
import signal
import time

from tests.support.waiting import until
from tests.video.pooled import running_pool
from wall.demo import City
from wall.video.hardware import va
from wall.video.reports import HardwareFailed

BACK_WITHIN_S = 2.0


def test_a_process_that_breaks_down_ends_the_use_of_the_device(city: City) -> None:
    sources = [city.cameras[place].streams[-1].source for place in range(1)]

    async def play() -> None:
        async with running_pool(sources, processes=1) as pooled:
            pooled.pool.use_hardware(va.WAY)
            await pooled.all_move()
            await pooled.has_spare()
            os.kill(pooled.pool.pids()[0], signal.SIGSEGV)
            killed_s = time.monotonic()
            await until(lambda: pooled.given_up, 5)
            await pooled.all_move()
            assert time.monotonic() - killed_s < BACK_WITHIN_S + 1, "as fast as ever, with room for a busy machine"
            assert pooled.given_up == [HardwareFailed(is_lost=True)]

    asyncio.run(play())


def test_one_that_stood_still_for_a_drill_says_nothing_against_the_device(city: City) -> None:
    sources = [city.cameras[0].streams[-1].source]

    async def play() -> None:
        async with running_pool(sources, processes=1) as pooled:
            pooled.pool.use_hardware(va.WAY)
            await pooled.all_move()
            await pooled.has_spare()
            began_s = time.monotonic()
            halted = pooled.pool.least_needed([0], [])
            assert halted is not None
            halted.halt()
            await until(lambda: pooled.lost_since(began_s), 20)
            await pooled.all_move()
            assert pooled.given_up == []

    asyncio.run(play())
