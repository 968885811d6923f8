"""Makes drills happen, on demand and every night, and sees what comes of them. UI thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import Protocol

from wall.model.alarm_events import AlarmsChanged
from wall.model.alarms import kinds
from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import (
    Drill,
    DrillKind,
    DrillStanding,
    DrillVerdict,
    DrillWhy,
    Hung,
    is_due,
    missed_s,
    next_kind,
)
from wall.model.alarms.matching import LocalTime
from wall.model.alarms.mute import Mute, is_muted
from wall.model.alarms.push import Tried
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Signal, Source
from wall.model.events import BellChanged, DecoderHalted, Event, HealthChanged, TileChanged
from wall.model.health import Verdict
from wall.model.picture import PictureDrill
from wall.services.alarms.desk import on_the_wall
from wall.services.alarms.drill_book import DrillBook
from wall.services.alarms.drill_runs import AlarmRun, Around, HangRun, Run, Sight, ended
from wall.services.alarms.own import OwnSignals

LASTS_S = 20.0
"""Longer than the usual rule wants it to last."""
MOST_RESULTS = 200
_STAND_STILL = (kinds.FROZEN, kinds.LOST)
"""What becomes of pictures whose decoder hangs."""


class DrillDesk(Protocol):
    """`AlarmDesk`."""

    def receive(self, signals: Sequence[Signal]) -> Future[None]: ...

    def log(self, alarm_id: int, deed: Deed, text: str = "") -> Future[None]: ...

    def rule(self, rule_id: int) -> Rule | None: ...

    def rules(self) -> Sequence[Rule]: ...

    def mutes(self) -> Sequence[Mute]: ...


@dataclass(frozen=True, slots=True)
class DrillHands:
    """With what drills are made.

    `stand` has a tile's picture stand, or be black, for so many seconds; `hang` has a decode process stand still, none
    of these tiles'. `camera_of` says which camera a tile shows, `name_of` and `site_of` what it is called, and where it
    is; `driven` are the tiles whose dome a person moves. `test_push` sends a message by each way to a supervisor that
    is set up.
    """

    stand: Callable[[int, PictureDrill, float], None]
    hang: Callable[[Collection[int]], Future[Hung]]
    camera_of: Callable[[int], int | None]
    name_of: Callable[[int], str]
    site_of: Callable[[int], int]
    driven: Callable[[], Collection[int]]
    test_push: Callable[[], Sequence[Future[Tried]]]


@dataclass(frozen=True, slots=True)
class DrillClocks:
    """`unix` is what is kept, `monotonic` what is measured by, `local` tells the minute of the day."""

    unix: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    local: LocalTime = on_the_wall
    chance: Random = field(default_factory=Random)


class CannotDrill(Enum):
    """Why a drill does not begin."""

    NOTHING_LIVE = "nothing is live"
    UNDER_WAY = "one is under way"


class Drills:
    """To be told of all events, and of the time: about once a second, several times while `is_busy`. One drill at a
    time. `nightly` is a minute of the day, None for never; what is drilled at night takes turns. `told` hears of each
    one that has ended.
    """

    def __init__(
        self,
        desk: DrillDesk,
        own: OwnSignals,
        hands: DrillHands,
        book: DrillBook,
        told: Callable[[Drill], None],
        clocks: DrillClocks | None = None,
        nightly: int | None = None,
        since_s: float = 0.0,
    ) -> None:
        self.nightly = nightly
        self.since_s = since_s
        """Since when there shall be any at night (Unix seconds); 0 where that is not known."""
        self.sight: Sight | None = None
        """Where alarms pop up; None while there is no wall."""
        self.book = book
        self._desk = desk
        self._own = own
        self._hands = hands
        self._told = told
        self._clocks = clocks or DrillClocks()
        self._live: set[int] = set()
        self._well: set[int] = set()
        """Cameras that answer."""
        self._bell: BellChanged | None = None
        self._bell_s = 0.0
        self._run: Run | None = None
        self._number = 0
        self._last_minute: int | None = None
        self._last_nightly: DrillKind | None = None
        self._held_s = 0.0
        """When there was one at night, or was found out to have been none."""
        self._is_due = False

    @property
    def is_busy(self) -> bool:
        """Is one under way?"""
        return self._run is not None

    def set_nightly(self, minute: int | None) -> None:
        """Every night at that minute of the day from now on, or never."""
        self.nightly, self.since_s = minute, self._clocks.unix()

    def begin(self, kind: DrillKind, camera_id: int = 0, *, is_nightly: bool = False) -> CannotDrill | None:
        """Make it happen, to this camera or any that fits. Says why it does not."""
        if self._run is not None:
            return CannotDrill.UNDER_WAY
        tile = self._tile_for(camera_id)
        if tile is None and kind is not DrillKind.ALARM:
            return CannotDrill.NOTHING_LIVE
        camera = camera_id or (self._to_be_called(tile) if kind is DrillKind.ALARM else self._camera_of(tile))
        camera = 0 if kind is DrillKind.HANG else camera
        name = self._hands.name_of(camera) if camera else ""
        drill = Drill(kind, self._clocks.unix(), camera, name, is_nightly)
        self._number = self.book.number()
        self.book.keep(self._number, drill)
        self._run = self._make(drill, tile)
        return None

    def take_note(self, event: Event) -> None:
        """Everything else is passed over."""
        match event:
            case TileChanged():
                (self._live.add if event.status.is_live else self._live.discard)(event.tile)
            case HealthChanged():
                for camera_id, health in event.health.items():
                    (self._well.add if health.verdict is Verdict.WELL else self._well.discard)(camera_id)
            case BellChanged():
                self._bell, self._bell_s = event, self._clocks.monotonic()
            case DecoderHalted() if isinstance(self._run, HangRun):
                self._mark(self._run, event.tiles)
            case AlarmsChanged() if isinstance(self._run, AlarmRun):
                for alarm in event.alarms:
                    self._notice(self._run, alarm)

    def tick(self) -> None:
        """Let time pass."""
        if self._run is not None:
            self._look(self._run)
        now_s = self._clocks.unix()
        _, minute = self._clocks.local(now_s)
        self._is_due = self._is_due or is_due(self.nightly, self._last_minute, int(minute))
        self._last_minute = int(minute)
        if self._is_due and self._run is None:
            self._is_due = False
            self._begin_nightly(now_s)
        elif not self._is_due and self._run is None and self.book.last_nightly.done():
            self._look_for_missed(now_s, minute)

    # -- inside

    def _look_for_missed(self, now_s: float, minute: float) -> None:
        """The program did not run at that hour: without a word nobody would know in the morning."""
        kept = self._kept_nightly()
        held_s = max(self.since_s, self._held_s, kept.began_s if kept is not None else 0.0)
        due_s = missed_s(self.nightly, held_s or now_s, minute, now_s)
        if due_s is not None:
            self._held_s = due_s
            drill = Drill(self._next_kind(), due_s, is_nightly=True, standing=DrillStanding.MISSED)
            self.book.keep(self.book.number(), drill)
            self._told(drill)

    def _kept_nightly(self) -> Drill | None:
        """The last one before this program began."""
        last = self.book.last_nightly
        return last.result() if last.done() and not last.cancelled() and last.exception() is None else None

    def _next_kind(self) -> DrillKind:
        """They take turns; one that was missed comes the next time."""
        kept = self._kept_nightly()
        if self._last_nightly is None and kept is not None and kept.standing is DrillStanding.MISSED:
            return kept.kind
        return next_kind(self._last_nightly or (kept.kind if kept is not None else None))

    def _begin_nightly(self, now_s: float) -> None:
        self._held_s, self._last_nightly = now_s, self._next_kind()
        # Where nothing is on the wall there is still the alarm.
        if self.begin(self._last_nightly, is_nightly=True) is not None:
            self.begin(DrillKind.ALARM, is_nightly=True)

    def _make(self, drill: Drill, tile: int | None) -> Run:
        kind, now_s = drill.kind, self._clocks.monotonic()
        if kind is DrillKind.HANG:
            return HangRun(drill, self._hands.hang(self._hands.driven()), now_s)
        if kind.picture and tile is not None:
            self._own.drill(kind.alarm_kind, drill.camera_id)
            self._hands.stand(tile, kind.picture, LASTS_S)
        else:
            key = f"drill {drill.began_s}"
            signal = Signal(Source.DRILL, kind.alarm_kind, drill.camera_id, drill.began_s, key=key, is_drill=True)
            self._desk.receive([signal])
        return AlarmRun(drill, now_s)

    def _look(self, run: Run) -> None:
        before = run.drill
        run.look(Around(self._clocks.monotonic(), self._bell, self._bell_s, self.sight))
        if isinstance(run, AlarmRun) and run.is_overdue(self._clocks.monotonic()):
            run.miss(self._why_unnoticed(run.drill))
            self._own.end_drill(run.drill.kind.alarm_kind, run.drill.camera_id)
        if run.drill.is_settled:
            self._end(run)
        elif run.drill != before:
            self.book.keep(self._number, run.drill)

    def _end(self, run: Run) -> None:
        self._run = None
        if isinstance(run, HangRun):
            for camera_id, kind in ((camera_id, kind) for camera_id in run.cameras for kind in _STAND_STILL):
                self._own.end_drill(kind, camera_id)
        drill = ended(run.drill)
        self.book.keep(self._number, drill)
        self._told(drill)
        if drill.is_nightly and drill.verdict is DrillVerdict.NOTHING:
            self.begin(DrillKind.ALARM, is_nightly=True)

    def _notice(self, run: AlarmRun, alarm: Alarm) -> None:
        wanted = run.drill.kind.alarm_kind, run.drill.camera_id
        if not run.is_waiting:
            run.follow(alarm)
        elif alarm.is_drill and (alarm.kind, alarm.camera_id) == wanted:
            after_s = run.notice(alarm, self._desk.rule(alarm.rule_id), self._clocks.monotonic())
            self._desk.log(alarm.alarm_id, Deed.DRILLED, f"{after_s:.1f} s")
            if run.drill.kind is DrillKind.ALARM:
                run.push(self._hands.test_push())
            self.book.keep(self._number, run.drill)

    def _mark(self, run: HangRun, tiles: Iterable[int]) -> None:
        """What these pictures do now is a drill."""
        for camera_id in filter(None, map(self._hands.camera_of, tiles)):
            run.cameras.add(camera_id)
            for kind in _STAND_STILL:
                self._own.drill(kind, camera_id)

    def _why_unnoticed(self, drill: Drill) -> DrillWhy:
        now_s, kind = self._clocks.unix(), drill.kind.alarm_kind
        told = Signal(Source.WALL, kind, drill.camera_id, now_s, is_drill=True)
        if is_muted(self._desk.mutes(), told, self._hands.site_of(drill.camera_id), now_s):
            return DrillWhy.MUTED
        rules = [rule for rule in self._desk.rules() if rule.is_on]
        is_meant = any(kind in rule.concern.kinds or not rule.concern.kinds for rule in rules)
        return DrillWhy.NO_ALARM if is_meant else DrillWhy.NO_RULE

    # -- on what

    def _tile_for(self, camera_id: int) -> int | None:
        """Any that is live, of a camera that nobody drives."""
        driven = set(self._hands.driven())
        tiles = [tile for tile in sorted(self._live) if self._hands.camera_of(tile) and tile not in driven]
        chosen = [tile for tile in tiles if camera_id in (0, self._hands.camera_of(tile))]
        return self._clocks.chance.choice(chosen) if chosen else None

    def _to_be_called(self, tile: int | None) -> int:
        """A camera that answers and is on no screen: its picture has to come. Else the one of this tile."""
        seen = {self._hands.camera_of(each) for each in self._live}
        away = sorted(self._well - seen)
        return self._clocks.chance.choice(away) if away else self._camera_of(tile)

    def _camera_of(self, tile: int | None) -> int:
        return (self._hands.camera_of(tile) if tile is not None else None) or 0
