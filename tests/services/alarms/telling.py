"""A room whose alarms a supervisor is told of."""

from __future__ import annotations

from collections.abc import Callable

from tests.model.alarms.town import T
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, said
from wall.intake.caller import Caller
from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.push import PushHealth
from wall.model.alarms.rule import Concern, Merging, Response, Rule
from wall.model.alarms.signal import Signal
from wall.model.alarms.ways_out import HookSettings, Way
from wall.services.alarms.push_line import Outbox, Sends
from wall.services.alarms.pushes import Pushes
from wall.store.push_store import PushStore


def hook(url: str, token: str = "") -> dict[Way, Sends]:
    return {Way.HTTP: Caller(HookSettings(url), token, 5.0)}


_EACH = Merging(flood_camera=0, flood_site=0)


class Telling:
    """Pushes on a room's disk, whose back-off lasts a tenth of a second, and hardly longer."""

    def __init__(self, room: AlarmRoom, again: Callable[[int], float] | None = None) -> None:
        self.room = room
        self.store = PushStore(room.database)
        self.outbox = Outbox(
            room.db, self.store, room.desk.log_there, room._note, lambda: T + room.now_s, lambda: room.operator
        )
        self.pushes = Pushes(self.outbox, again or (lambda _tries: 0.1))

    def begin(self) -> None:
        self.room.only_rules(Rule("", Concern(kinds=frozenset({"line"})), 2, _EACH, Response(push=True), title="Rào"))

    def alarm(self, camera_id: int = 1) -> Alarm:
        self.room.say(self.said(camera_id))
        return self.newest()

    def said(self, camera_id: int = 1, detail: str = "hàng rào") -> Signal:
        return said("line", camera_id, self.room.now_s, detail=detail)

    def newest(self) -> Alarm:
        return max(self.room.desk.open_alarms(), key=lambda alarm: alarm.alarm_id)

    def tell(self, camera_id: int = 1) -> Alarm:
        alarm = self.alarm(camera_id)
        self.pushes.tell(alarm).result(WAIT_S)
        return alarm

    def deeds(self, alarm: Alarm) -> list[tuple[Deed, str]]:
        self.room.settle()
        told = self.room.desk.activity(alarm.alarm_id).result(WAIT_S)
        return [(each.deed, each.text) for each in told if each.deed.name.startswith("PUSH")]

    def waiting(self) -> int:
        """On the disk."""
        return self.room.db.ask(lambda: self.store.count(Way.HTTP)).result(WAIT_S)

    def health(self, way: Way = Way.HTTP) -> PushHealth:
        return next(each for each in self.pushes.health() if each.way is way)
