"""Builds duty views, patrols and their pictures of their real parts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.events import Event
from wall.model.ptz.operator import Operator
from wall.services.fleet import Fleet
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.services.ptz.dome_stores import DomeStores
from wall.services.ptz.duty_room import Clocks, DutyRoom
from wall.services.ptz.ports import SendsDomes
from wall.services.ptz.references import References
from wall.services.ptz.taking import open_taking
from wall.store.picture_folder import PictureFolder, pictures_folder


@contextmanager
def open_duty(
    io: IoLoop,
    desk: SendsDomes,
    stores: DomeStores,
    fleet: Fleet,
    live: LiveView,
    database: Path,
    publish: Callable[[Event], None],
    operator: Callable[[], Operator],
    log: Path,
    clocks: Clocks | None = None,
) -> Iterator[DutyRoom]:
    """For as long as the context lasts; it belongs to the calling thread, which is to let it `tick`."""
    with open_taking(io, fleet, live, log) as taking:
        folder = PictureFolder(pictures_folder(database))
        pictures = References(io.loop, taking, folder, fleet.db, stores.references, publish, time.time)
        room = DutyRoom(desk, fleet.db, stores.duty, pictures, publish, operator, clocks)
        try:
            yield room
        finally:
            room.close()
