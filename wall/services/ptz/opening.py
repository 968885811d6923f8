"""Builds the desk of its real parts: the domes' lines, the guardian, the journal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Protocol

from wall.model.events import Event
from wall.model.inventory import Inventory
from wall.model.ptz.operator import Operator
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.ptz.guard import Guard
from wall.onvif.ptz.lines import PtzLines
from wall.services.db_thread import DbThread
from wall.services.io import IoLoop
from wall.services.login_desk import Desks
from wall.services.ptz.arbitration import OneDesk
from wall.services.ptz.desk import PtzDesk
from wall.services.ptz.domes import Domes
from wall.services.ptz.journal import Journal
from wall.services.ptz.ports import KeepsPtzJournal
from wall.services.ptz.reach import Reach
from wall.services.ptz.settled import KeepsDomeSettings, Settled


class KnowsDomes(Protocol):
    """What is known of cameras and their logins: `wall.services.fleet.Fleet`."""

    @property
    def db(self) -> DbThread: ...

    @property
    def desks(self) -> Desks: ...

    @property
    def inventory(self) -> Inventory: ...

    def login_of(self, camera_id: int) -> Credentials | None: ...


@contextmanager
def open_ptz(
    io: IoLoop,
    publish: Callable[[Event], None],
    fleet: KnowsDomes,
    store: KeepsPtzJournal,
    contract: Contract,
    user: str,
    wait: Callable[[Future[Any]], object] = Future.result,
    settings: KeepsDomeSettings | None = None,
) -> Iterator[PtzDesk]:
    """A desk for as long as the context lasts. Not to be called on the io loop.

    Domes that a program left moving that came to a sudden end are stopped. In the end all are let go, and those that do
    not stand soon are left to the guardian. `user` is who is at the desk at first, with the rank that was kept of them.
    """
    journal = Journal(fleet.db, store)
    settled = Settled(fleet.db, settings)
    loaded = settled.load()
    operators, left = journal.operators(), journal.left_moving()
    guard = Guard()
    guard.start()
    lines = PtzLines(contract, guard=guard)
    reach = Reach(lambda: fleet.inventory, fleet.login_of, fleet.desks, lines, settled.of)
    domes = Domes(reach, OneDesk(), journal, publish, time.monotonic)
    try:
        for each in (operators, left):
            wait(each)
        loaded.exception()  # Told already: without settings domes are driven as well.
        kept = next((each for each in operators.result() if each.name == user), Operator(user))
        desk = PtzDesk(io.loop, domes, journal, kept, settled)
        io.loop.call_soon_threadsafe(domes.recover, left.result())
        yield desk
    finally:
        io.request(domes.stop()).result()
        io.loop.call_soon_threadsafe(lines.close)
        guard.close()
