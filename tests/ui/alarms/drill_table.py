"""Hours of drills on a real desk and disk; what they do to pictures is only written down."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings

from tests.model.alarms.town import T, utc
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room
from wall.model.alarms.drill import Drill, Hung
from wall.model.picture import PictureDrill
from wall.services.alarms.drill_book import DrillBook
from wall.services.alarms.drills import DrillClocks, DrillHands
from wall.services.alarms.own import OwnSignals
from wall.store.drill_store import DrillStore
from wall.ui.alarms.drill_desk import DrillHours
from wall.ui.signals import EventBridge

TILES = {7: 4}


class DrillTable:
    """Camera 4 is on tile 7. What is told goes to `events`; the time is the room's."""

    def __init__(self, room: AlarmRoom, folder: Path) -> None:
        self.room = room
        self.events = EventBridge()
        self.said: list[str] = []
        self.complaints: list[str] = []
        self.stood: list[tuple[int, PictureDrill, float]] = []
        self.hanging = Future[Hung]()
        self.settings = QSettings(str(folder / "console.ini"), QSettings.Format.IniFormat)
        self.book = DrillBook(room.db, DrillStore(room.database), lambda: room.operator, lambda: T)
        own = OwnSignals(room.desk, TILES.get, lambda: T)
        hands = DrillHands(
            lambda *what: self.stood.append(what), self._hang, TILES.get, "camera {}".format, lambda _: 0, list, list
        )
        clocks = DrillClocks(lambda: T + room.now_s, lambda: room.now_s, utc)
        self.hours = DrillHours(room.desk, own, self.events, hands, self.book, self.settings, clocks)

    def _hang(self, _spared: Collection[int]) -> Future[Hung]:
        return self.hanging

    def pass_on(self) -> None:
        """What the desk has told until now."""
        self.room.settle()
        for event in self.room.events:
            self.events.publish(event)

    def keep(self, *drills: Drill) -> None:
        """As if they had been made."""
        for drill in drills:
            self.book.keep(self.book.number(), drill).result(WAIT_S)


@contextmanager
def drill_table(folder: Path) -> Iterator[DrillTable]:
    with alarm_room(folder / "a.db") as room:
        table = DrillTable(room, folder)
        yield table
        table.hours.close()
