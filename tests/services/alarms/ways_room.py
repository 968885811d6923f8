"""A wall's ways in and out, on a real room and database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services.alarms.alarm_room import WAIT_S, said
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.told import Standing
from wall.model.alarms.ways_in import WaysIn
from wall.model.events import Event
from wall.model.stream import Credentials
from wall.services.alarms.desk import AlarmDesk
from wall.services.alarms.opening import open_alarms
from wall.services.alarms.ways import Ways
from wall.services.alarms.ways_in_opening import open_ways_in
from wall.services.io import IoLoop
from wall.services.opening import open_room


@dataclass
class Wall:
    ways: Ways
    alarms: AlarmDesk
    events: list[Event]

    def keep(self, wanted: WaysIn, **logins: Credentials) -> None:
        self.ways.keep(wanted, {name.replace("_", " "): login for name, login in logins.items()}).result(WAIT_S)

    def alarm(self) -> Alarm:
        self.alarms.receive([said("panic", 0, 0.0)]).result(WAIT_S)
        return self.alarms.open_alarms()[0]

    def standing(self, number: int = 0) -> Standing:
        return self.ways.health()[0][number].standing


@contextmanager
def running(database: Path, publish: Callable[[Event], None] | None = None) -> Iterator[Wall]:
    """Until the context ends; all that is told is in `events`, and told to `publish`."""
    events: list[Event] = []

    def tell(event: Event) -> None:
        events.append(event)
        if publish is not None:
            publish(event)

    with (
        IoLoop() as io,
        open_room(io, database, tell, "An") as (fleet, room),
        open_alarms(io, tell, fleet, room.alarms, lambda: "An") as alarms,
        open_ways_in(io, tell, fleet, alarms, room.pushes, database) as ways,
    ):
        yield Wall(ways, alarms, events)
