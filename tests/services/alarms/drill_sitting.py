"""Drills on a real desk and disk, with a wall, a bell and decode processes that are what a test says."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from tests.model.alarms.town import T, utc
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room
from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import (
    Drill,
    DrillKind,
    DrillPart,
    DrillWhy,
    Hung,
    Proof,
    Shown,
    Why,
)
from wall.model.alarms.push import Tried
from wall.model.alarms.rule import Response
from wall.model.events import BellChanged, Event, TileChanged
from wall.model.sound import SoundPhase
from wall.model.tile import Cause, TileState, TileStatus
from wall.services.alarms.drill_book import DrillBook
from wall.services.alarms.drills import DrillClocks, DrillHands, Drills
from wall.services.alarms.own import OwnSignals
from wall.store.drill_store import DrillStore

CAMERAS = {10: 1, 11: 4, 12: 0}
RINGS = BellChanged(SoundPhase.PLAYING, Cause.NONE)
SILENT = BellChanged(SoundPhase.OPENING, Cause.NONE, is_ringing=False)
DEAF = BellChanged(SoundPhase.FAILED, Cause.NO_SOUND_DEVICE)
NO_WAY = Proof(why=DrillWhy.NO_WAY, is_wanted=False)


@dataclass
class Told:
    """A wall that is what a test says."""

    seen: Shown | Why = field(default_factory=lambda: Shown(1, 9))
    asked: list[tuple[int, bool]] = field(default_factory=list)

    def look(self, alarm: Alarm, _since_s: float, *, must_be_live: bool) -> Shown | Why:
        self.asked.append((alarm.camera_id, must_be_live))
        return self.seen


@dataclass
class Sitting:
    room: AlarmRoom
    book: DrillBook
    stood: list[int] = field(default_factory=list)
    driven: list[int] = field(default_factory=list)
    spared: list[list[int]] = field(default_factory=list)
    hangs: list[Future[Hung]] = field(default_factory=list)
    pushes: list[Future[Tried]] = field(default_factory=list)
    told: list[Drill] = field(default_factory=list)
    heard: int = field(default=0)

    def __post_init__(self) -> None:
        def unix() -> float:
            return T + self.room.now_s

        def hang(spared: list[int]) -> Future[Hung]:
            self.spared.append(list(spared))
            self.hangs.append(Future())
            return self.hangs[-1]

        self.own = OwnSignals(self.room.desk, CAMERAS.get, unix)
        hands = DrillHands(
            lambda tile, _what, _seconds: self.stood.append(tile),
            hang,  # type: ignore[arg-type]
            CAMERAS.get,
            lambda camera: f"camera {camera}",
            lambda camera: 2 if camera == 4 else 1,
            lambda: self.driven,
            lambda: self.pushes,
        )
        clocks = DrillClocks(unix, lambda: self.room.now_s, utc, Random(1))
        self.drills = Drills(self.room.desk, self.own, hands, self.book, self.told.append, clocks)
        self.sight = Told()
        self.drills.sight = self.sight

    def tell(self, *events: Event) -> None:
        for event in events:
            self.own.take_note(event)
            self.drills.take_note(event)
        self.pass_on()

    def tile(self, tile: int, state: TileState, cause: Cause = Cause.NONE) -> None:
        self.tell(TileChanged(tile, TileStatus(state, cause), 0.0))

    def pass_on(self) -> None:
        """What the desk has told meanwhile."""
        self.room.settle()
        for event in self.room.events[self.heard :]:
            self.drills.take_note(event)
        self.heard = len(self.room.events)
        self.room.settle()

    def pass_time(self, seconds: float) -> None:
        self.room.pass_time(seconds)
        self.drills.tick()
        self.pass_on()

    def begin(self, kind: DrillKind = DrillKind.ALARM, camera_id: int = 0) -> None:
        assert self.drills.begin(kind, camera_id) is None
        self.pass_on()

    def deeds(self, alarm_id: int) -> dict[Deed, str]:
        return {each.deed: each.text for each in self.room.desk.activity(alarm_id).result(WAIT_S)}

    def kept(self) -> list[Drill]:
        """As they are on the disk, the newest first."""
        return list(self.book.latest(99).result(WAIT_S))

    def proofs(self) -> dict[DrillPart, Proof]:
        return dict(self.kept()[0].proofs)

    def change(self, kind: str, response: Response) -> None:
        """What the rule about this does."""
        (rule,) = (each for each in self.room.desk.rules() if kind in each.concern.kinds)
        self.room.desk.save_rule(replace(rule, response=response)).result(WAIT_S)
        self.pass_on()


@contextmanager
def sitting_in(path: Path) -> Iterator[Sitting]:
    with alarm_room(path) as room:
        yield Sitting(room, DrillBook(room.db, DrillStore(room.database), lambda: room.operator, lambda: T))
