"""Opens the ways in for other systems, and out to a supervisor, as they are set up, for as long as a context lasts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wall.model.events import Event
from wall.services.alarms.desk import AlarmDesk
from wall.services.alarms.opening import TICK_S
from wall.services.alarms.ports import KeepsPushes
from wall.services.alarms.push_line import Outbox
from wall.services.alarms.pushes import Pushes
from wall.services.alarms.ways import Ways, WaysGround
from wall.services.fleet import Fleet
from wall.services.io import IoLoop


@contextmanager
def open_ways_in(
    io: IoLoop,
    publish: Callable[[Event], None],
    fleet: Fleet,
    alarms: AlarmDesk,
    pushes: KeepsPushes,
    database: Path,
    wait: Callable[[Future[Any]], object] = Future.result,
) -> Iterator[Ways]:
    """What is wrong with one of them is published, and the wall goes on without it. Not to be called on the loop."""
    outbox = Outbox(fleet.db, pushes, alarms.log_there, publish, time.time, lambda: alarms.operator)
    telling = Pushes(outbox)
    ways = Ways(WaysGround(io, fleet, alarms, telling, publish, database))
    wait(ways.open())
    telling.catch_up(alarms.open_alarms(), alarms.rule)
    ticking = io.request(_pass_time(telling))
    try:
        yield ways
    finally:
        ticking.cancel()
        wait(ways.close())
        ways.end()


async def _pass_time(telling: Pushes) -> None:
    while True:
        telling.tick()
        await asyncio.sleep(TICK_S)
