"""Builds the overview of its real parts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.events import Event
from wall.onvif.budget import ConnectionBudget
from wall.onvif.snapshot import SnapshotReader
from wall.services.fleet import Fleet
from wall.services.glimpse_logins import GlimpseLogins
from wall.services.glimpse_plan import Pace
from wall.services.glimpsing import Hands
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.services.overview import Overview
from wall.video.glimpse.maker import GlimpseMaker

_CONNECTIONS = 1
"""To each device, beside those of the survey and the health check, which must not wait for a picture."""


@contextmanager
def open_overview(
    io: IoLoop, publish: Callable[[Event], None], fleet: Fleet, live: LiveView, log: Path, pace: Pace | None = None
) -> Iterator[Overview]:
    """An overview for as long as the context lasts. Not to be called on the io loop."""
    logins = GlimpseLogins(fleet.desks)
    snapshots = SnapshotReader(ConnectionBudget(_CONNECTIONS), os.urandom)
    maker = GlimpseMaker(log, logins, logins.left)
    live.count_too(lambda: maker.pids)
    hands = Hands(fleet.shown, live, snapshots, maker, logins)
    overview = Overview(io.loop, publish, fleet, hands, maker.rest, pace=pace)

    async def stop() -> None:
        await overview.stop()
        snapshots.close()
        await maker.stop()

    try:
        yield overview
    finally:
        io.request(stop()).result()
