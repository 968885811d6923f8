"""Makes drills happen, on demand and every night, and sees whether the program notices them. UI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from random import Random
from typing import Protocol

from wall.model.alarm_events import AlarmsChanged
from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import DrillKind, is_due
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.matching import LocalTime
from wall.model.alarms.signal import Signal, Source
from wall.model.events import Event, TileChanged
from wall.model.picture import PictureDrill
from wall.services.alarms.own import OwnSignals

LASTS_S = 20.0
"""Longer than the usual rule wants it to last."""
UNNOTICED_S = 60.0
_MOST_RESULTS = 200


class DrillDesk(Protocol):
    """`AlarmDesk`."""

    def receive(self, signals: Sequence[Signal]) -> Future[None]: ...

    def log(self, alarm_id: int, deed: Deed, text: str = "") -> Future[None]: ...

    def history(
        self, asked: AlarmFilter, text: str = "", before: Alarm | None = None, limit: int = 200
    ) -> Future[Sequence[Alarm]]: ...


@dataclass(frozen=True, slots=True)
class DrillMeans:
    """`do` has a tile's picture stand, or be black, for so many seconds; `camera_of` says what a tile shows; `unix` and
    `local` tell the time; `failed` hears of a drill that the program itself did not notice.
    """

    do: Callable[[int, PictureDrill, float], None]
    camera_of: Callable[[int], int | None]
    unix: Callable[[], float]
    local: LocalTime
    failed: Callable[[DrillKind, int], None]
    chance: Random


class Drills:
    """To be told of all events, and about once a second of the time. `nightly` is a minute of the day, None for never;
    what is drilled at night takes turns.
    """

    def __init__(self, desk: DrillDesk, own: OwnSignals, means: DrillMeans, nightly: int | None = None) -> None:
        self.nightly = nightly
        self._desk = desk
        self._own = own
        self._means = means
        self._live: set[int] = set()
        self._waiting: dict[tuple[str, int], tuple[DrillKind, float]] = {}
        """Drills that the program has not noticed yet, by the alarm that they must become, and when they began."""
        self._last_minute: int | None = None
        self._turn = 0

    def begin(self, kind: DrillKind, camera_id: int = 0) -> bool:
        """Make it happen, to this camera or any that is on the wall. False where there is none for it."""
        tiles = [tile for tile in sorted(self._live) if self._means.camera_of(tile)]
        chosen = [tile for tile in tiles if camera_id in (0, self._means.camera_of(tile))]
        if kind.picture and not chosen:
            return False
        tile = self._means.chance.choice(chosen) if chosen else None
        camera = camera_id or (tile is not None and self._means.camera_of(tile)) or 0
        now_s = self._means.unix()
        self._waiting[kind.alarm_kind, camera] = kind, now_s
        if kind.picture and tile is not None:
            self._own.drill(kind.alarm_kind, camera)
            self._means.do(tile, kind.picture, LASTS_S)
        else:
            key = f"drill {now_s}"
            self._desk.receive([Signal(Source.DRILL, kind.alarm_kind, camera, now_s, key=key, is_drill=True)])
        return True

    def take_note(self, event: Event) -> None:
        """Everything else is passed over."""
        if isinstance(event, TileChanged):
            (self._live.add if event.status.is_live else self._live.discard)(event.tile)
        elif isinstance(event, AlarmsChanged):
            for alarm in event.alarms:
                self._notice(alarm)

    def tick(self) -> None:
        """Let time pass."""
        now_s = self._means.unix()
        for (alarm_kind, camera), (kind, began_s) in list(self._waiting.items()):
            if not 0 <= now_s - began_s < UNNOTICED_S:
                del self._waiting[alarm_kind, camera]
                self._own.end_drill(alarm_kind, camera)
                self._means.failed(kind, camera)
        _, minute = self._means.local(now_s)
        if is_due(self.nightly, self._last_minute, int(minute)):
            self._turn += 1
            order = tuple(DrillKind)
            # Where nothing is on the wall there is still the alarm.
            if not self.begin(order[self._turn % len(order)]):
                self.begin(DrillKind.ALARM)
        self._last_minute = int(minute)

    def results(self) -> Future[Sequence[Alarm]]:
        """The alarms of drills, the newest first; `DrillResult.of` says what came of each."""
        return self._desk.history(AlarmFilter(drills=True), limit=_MOST_RESULTS)

    def _notice(self, alarm: Alarm) -> None:
        found = self._waiting.pop((alarm.kind, alarm.camera_id), None) if alarm.is_drill else None
        if found is not None:
            _, began_s = found
            self._desk.log(alarm.alarm_id, Deed.DRILLED, f"{max(0.0, self._means.unix() - began_s):.1f} s")
