"""Builds the desk of its real parts, and lets its time go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

from wall.model.events import Event
from wall.services.alarms.desk import AlarmDesk, Ground
from wall.services.alarms.ports import KeepsAlarms, KeepsRules
from wall.services.fleet import Fleet
from wall.services.io import IoLoop

TICK_S = 1.0


@contextmanager
def open_alarms(
    io: IoLoop,
    publish: Callable[[Event], None],
    fleet: Fleet,
    stores: tuple[KeepsAlarms, KeepsRules],
    operator: Callable[[], str],
    wait: Callable[[Future[Any]], object] = Future.result,
) -> Iterator[AlarmDesk]:
    """A desk for as long as the context lasts; its sources must end before. Not to be called on the io loop.

    StoreError where what was kept cannot be read.
    """
    ground = Ground(fleet.db, *stores)
    making = fleet.db.ask(lambda: AlarmDesk(ground, fleet.inventory, publish, operator))
    wait(making)
    desk = making.result()
    time = io.request(_pass_time(desk))
    try:
        yield desk
    finally:
        time.cancel()
        # What was received is kept.
        wait(fleet.db.ask(lambda: None))


async def _pass_time(desk: AlarmDesk) -> None:
    while True:
        desk.tick()
        await asyncio.sleep(TICK_S)
