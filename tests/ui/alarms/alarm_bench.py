"""A real desk of alarms on a database, fed with signals, and what the UI knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.ui.console.fake_city import NOW_S
from tests.ui.fake_live import Clock
from wall.model.alarms.action import Action
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.rule import Concern, Merging, Response, Rule
from wall.model.alarms.signal import Signal, Source
from wall.model.inventory import Inventory
from wall.services.alarms.desk import AlarmClocks, AlarmDesk, Ground
from wall.services.db_thread import DbThread
from wall.store.alarm_rule_store import AlarmRuleStore
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.signals import EventBridge

WAIT_S = 20.0
EACH = Merging(flood_camera=0, flood_site=0)

LINE = Rule("", Concern(kinds=frozenset({"line"})), 3, EACH)
TAMPER = Rule(
    "Camera đổi hướng",
    Concern(kinds=frozenset({"tamper"})),
    1,
    EACH,
    Response(screen_id=1),
    title="Camera bị phá",
    instruction="Gọi tổ tuần tra 113 gần nhất, giữ camera trên tường.",
    checklist=("Xem lại 30 giây trước", "Gọi tổ tuần tra", "Ghi biển số xe"),
)


class AlarmBench:
    """The desk, and a clock that stands until somebody moves it."""

    def __init__(self, desk: AlarmDesk, facts: AlarmFacts, clock: Clock) -> None:
        self.desk = desk
        self.facts = facts
        self.clock = clock

    @property
    def now_s(self) -> float:
        """What the clock says, and when what is said comes."""
        return self.clock.now_s

    @now_s.setter
    def now_s(self, at_s: float) -> None:
        self.clock.now_s = at_s

    def later(self, seconds: float) -> None:
        """The clock goes on, and the desk looks at it."""
        self.clock.now_s += seconds
        self.desk.tick()

    def say(self, kind: str, *cameras: int) -> None:
        """And wait until it is on the disk."""
        signals = [Signal(Source.ONVIF, kind, camera_id, self.now_s) for camera_id in cameras]
        self.desk.receive(signals).result(WAIT_S)

    def act(self, action: Action, *alarm_ids: int) -> None:
        self.desk.act(alarm_ids, action).result(WAIT_S)

    def now(self, alarm_id: int) -> Alarm:
        """As it is on the disk."""
        alarm = self.desk.alarm(alarm_id).result(WAIT_S)
        assert alarm is not None
        return alarm

    def keep(self, *rules: Rule) -> None:
        """More of them."""
        for rule in rules:
            self.desk.save_rule(rule).result(WAIT_S)

    def of(self, camera_id: int) -> int:
        """The open alarm of a camera."""
        return next(each.alarm_id for each in self.desk.open_alarms() if each.camera_id == camera_id)


@contextmanager
def open_bench(
    path: Path, bridge: EventBridge, inventory: Inventory, *rules: Rule, goes_on: bool = False
) -> Iterator[AlarmBench]:
    """With these rules, and no others; where it goes on, with those that were there before as well."""
    db = DbThread(bridge.publish)
    with closing(Database(path)) as database:
        ground = Ground(db, AlarmStore(database), AlarmRuleStore(database))
        clock = Clock()
        clock.now_s = NOW_S
        clocks = AlarmClocks(clock)
        desk = db.ask(lambda: AlarmDesk(ground, inventory, bridge.publish, lambda: "Lan", clocks)).result(WAIT_S)
        for rule in () if goes_on else desk.rules():
            desk.remove_rule(rule.rule_id).result(WAIT_S)
        facts = AlarmFacts(desk, bridge)
        bench = AlarmBench(desk, facts, clock)
        bench.keep(*rules)
        try:
            yield bench
        finally:
            facts.end()
            db.close()
