"""What is known of duty views, patrols and how domes stand, gathered so that a burst is one change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wall.model.dome_events import DomePicturesChanged, DutyChanged, PtzStood
from wall.model.events import Event
from wall.model.ptz.duty import DutyView
from wall.model.ptz.patrol import Patrol
from wall.model.ptz.standing import PtzStanding
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.presets.port import DutyPort
from wall.ui.signals import EventBridge

_GATHER_MS = 100


class DutyFacts(QObject):
    """UI thread. Signals come at most every tenth of a second."""

    changed = Signal()
    """Duty views or patrols."""
    stood = Signal(object)
    """How these cameras stand (a frozenset of ids)."""
    pictures_changed = Signal(int)
    """Of this camera."""

    def __init__(self, domes: PtzPort, duty: DutyPort, events: EventBridge, parent: QObject) -> None:
        super().__init__(parent)
        self.domes = domes
        self.duty = duty
        self._events = events
        self._moved: set[int] = set()
        self._is_changed = False
        self._timer = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._timer.timeout.connect(self._tell)
        events.happened.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def view_of(self, camera_id: int) -> DutyView | None:
        """Where it belongs."""
        return self.duty.views.get(camera_id)

    def patrols_of(self, camera_id: int) -> tuple[Patrol, ...]:
        return tuple(each for each in self.duty.patrols if each.camera_id == camera_id)

    def standing(self, camera_id: int) -> PtzStanding:
        return self.domes.standing(camera_id)

    def end(self) -> None:
        """Hear no more."""
        self._events.happened.disconnect(self._take)
        self._timer.stop()

    def _take(self, event: Event) -> None:
        match event:
            case DutyChanged():
                self._is_changed = True
            case PtzStood(standing):
                self._moved.add(standing.camera_id)
            case DomePicturesChanged(camera_id):
                self.pictures_changed.emit(camera_id)
                return
            case _:
                return
        if not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        moved, self._moved = frozenset(self._moved), set()
        is_changed, self._is_changed = self._is_changed, False
        if is_changed:
            self.changed.emit()
        if moved:
            self.stood.emit(moved)
