"""A control room on a real database, with a clock that the test moves, and all that it published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.support.waiting import wait_until
from wall.model.board import Board, Slot
from wall.model.events import Event, ViewsChanged
from wall.model.finder import Finder
from wall.model.inventory import CameraRecord, Inventory, Site, StreamRecord, to_show
from wall.model.kept import Kept
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.view import CameraCell, Stop, Tour, View
from wall.services.camera_book import CameraBook
from wall.services.control_room import Clocks, ControlRoom
from wall.services.db_thread import DbThread
from wall.services.opening import IN_MEMORY, disk_on
from wall.store.database import Database
from wall.store.wall_store import WallStore

PATIENCE_S = 20.0
E = TypeVar("E", bound=Event)


@dataclass
class Clock:
    """Seconds that a test moves."""

    now_s: float = 1000.0

    def __call__(self) -> float:
        return self.now_s


def city(cameras: int, sites: int = 2, *, priorities: Sequence[int] = ()) -> Inventory:
    """Cameras with the ids and numbers 1, 2, …, by turns at the sites; the first ones have these priorities."""
    ranks = [*priorities, *[0] * (cameras - len(priorities))]
    records = (
        CameraRecord(
            f"Camera {n}",
            n,
            site_id=n % sites + 1,
            streams=(StreamRecord(f"rtsp://10.0.0.{n % 250}/{n}"),),
            priority=ranks[n - 1],
            camera_id=n,
        )
        for n in range(1, cameras + 1)
    )
    return Inventory(tuple(Site(f"Site {n}", site_id=n) for n in range(1, sites + 1)), (), tuple(records))


def book_of(inventory: Inventory) -> CameraBook:
    """Its cameras, without logins."""
    finder = Finder(inventory)
    return CameraBook(lambda: inventory, finder.find, lambda record, _, site: to_show(record, 0, site, None))


def board_of(*cameras: int | None, columns: int = 2, rows: int = 2, selected: int = 0) -> Board:
    """These cameras in equal cells."""
    layout = Layout.plain(columns, rows)
    return Board(layout, tuple(Slot(CameraCell(each) if each else None) for each in cameras), selected)


def view_of(name: str, *cameras: int, columns: int = 2, rows: int = 2) -> View:
    """The same to be saved."""
    return View(name, Layout.plain(columns, rows), tuple(map(CameraCell, cameras)))


def cameras_of(board: Board) -> list[int | None]:
    """What stands there, by camera id."""
    return [slot.content.camera_id if isinstance(slot.content, CameraCell) else None for slot in board.slots]


@dataclass
class WallRoom:
    """A control room, its clocks, its database and what it told."""

    room: ControlRoom
    db: DbThread
    database: Database
    events: list[Event]
    clock: Clock = field(default_factory=Clock)
    unix: Clock = field(default_factory=lambda: Clock(1.7e9))

    def told(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def go_on(self, seconds: float) -> None:
        """Let time pass, with a tick every tenth of a second."""
        for _ in range(round(seconds * 10)):
            self.clock.now_s += 0.1
            self.unix.now_s += 0.1
            self.room.tick()

    def settle(self) -> None:
        """Until what was asked of the disk so far is done."""
        self.db.ask(lambda: None).result(PATIENCE_S)

    def keep(self) -> None:
        """Until all that is shown is on the disk."""
        self.settle()
        self.go_on(0.5)
        self.settle()

    def save(self, *views: View, tours: Sequence[Tour] = ()) -> tuple[list[int], list[int]]:
        """Save them and give their ids."""
        for view in views:
            self.room.save_view(view)
        for tour in tours:
            self.room.save_tour(tour)
        self.settle()
        view_ids = {each.name: each.view_id for each in self.room.views}
        tour_ids = {each.name: each.tour_id for each in self.room.tours}
        return [view_ids[each.name] for each in views], [tour_ids[each.name] for each in tours]

    def tour_of_views(self, *views: View, dwell_s: float = 10.0) -> int:
        """A saved tour over saved views."""
        ids, _ = self.save(*views)
        return self.save(tours=[Tour("Round", tuple(Stop(each) for each in ids), dwell_s)])[1][0]

    def tour_of_cameras(self, *cameras: int, dwell_s: float = 10.0) -> int:
        """A saved tour over cameras."""
        return self.save(tours=[Tour("Eyes", tuple(Stop(0, each) for each in cameras), dwell_s)])[1][0]

    def wait_for_views(self, views: int) -> None:
        wait_until(lambda: len(self.room.views) == views, PATIENCE_S, lambda: str(self.told(ViewsChanged)))


@contextmanager
def wall_room(
    cameras: Inventory | CameraBook,
    path: Path = IN_MEMORY,
    *,
    screens: int = 1,
    operator: str = "lan",
    busy_timeout_s: float = 0.1,
    clocks: Clocks | None = None,
) -> Iterator[WallRoom]:
    """A room on a database, new or as it was left; a new one has so many screens, all empty, 2 × 2.

    Its clocks are moved by the test unless others are given.
    """
    events: list[Event] = []
    clock, unix = Clock(), Clock(1.7e9)
    db = DbThread(events.append)
    database = Database(path, busy_timeout_s=busy_timeout_s)
    try:
        disk = disk_on(db, database)
        kept = disk.wall.load()
        last_s = {camera_id: seen.last_s for camera_id, seen in disk.watching.seen(0.0).items()}
        room = ControlRoom(
            book_of(cameras) if isinstance(cameras, Inventory) else cameras,
            disk,
            events.append,
            kept,
            operator=operator,
            last_s=last_s,
            clocks=clocks or Clocks(clock, unix),
        )
        if screens and not kept.screens:
            room.keep_screens([Screen(str(n), n, screen_id=n) for n in range(1, screens + 1)])
            for n in range(1, screens + 1):
                room.show(n, board_of())
        yield WallRoom(room, db, database, events, clock, unix)
        room.close()
    finally:
        db.close()
        database.close()


def on_disk(path: Path) -> Kept:
    """What another program would read."""
    database = Database(path)
    try:
        return WallStore(database).load()
    finally:
        database.close()
