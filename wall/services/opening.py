"""Builds a fleet and its control room of their real parts: the ONVIF contract, the database, the logins beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wall.model.board import Board, Slot
from wall.model.camera import Camera
from wall.model.events import Event, WorkFailed
from wall.model.kept import Kept
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.tile import Cause
from wall.model.view import CameraCell
from wall.onvif.contract import Contract
from wall.onvif.discovery import Search
from wall.onvif.interrogate import Interrogator
from wall.services.camera_book import CameraBook, identified
from wall.services.check_plan import Pace
from wall.services.control_room import Clocks, ControlRoom, Disk
from wall.services.db_thread import DbThread
from wall.services.fleet import Fleet, NewSearch
from wall.services.io import IoLoop
from wall.services.ptz.dome_stores import DomeStores
from wall.store import view_files
from wall.store.alarm_rule_store import AlarmRuleStore
from wall.store.alarm_store import AlarmStore
from wall.store.bookmark_store import BookmarkStore
from wall.store.database import Database
from wall.store.drill_store import DrillStore
from wall.store.duty_store import DutyStore
from wall.store.inventory_store import InventoryStore
from wall.store.layout_files import presets
from wall.store.map_store import MapStore
from wall.store.map_view_store import MapViewStore
from wall.store.ptz_journal import PtzJournalStore
from wall.store.push_store import PushStore
from wall.store.recording_store import RecordingStore
from wall.store.reference_store import ReferenceStore
from wall.store.secrets import AskPassphrase, no_passphrase, open_secrets
from wall.store.stick_store import StickStore
from wall.store.wall_store import WallStore
from wall.store.watch_store import WatchStore

Wait = Callable[[Future[Any]], object]
"""Waits for a future on the calling thread, and raises what it ends with."""

IN_MEMORY = Path(":memory:")


@contextmanager
def open_fleet(
    io: IoLoop,
    database: Path,
    publish: Callable[[Event], None],
    ask_passphrase: AskPassphrase = no_passphrase,
    new_search: NewSearch = Search,
    pace: Pace | None = None,
    wait: Wait = Future.result,
) -> Iterator[Fleet]:
    """A fleet that runs while the context does. StoreError or StartError where its database cannot be opened.

    `ask_passphrase` is called on the db thread, and only once a login is needed; where that asks a person on this
    thread, `wait` must let it go on. Not to be called on the io loop.
    """
    with _running(io, _OneDatabase(database), publish, ask_passphrase, new_search, pace, wait) as fleet:
        yield fleet


@contextmanager
def open_room(
    io: IoLoop,
    database: Path,
    publish: Callable[[Event], None],
    operator: str,
    ask_passphrase: AskPassphrase = no_passphrase,
    new_search: NewSearch = Search,
    pace: Pace | None = None,
    wait: Wait = Future.result,
    clocks: Clocks | None = None,
    contract: Contract | None = None,
) -> Iterator[tuple[Fleet, ControlRoom]]:
    """The same with the control room, on the same database. The room belongs to the calling thread.

    `contract` is for who shares it: its parsing takes half a second, and it is large.
    """
    kept = _OneDatabase(database)
    with _running(io, kept, publish, ask_passphrase, new_search, pace, wait, contract) as fleet:
        cameras = CameraBook(lambda: fleet.inventory, fleet.find, fleet.shown)
        opening = fleet.db.ask(lambda: _room(cameras, kept, fleet.db, publish, operator, clocks))
        wait(opening)
        room = opening.result()
        try:
            yield fleet, room
        finally:
            room.close()


@contextmanager
def room_of(
    cameras: Sequence[Camera], columns: int, rows: int, publish: Callable[[Event], None], clocks: Clocks | None = None
) -> Iterator[ControlRoom]:
    """A room with one screen, on which these cameras stand in pages of equal cells. Nothing is kept after its end.

    A camera without an id is known by its place in the list, from 1.
    """
    named = identified(cameras)
    book, kept = CameraBook.of(named), _OneDatabase(IN_MEMORY)
    slots = tuple(Slot(CameraCell(each.camera_id)) for each in named)
    board = Board(Layout.plain(columns, rows), slots)
    db = DbThread(publish)
    try:
        what = Kept(screens=(Screen("1", 1, screen_id=1),), boards={1: board})
        room = db.ask(lambda: _room(book, kept, db, publish, "", clocks, what)).result()
        yield room
        room.close()
    finally:
        db.close()
        kept.close()


def disk_on(db: DbThread, database: Database) -> Disk:
    """All that is kept of a room, in one database."""
    return Disk(
        db,
        WallStore(database),
        BookmarkStore(database),
        WatchStore(database),
        view_files,
        RecordingStore(database),
        MapStore(database),
        MapViewStore(database),
        PtzJournalStore(database),
        StickStore(database),
        DomeStores(DutyStore(database), ReferenceStore(database)),
        (AlarmStore(database), AlarmRuleStore(database)),
        PushStore(database),
        DrillStore(database),
    )


class _OneDatabase:
    """Opened on the db thread when it is first needed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: Database | None = None

    def open(self) -> Database:
        if self._opened is None:
            self._opened = Database(self.path)
        return self._opened

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()


@contextmanager
def _running(
    io: IoLoop,
    database: _OneDatabase,
    publish: Callable[[Event], None],
    ask_passphrase: AskPassphrase,
    new_search: NewSearch,
    pace: Pace | None,
    wait: Wait,
    contract: Contract | None = None,
) -> Iterator[Fleet]:
    contract = contract or Contract()
    # Before there is a window: later it would hold the window's thread for a tenth of a second.
    prepared = io.request(contract.prepare())
    fleet = Fleet(
        io.loop,
        publish,
        Interrogator(contract),
        lambda: InventoryStore(database.open()),
        lambda: open_secrets(database.path.parent, ask_passphrase),
        new_search,
        pace=pace,
    )
    try:
        wait(io.request(fleet.start()))
        wait(prepared)
        yield fleet
    finally:
        io.request(fleet.stop()).result()
        database.close()


def _room(
    cameras: CameraBook,
    database: _OneDatabase,
    db: DbThread,
    publish: Callable[[Event], None],
    operator: str,
    clocks: Clocks | None,
    what: Kept | None = None,
) -> ControlRoom:
    """On the db thread: reading thousands of views takes longer than the painting thread has time for."""
    opened = database.open()
    disk = disk_on(db, opened)
    kept = disk.wall.load()
    layouts, problems = presets()
    for problem in problems:
        publish(WorkFailed("read the layouts", Cause.FILE, problem))
    last_s = {camera_id: seen.last_s for camera_id, seen in disk.watching.seen(0.0).items()}
    return ControlRoom(
        cameras, disk, publish, what or kept, layouts=layouts, operator=operator, last_s=last_s, clocks=clocks
    )
