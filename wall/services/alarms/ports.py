"""What alarms need of the disk, and what sources of alarms need of the intake."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future
from typing import Protocol

from wall.model.alarms.activity import Activity
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import Drill
from wall.model.alarms.figures import FigurePart
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.mute import Mute
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.push import Parcel
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Signal, Source
from wall.model.alarms.ways_out import Way
from wall.store.alarm_store import KeptAlarms as KeptAlarms
from wall.store.alarm_timeline import Counted as Counted
from wall.store.alarm_timeline import Stretches as Stretches


class TakesSignals(Protocol):
    """What a source needs: `AlarmDesk` and `Intake` fulfil it."""

    def receive(self, signals: Sequence[Signal]) -> Future[None]:
        """On any thread; returns at once. The future is done once all of them are on the disk: tell the source only
        then that they were received. It does not fail: while the disk does not take them it waits.
        """
        ...


class KeepsAlarms(Protocol):
    """`wall.store.alarm_store.AlarmStore`. Blocks; StoreError where the disk does not."""

    def load(self) -> KeptAlarms: ...

    def keep(self, outcome: Outcome, jpeg: bytes = b"") -> None: ...

    def last_ids(self) -> tuple[int, int]: ...

    def known(self, keys: Collection[tuple[Source, str]]) -> frozenset[tuple[Source, str]]: ...

    def alarm(self, alarm_id: int) -> Alarm | None: ...

    def alarms(self, alarm_ids: Collection[int]) -> Sequence[Alarm]: ...

    def find(
        self, asked: AlarmFilter, text: str = "", before: Alarm | None = None, limit: int = 200
    ) -> Sequence[Alarm]: ...

    def first_s(self) -> float | None: ...

    def count(self, asked: AlarmFilter, text: str, stretches: Stretches, above: int, limit: int) -> Counted: ...

    def figures(self, from_s: float, until_s: float) -> FigurePart: ...

    def activity(self, alarm_id: int) -> Sequence[Activity]: ...

    def picture(self, activity_id: int) -> bytes: ...

    def signals(self, above: int, span: int, of: Collection[str] = frozenset()) -> Sequence[tuple[int, Signal]]: ...

    def last_before(self, since_s: float) -> int: ...

    def forget_signals(self, before_s: float) -> int: ...


class KeepsRules(Protocol):
    """`wall.store.alarm_rule_store.AlarmRuleStore`. Blocks; StoreError where the disk does not."""

    def load(self, usual: Sequence[Rule] = ()) -> tuple[tuple[Rule, ...], tuple[str, ...]]: ...

    def keep(self, rule: Rule) -> Rule: ...

    def remove(self, rule_id: int) -> None: ...

    def mutes(self, now_s: float) -> tuple[Mute, ...]: ...

    def mute(self, mute: Mute) -> Mute: ...

    def unmute(self, mute_id: int, now_s: float) -> None: ...


class KeepsPushes(Protocol):
    """`wall.store.push_store.PushStore`. Blocks; StoreError where the disk does not."""

    def add(self, parcels: Iterable[Parcel]) -> None: ...

    def waiting(self, way: Way, limit: int) -> Sequence[Parcel]: ...

    def count(self, way: Way) -> int: ...

    def postpone(self, parcel_id: int, tries: int, next_s: float) -> None: ...

    def end(self, parcel_ids: Collection[int], now_s: float) -> None: ...

    def forget(self, before_s: float) -> None: ...


class KeepsDrills(Protocol):
    """`wall.store.drill_store.DrillStore`. Blocks; StoreError where the disk does not."""

    def add(self, drill: Drill) -> int: ...

    def keep(self, drill: Drill) -> None: ...

    def cut_off(self) -> None: ...

    def find(self, limit: int, before_id: int | None = None) -> Sequence[Drill]: ...

    def unseen(self, limit: int) -> Sequence[Drill]: ...

    def last_nightly(self) -> Drill | None: ...

    def see(self, drill_ids: Collection[int], who: str, now_s: float) -> None: ...
