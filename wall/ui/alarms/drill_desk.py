"""Drills in the console: begun by hand or at night, with what came of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal, Slot

from wall.model.alarms.drill import Drill, DrillKind, Hung
from wall.model.alarms.push import Tried
from wall.model.events import Event
from wall.model.inventory import Inventory
from wall.model.picture import PictureDrill
from wall.model.ptz.operator import Rank
from wall.services.alarms.drill_book import DrillBook
from wall.services.alarms.drill_runs import Sight
from wall.services.alarms.drills import CannotDrill, DrillClocks, DrillDesk, DrillHands, Drills
from wall.services.alarms.own import OwnSignals
from wall.ui.alarms.ways_port import WaysPort
from wall.ui.ptz.port import PtzPort
from wall.ui.signals import EventBridge
from wall.ui.tile_numbers import TileNumbers

_NIGHTLY, _SINCE = "drills/nightly_minute", "drills/nightly_since"
_TICK_MS, _BUSY_MS = 1000, 100


class DrillHours(QObject):
    """Lets drills hear of everything, and of the time; UI thread. `ended`: what came of one; `seen`: somebody has taken
    note of those that failed.
    """

    ended = Signal(object)
    seen = Signal()

    def __init__(
        self,
        desk: DrillDesk,
        own: OwnSignals,
        events: EventBridge,
        hands: DrillHands,
        book: DrillBook,
        settings: QSettings,
        clocks: DrillClocks | None = None,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._events = events
        self.book = book
        self.drills = Drills(desk, own, hands, book, self._tell, clocks, _minute(settings), _since(settings))
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        events.happened.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(self, kind: DrillKind, camera_id: int = 0) -> CannotDrill | None:
        """Make it happen now, to this camera or any that fits. Says why it does not."""
        refused = self.drills.begin(kind, camera_id)
        self._look_often()
        return refused

    def set_nightly(self, minute: int | None) -> None:
        """Every night at that minute of the day, or never; kept."""
        self.drills.set_nightly(minute)
        self._settings.setValue(_NIGHTLY, -1 if minute is None else minute)
        self._settings.setValue(_SINCE, int(self.drills.since_s))

    def see(self, drills: Sequence[Drill]) -> None:
        """The operator has taken note of these."""
        self.book.see([each.drill_id for each in drills])
        self.seen.emit()

    @contextmanager
    def looking(self, sight: Sight) -> Iterator[None]:
        """There is a wall, for as long as the context lasts."""
        self.drills.sight = sight
        try:
            yield
        finally:
            self.drills.sight = None

    def close(self) -> None:
        """Hear nothing more."""
        self._timer.stop()
        self._events.happened.disconnect(self._hear)

    def _tell(self, drill: Drill) -> None:
        self.ended.emit(drill)

    def _tick(self) -> None:
        self.drills.tick()
        self._look_often()

    def _look_often(self) -> None:
        """As long as one is under way."""
        wanted = _BUSY_MS if self.drills.is_busy else _TICK_MS
        if self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        self.drills.take_note(event)


class DrillsPictures(Protocol):
    """`LiveView`."""

    def drill(self, tile: int, drill: PictureDrill, seconds: float) -> None: ...

    def hang(self, spared: Collection[int]) -> Future[Hung]: ...


def drill_hands(
    live: DrillsPictures, numbers: TileNumbers, ptz: PtzPort, ways: WaysPort, inventory: Callable[[], Inventory]
) -> DrillHands:
    """On the real wall."""

    def site_of(camera_id: int) -> int:
        return next((each.site_id or 0 for each in inventory().cameras if each.camera_id == camera_id), 0)

    def name_of(camera_id: int) -> str:
        found = next((each for each in inventory().cameras if each.camera_id == camera_id), None)
        return f"{found.number or ''}  {found.nickname or found.name}".strip() if found is not None else ""

    def driven() -> Collection[int]:
        return [tile for tile, camera_id in numbers.tiles() if _is_driven(ptz, camera_id)]

    def test_push() -> Sequence[Future[Tried]]:
        out = ways.settings.out
        by_hook = [ways.try_hook(out.hook, "")] if out.hook is not None else []
        return by_hook + ([ways.try_publishing(out.broker, None)] if out.broker is not None else [])

    return DrillHands(live.drill, live.hang, numbers.camera_of, name_of, site_of, driven, test_push)


def _is_driven(ptz: PtzPort, camera_id: int) -> bool:
    hold = ptz.standing(camera_id).hold
    return hold is not None and hold.operator.rank is not Rank.SYSTEM


def _minute(settings: QSettings) -> int | None:
    """None where it was never set, or makes no sense."""
    told = str(settings.value(_NIGHTLY, ""))
    minute = int(told) if told.isascii() and told.isdecimal() else -1
    return minute if 0 <= minute < 24 * 60 else None


def _since(settings: QSettings) -> float:
    """0 where it was never set, or makes no sense."""
    told = str(settings.value(_SINCE, ""))
    return float(told) if told.isascii() and told.isdecimal() else 0.0
