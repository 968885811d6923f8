"""A drill of what watches the decode processes: one of them stands still on purpose until it is found out and replaced.
On the io loop.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from wall.model.alarms.drill import DrillWhy, Hung
from wall.model.events import DecoderHalted, Event
from wall.video.pool import DecodePool
from wall.video.worker import Worker

NOTICED_WITHIN_S = 20.0
"""More than the pool lets one be silent that seems to work (15 s)."""
BACK_WITHIN_S = 20.0
SPARE_WITHIN_S = 10.0
"""After a loss a new one takes a moment to come up."""
_LOOK_EVERY_S = 0.05


class ShowsStream(Protocol):
    """`Reception`."""

    @property
    def tiles_live(self) -> tuple[int, ...]: ...

    @property
    def is_resting(self) -> bool: ...

    def retry(self) -> None: ...


async def hang_one(
    pool: DecodePool,
    streams: Mapping[int, ShowsStream],
    spared: Collection[int],
    publish: Callable[[Event], None],
    noticed_within_s: float = NOTICED_WITHIN_S,
) -> Hung:
    """`streams` are all that are received, by their numbers; none of `spared` is touched, and only one process that has
    live pictures: that with the fewest. Where it is not found out, it is let go on: no picture stays dark for a drill.
    """
    if not await _comes(lambda: pool.has_spare, SPARE_WITHIN_S):
        return Hung(why=DrillWhy.NO_SPARE)
    live = {number for number, stream in streams.items() if stream.tiles_live}
    worker = pool.least_needed(live, spared)
    if worker is None:
        return Hung(why=DrillWhy.NO_PROCESS)
    numbers = live & worker.tiles
    tiles = tuple(tile for number in sorted(numbers) for tile in streams[number].tiles_live)
    publish(DecoderHalted(tiles))
    return await _halted(worker, streams, numbers, len(tiles), noticed_within_s)


async def _halted(
    worker: Worker, streams: Mapping[int, ShowsStream], numbers: Collection[int], pictures: int, noticed_within_s: float
) -> Hung:
    began_s = time.monotonic()
    try:
        worker.halt()
        is_noticed = await _comes(lambda: worker.is_lost, noticed_within_s)
        noticed_s = time.monotonic() - began_s
    finally:
        worker.go_on()
    is_back = await _comes(lambda: not list(_dark(streams, numbers)), BACK_WITHIN_S)
    live_s = time.monotonic() - began_s
    if not is_back:
        for stream in _dark(streams, numbers):
            stream.retry()
        return Hung(pictures, noticed_s if is_noticed else None, None, DrillWhy.NOT_BACK)
    return Hung(pictures, noticed_s, live_s) if is_noticed else Hung(pictures, why=DrillWhy.NOT_REPLACED)


def _dark(streams: Mapping[int, ShowsStream], numbers: Iterable[int]) -> Iterable[ShowsStream]:
    """Those that somebody still looks at, and that are not live."""
    there = (streams[number] for number in numbers if number in streams)
    return (stream for stream in there if not stream.is_resting and not stream.tiles_live)


async def _comes(until: Callable[[], bool], within_s: float) -> bool:
    deadline_s = time.monotonic() + within_s
    while not until():
        if time.monotonic() > deadline_s:
            return False
        await asyncio.sleep(_LOOK_EVERY_S)
    return True
