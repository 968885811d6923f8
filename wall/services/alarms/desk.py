"""The alarms, as officers and sources use them: every method returns at once, facts come by `publish` once they are on
the disk.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace

from wall.model.alarm_events import AlarmRulesChanged, CaseNoted
from wall.model.alarms import kinds
from wall.model.alarms.action import MOST_TEXT, Action, Note
from wall.model.alarms.activity import Activity, Deed
from wall.model.alarms.alarm import Alarm, urgency
from wall.model.alarms.city import City
from wall.model.alarms.figures import Figures
from wall.model.alarms.finding import AlarmFilter, Tried
from wall.model.alarms.matching import LocalTime
from wall.model.alarms.mute import Mute
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Signal, Source
from wall.model.alarms.sorting import Sorter, Start
from wall.model.alarms.timeline import Timeline
from wall.model.alarms.usual_rules import USUAL_RULES
from wall.model.alarms.workflow import Refusal, Step, act
from wall.model.events import Event, WorkFailed
from wall.model.inventory import Inventory
from wall.model.tile import Cause
from wall.services.alarms.counting import count_over_time
from wall.services.alarms.figuring import put_into_figures
from wall.services.alarms.intake import Intake
from wall.services.alarms.ports import KeepsAlarms, KeepsRules
from wall.services.alarms.trial import try_on_log
from wall.services.db_thread import DbThread
from wall.services.in_parts import in_parts

KEPT_S = 14 * 24 * 3600.0
"""For so long it is known what sources said, so that rules can be tried. Alarms are kept for ever."""
_FORGET_EVERY_S = 10.0


def on_the_wall(unix_s: float) -> tuple[int, float]:
    """Day of the week (0 is Monday) and minute of the day by this machine's clock and time zone."""
    local = time.localtime(unix_s)
    return local.tm_wday, local.tm_hour * 60 + local.tm_min + local.tm_sec / 60


@dataclass(frozen=True, slots=True)
class Ground:
    """What alarms are kept on."""

    db: DbThread
    cases: KeepsAlarms
    rules: KeepsRules


@dataclass(frozen=True, slots=True)
class AlarmClocks:
    """`unix` gives seconds since 1970, `local` what the clock on the wall says then."""

    unix: Callable[[], float] = time.time
    local: LocalTime = on_the_wall


class AlarmDesk:
    """Fulfils `wall.ui.alarms.port.AlarmsPort` and `TakesSignals`. Any thread; `publish` is called on the db thread.

    To be made on the db thread, and told of each `InventoryChanged` (`follow`) and about once a second of the time
    (`tick`).
    """

    def __init__(
        self,
        ground: Ground,
        inventory: Inventory,
        publish: Callable[[Event], None],
        operator: Callable[[], str] = str,
        clocks: AlarmClocks | None = None,
    ) -> None:
        self._db = ground.db
        self._store = ground.cases
        self._rule_store = ground.rules
        self._publish = publish
        self._operator = operator
        self._clocks = clocks or AlarmClocks()
        self._city = City(inventory)
        self._rules, problems = ground.rules.load(USUAL_RULES)
        self._mutes = ground.rules.mutes(self._clocks.unix())
        self._forgot_s = 0.0
        for problem in problems:
            publish(WorkFailed("read the rules of alarms", Cause.DATABASE_DAMAGED, problem))
        kept = ground.cases.load()
        start = Start(self._rules, self._mutes, kept.open_alarms, kept.last_alarm, kept.last_signal)
        sorter = Sorter(start, self._city, self._clocks.local)
        self._intake = Intake(ground.db, ground.cases, sorter, publish, self._clocks.unix)
        self._intake.resume(kept.waiting)

    @property
    def operator(self) -> str:
        """Who is at the desk now."""
        return self._operator()

    # -- sources, and time

    def receive(self, signals: Sequence[Signal]) -> Future[None]:
        """See `TakesSignals`."""
        return self._intake.receive(signals)

    def panic(self, camera_id: int = 0) -> Future[None]:
        """The operator's own key."""
        now_s = self._clocks.unix()
        return self.receive((Signal(Source.PANIC, kinds.PANIC, camera_id, now_s, detail=self.operator),))

    def follow(self, inventory: Inventory) -> None:
        """These are the cameras and sites now."""

        def take_over() -> None:
            self._city = City(inventory)
            self._intake.sorter.set_city(self._city)

        self._db.work("follow the inventory", take_over)

    def tick(self) -> None:
        """Let time pass; about once a second."""
        self._intake.tick()
        now_s = self._clocks.unix()
        self._end_mutes(now_s)
        if not 0 <= now_s - self._forgot_s < _FORGET_EVERY_S:
            self._forgot_s = now_s
            self._db.work("let go of old signals", lambda: self._store.forget_signals(now_s - KEPT_S))

    # -- cases

    def open_alarms(self) -> tuple[Alarm, ...]:
        """The most urgent first."""
        return tuple(sorted(self._intake.shown, key=urgency))

    def act(self, alarm_ids: Collection[int], action: Action) -> Future[Mapping[int, Refusal]]:
        """Do the same with all of these."""
        wanted, who = tuple(dict.fromkeys(alarm_ids)), self.operator
        return self._db.work("note what was done with an alarm", lambda: self._act(wanted, action, who))

    def log(self, alarm_id: int, deed: Deed, text: str = "") -> Future[None]:
        """Write down what the program itself did for an alarm."""
        return self._db.work("note what was done for an alarm", lambda: self.log_there(alarm_id, deed, text))

    def log_there(self, alarm_id: int, deed: Deed, text: str = "") -> None:
        """The same on the db thread, in the midst of other work: it is written down when this returns."""
        alarm = self._known((alarm_id,)).get(alarm_id)
        if alarm is not None:
            activity = Activity(alarm_id, self._clocks.unix(), deed, alarm.state, text=text[:MOST_TEXT])
            self._intake.put(Outcome(activities=[activity]))
            self._publish(CaseNoted(alarm_id))

    def alarm(self, alarm_id: int) -> Future[Alarm | None]:
        """Open or closed."""
        return self._db.ask(lambda: self._store.alarm(alarm_id))

    def history(
        self, asked: AlarmFilter, text: str = "", before: Alarm | None = None, limit: int = 200
    ) -> Future[Sequence[Alarm]]:
        """The newest first."""
        return self._db.ask(lambda: self._store.find(asked, text, before, limit))

    def timeline(self, asked: AlarmFilter, text: str = "") -> Future[Timeline]:
        """How many that a search finds began when. Cancel it where nobody wants it any more."""
        return in_parts(self._db, count_over_time(self._store, asked, text, self._clocks.unix()))

    def figures(self, from_s: float, until_s: float) -> Future[Figures]:
        """Of the alarms that began between. Cancel it where nobody wants it any more."""
        return in_parts(self._db, put_into_figures(self._store, from_s, until_s))

    def activity(self, alarm_id: int) -> Future[Sequence[Activity]]:
        """The oldest first."""
        return self._db.ask(lambda: self._store.activity(alarm_id))

    def picture(self, activity_id: int) -> Future[bytes]:
        """Of a note."""
        return self._db.ask(lambda: self._store.picture(activity_id))

    # -- rules and mutes

    def rules(self) -> tuple[Rule, ...]:
        """The most urgent first."""
        return tuple(sorted(self._rules, key=lambda rule: (rule.priority, rule.rule_id)))

    def rule(self, rule_id: int) -> Rule | None:
        """None where it is gone."""
        return next((rule for rule in self._rules if rule.rule_id == rule_id), None)

    def save_rule(self, rule: Rule) -> Future[Rule]:
        """Keep it; it holds from then on."""

        def save() -> Rule:
            kept = self._rule_store.keep(rule)
            self._set_rules((*(each for each in self._rules if each.rule_id != kept.rule_id), kept))
            return kept

        return self._db.work("keep a rule", save)

    def remove_rule(self, rule_id: int) -> Future[None]:
        """Its alarms stay."""

        def remove() -> None:
            self._rule_store.remove(rule_id)
            self._set_rules(tuple(each for each in self._rules if each.rule_id != rule_id))

        return self._db.work("remove a rule", remove)

    def try_rule(self, rule: Rule, since_s: float) -> Future[Tried]:
        """What it would have done. Cancel it where nobody wants to know any more."""
        around = (self._city, self._clocks.local)
        return in_parts(self._db, try_on_log(self._store, rule, around, since_s, self._clocks.unix()))

    def mutes(self) -> tuple[Mute, ...]:
        """Those that end first come first."""
        return self._mutes

    def mute(self, mute: Mute) -> Future[Mute]:
        """Signed with `operator`, from now on."""
        now_s = self._clocks.unix()
        signed = replace(mute, who=self.operator, from_s=mute.from_s or now_s)

        def keep() -> Mute:
            kept = self._rule_store.mute(signed)
            self._read_mutes()
            return kept

        return self._db.work("mute", keep)

    def unmute(self, mute_id: int) -> Future[None]:
        """It ends now."""

        def end() -> None:
            self._rule_store.unmute(mute_id, self._clocks.unix())
            self._read_mutes()

        return self._db.work("end a mute", end)

    # -- on the db thread

    def _act(self, alarm_ids: Sequence[int], action: Action, who: str) -> Mapping[int, Refusal]:
        self._intake.flush()
        now_s = self._clocks.unix()
        alarms = self._known(alarm_ids)
        outcome, refused = Outcome(), {}
        for alarm_id in alarm_ids:
            alarm = alarms.get(alarm_id)
            done = act(alarm, action, who, now_s) if alarm else Refusal.GONE
            if isinstance(done, Step):
                outcome.alarms[alarm_id] = done.alarm
                outcome.activities.append(done.activity)
            else:
                refused[alarm_id] = done
        if not outcome.is_empty:
            self._intake.keep(outcome, action.jpeg if isinstance(action, Note) else b"")
        return refused

    def _known(self, alarm_ids: Sequence[int]) -> dict[int, Alarm]:
        there = self._intake.sorter.cases.alarms
        found = {alarm_id: alarm for alarm_id in alarm_ids if (alarm := there.get(alarm_id)) is not None}
        closed = [alarm_id for alarm_id in alarm_ids if alarm_id not in found]
        found.update((alarm.alarm_id, alarm) for alarm in (self._store.alarms(closed) if closed else ()))
        return found

    def _set_rules(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._intake.put(self._intake.sorter.set_rules(rules))
        self._tell_rules()

    def _read_mutes(self) -> None:
        self._set_mutes(self._rule_store.mutes(self._clocks.unix()))

    def _set_mutes(self, mutes: tuple[Mute, ...]) -> None:
        self._mutes = mutes
        self._intake.sorter.set_mutes(mutes)
        self._tell_rules()

    def _end_mutes(self, now_s: float) -> None:
        def end() -> None:
            self._set_mutes(tuple(mute for mute in self._mutes if mute.until_s > now_s))

        if any(mute.until_s <= now_s for mute in self._mutes):
            self._db.work("end a mute", end)

    def _tell_rules(self) -> None:
        self._publish(AlarmRulesChanged(self.rules(), self._mutes))
