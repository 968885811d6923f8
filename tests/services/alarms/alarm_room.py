"""A desk on a real database, with a clock that a test sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from tests.model.alarms.town import TOWN, T, utc
from wall.model.alarm_events import AlarmsChanged
from wall.model.alarms.action import Action
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import EVERYTHING
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Phase, Signal, Source
from wall.model.alarms.workflow import Refusal
from wall.model.events import Event
from wall.services.alarms.desk import AlarmClocks, AlarmDesk, Ground
from wall.services.db_thread import DbThread
from wall.store.alarm_rule_store import AlarmRuleStore
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database

WAIT_S = 20.0


class AlarmRoom:
    """`now_s` is seconds after the town's zero hour."""

    def __init__(self, database: Database) -> None:
        self.now_s = 0.0
        self.operator = "An"
        self.database = database
        self._lock = Lock()
        self._events: list[Event] = []
        self.db = DbThread(self._note)
        ground = Ground(self.db, AlarmStore(database), AlarmRuleStore(database))
        clocks = AlarmClocks(lambda: T + self.now_s, utc)
        self.desk = self.db.ask(lambda: AlarmDesk(ground, TOWN, self._note, lambda: self.operator, clocks)).result(
            WAIT_S
        )

    def _note(self, event: Event) -> None:
        with self._lock:
            self._events.append(event)

    @property
    def events(self) -> list[Event]:
        with self._lock:
            return list(self._events)

    def changed(self) -> list[tuple[Alarm, ...]]:
        """What was told of alarms, one event after the other."""
        return [event.alarms for event in self.events if isinstance(event, AlarmsChanged)]

    def say(self, *signals: Signal) -> None:
        """And wait until it is on the disk."""
        self.desk.receive(signals).result(WAIT_S)

    def pass_time(self, seconds: float) -> None:
        self.now_s += seconds
        self.desk.tick()
        self.settle()

    def settle(self) -> None:
        """All that was asked for is done."""
        self.db.ask(lambda: None).result(WAIT_S)

    def act(self, action: Action, *alarms: Alarm) -> dict[int, Refusal]:
        return dict(self.desk.act([each.alarm_id for each in alarms], action).result(WAIT_S))

    def only_rules(self, *rules: Rule) -> list[Rule]:
        """These instead of the usual ones."""
        for rule in self.desk.rules():
            self.desk.remove_rule(rule.rule_id).result(WAIT_S)
        return [self.desk.save_rule(rule).result(WAIT_S) for rule in rules]

    def history(self, text: str = "") -> Sequence[Alarm]:
        return self.desk.history(EVERYTHING, text).result(WAIT_S)


@contextmanager
def alarm_room(path: Path) -> Iterator[AlarmRoom]:
    with closing(Database(path)) as database:
        room = AlarmRoom(database)
        try:
            yield room
        finally:
            room.db.close()


def said(kind: str, camera_id: int, at_s: float = 0.0, phase: Phase = Phase.PULSE, **more: object) -> Signal:
    return Signal(Source.ONVIF, kind, camera_id, T + at_s, phase, **more)  # type: ignore[arg-type]
