"""A duty room on a real database and real files, with domes on paper and pictures that are made here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.services.ptz.paper_domes import AN, PaperDesk, TestClock
from tests.support.waiting import until, wait_until
from wall.model.dome_events import DutyChanged
from wall.model.errors import WallError
from wall.model.events import Event
from wall.model.glimpse import Glimpse, Way
from wall.services.db_thread import DbThread
from wall.services.io import IoLoop
from wall.services.ptz.duty_room import Clocks, DutyRoom
from wall.services.ptz.journal_book import JournalBook
from wall.services.ptz.picture_hours import PictureHours
from wall.services.ptz.references import References
from wall.services.ptz.taking import Taken
from wall.store.database import Database
from wall.store.duty_store import DutyStore
from wall.store.picture_folder import PictureFolder, pictures_folder
from wall.store.ptz_journal import PtzJournalStore
from wall.store.reference_store import ReferenceStore

T = TypeVar("T")


@dataclass
class Painter:
    """Takes pictures: grey ones, a shade lighter each time; or noise, that makes large files."""

    clock: TestClock
    fault: WallError | None = None
    is_noisy: bool = False
    scene: Callable[[], tuple[int, int, bytes]] | None = None
    """What is to be seen instead: width, height, BGRX."""
    is_slow: bool = False
    """Then a picture comes when this is over."""
    taken: list[int] = field(default_factory=list)

    async def take(self, camera_id: int, *, is_small: bool = False) -> Taken:
        if self.fault is not None:
            raise self.fault
        self.taken.append(camera_id)
        await until(lambda: not self.is_slow, 60)
        size = (64, 36) if is_small else (1280, 720) if self.is_noisy else (128, 72)
        if self.scene is not None:
            *seen, pixels = self.scene()
            return self._taken((seen[0], seen[1]), pixels)
        many = size[0] * size[1] * 4
        pixels = os.urandom(many) if self.is_noisy else bytes([len(self.taken) % 256]) * many
        return self._taken(size, pixels)

    def _taken(self, size: tuple[int, int], pixels: bytes) -> Taken:
        return Taken(Glimpse(*size, pixels, self.clock.now_s, self.clock.unix(), self.clock.now_s, Way.SNAPSHOT))


@dataclass
class Duties:
    """What a test has in hand."""

    room: DutyRoom
    desk: PaperDesk
    clock: TestClock
    painter: Painter
    pictures: References
    database: Database
    book: JournalBook
    folder: Path
    events: list[Event]

    def wait(self, seconds: float) -> None:
        """Let so much time go by."""
        for _ in range(round(seconds * 4)):
            self.clock.now_s += 0.25
            self.room.tick()

    def until(self, condition: Callable[[], object]) -> None:
        """Let what other threads do come home."""

        def look() -> object:
            self.clock.now_s += 0.005
            self.room.tick()
            return condition()

        wait_until(look, 20)

    def until_taken(self) -> None:
        """No picture that was begun by itself is under way any more: time goes by faster here than pictures come."""
        self.until(lambda: not self.room._taken._under_way)

    def ended(self, future: Future[T]) -> T:
        self.until(future.done)
        self.room.tick()
        return future.result()


@contextmanager
def duties(
    path: Path,
    clock: TestClock | None = None,
    desk: PaperDesk | None = None,
    hours: PictureHours | None = None,
    publish: Callable[[Event], None] | None = None,
) -> Iterator[Duties]:
    """Whatever is published is in `events`, and goes to `publish`."""
    clock = clock or TestClock()
    desk, painter, events = desk or PaperDesk(clock), Painter(clock), list[Event]()
    folder = pictures_folder(path)

    def tell(event: Event) -> None:
        events.append(event)
        if publish is not None:
            publish(event)

    with IoLoop() as io, closing(Database(path)) as database, closing(DbThread(tell)) as db:
        store = ReferenceStore(database)
        pictures = References(io.loop, painter, PictureFolder(folder), db, store, tell, clock.unix)
        clocks = Clocks(clock.monotonic, clock.unix)
        room = DutyRoom(desk, db, DutyStore(database), pictures, tell, lambda: AN, clocks, hours)
        made = Duties(
            room, desk, clock, painter, pictures, database, JournalBook(db, PtzJournalStore(database)), folder, events
        )
        try:
            made.until(lambda: any(isinstance(event, DutyChanged) for event in events))
            yield made
        finally:
            room.close()
