"""Hears on the UI thread what concerns alarms, and hands it to the desk."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from wall.model.events import Event, InventoryChanged
from wall.services.alarms.desk import AlarmDesk
from wall.services.alarms.own import OwnSignals
from wall.services.alarms.responses import Hands, Responses
from wall.services.alarms.turnings import Turnings
from wall.ui.signals import EventBridge

_TICK_MS = 1000


class AlarmEars(QObject):
    """Cameras that come and go, what the wall knows of itself, and alarms to which something is to be done. `camera_of`
    says which camera a tile shows, `hands` with what it is done; `turned` is told of a dome that looks elsewhere.
    """

    def __init__(
        self,
        desk: AlarmDesk,
        events: EventBridge,
        camera_of: Callable[[int], int | None],
        hands: Hands,
        unix: Callable[[], float] = time.time,
        turned: Callable[[int], None] = lambda _camera: None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._events = events
        events.happened.connect(self._hear, Qt.ConnectionType.QueuedConnection)  # Before it is seen what is open.
        self._turnings = Turnings(turned)
        self.own = OwnSignals(desk, camera_of, unix, self._turnings.is_away)
        """What the wall knows of itself; drills mark some of it."""
        self._responses = Responses(desk, hands, unix)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._responses.tick)
        self._timer.start()

    def close(self) -> None:
        """Hear nothing more."""
        self._timer.stop()
        self._events.happened.disconnect(self._hear)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if isinstance(event, InventoryChanged):
            self._desk.follow(event.inventory)
        self._turnings.take_note(event)
        self.own.take_note(event)
        self._responses.take_note(event)
