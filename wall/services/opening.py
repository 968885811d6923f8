"""Builds a fleet of its real parts: the ONVIF contract, the database, and the logins that are kept beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from wall.model.events import Event
from wall.onvif.contract import Contract
from wall.onvif.discovery import Search
from wall.onvif.interrogate import Interrogator
from wall.services.check_plan import Pace
from wall.services.fleet import Fleet, NewSearch
from wall.services.io import IoLoop
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore
from wall.store.secrets import AskPassphrase, no_passphrase, open_secrets


@contextmanager
def open_fleet(
    io: IoLoop,
    database: Path,
    publish: Callable[[Event], None],
    ask_passphrase: AskPassphrase = no_passphrase,
    new_search: NewSearch = Search,
    pace: Pace | None = None,
    wait: Callable[[Future[None]], None] = Future.result,
) -> Iterator[Fleet]:
    """A fleet that runs while the context does. StoreError or StartError where its database cannot be opened.

    `ask_passphrase` is called on the db thread, and only once a login is needed; where that asks a person on this
    thread, `wait` must let it go on. Not to be called on the io loop.
    """
    opened: list[Database] = []
    contract = Contract()
    # Before there is a window: later it would hold the window's thread for a tenth of a second.
    prepared = io.request(contract.prepare())

    def open_inventory() -> InventoryStore:
        opened.append(Database(database))
        return InventoryStore(opened[0])

    fleet = Fleet(
        io.loop,
        publish,
        Interrogator(contract),
        open_inventory,
        lambda: open_secrets(database.parent, ask_passphrase),
        new_search,
        pace=pace,
    )
    try:
        wait(io.request(fleet.start()))
        wait(prepared)
        yield fleet
    finally:
        io.request(fleet.stop()).result()
        for each in opened:
            each.close()
