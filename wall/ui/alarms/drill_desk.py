"""Drills in the console: begun by hand or at night, with what came of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal, Slot

from wall.model.alarms.drill import DrillKind
from wall.model.events import Event
from wall.model.picture import PictureDrill
from wall.services.alarms.desk import AlarmDesk, on_the_wall
from wall.services.alarms.drills import DrillMeans, Drills
from wall.services.alarms.own import OwnSignals
from wall.ui.signals import EventBridge

_NIGHTLY = "drills/nightly_minute"
_TICK_MS = 1000
USUAL_MINUTE = 3 * 60


class DrillHours(QObject):
    """Lets drills hear of everything, and of the time. `failed`: the program itself did not notice one; UI thread."""

    failed = Signal(DrillKind, int)

    def __init__(
        self,
        desk: AlarmDesk,
        own: OwnSignals,
        events: EventBridge,
        do: Callable[[int, PictureDrill, float], None],
        camera_of: Callable[[int], int | None],
        settings: QSettings,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._events = events
        means = DrillMeans(do, camera_of, time.time, on_the_wall, self.failed.emit, Random())
        self.drills = Drills(desk, own, means, _minute(settings))
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.drills.tick)
        self._timer.start()
        events.happened.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def set_nightly(self, minute: int | None) -> None:
        """Every night at that minute of the day, or never; kept."""
        self.drills.nightly = minute
        self._settings.setValue(_NIGHTLY, -1 if minute is None else minute)

    def close(self) -> None:
        """Hear nothing more."""
        self._timer.stop()
        self._events.happened.disconnect(self._hear)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        self.drills.take_note(event)


def _minute(settings: QSettings) -> int | None:
    """None where it was never set, or makes no sense."""
    told = str(settings.value(_NIGHTLY, ""))
    minute = int(told) if told.isascii() and told.isdecimal() else -1
    return minute if 0 <= minute < 24 * 60 else None
