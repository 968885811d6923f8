"""Turns the wedges of domes to where they really look, as far as they tell it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from wall.model.dome_events import PtzAbilityKnown, PtzStood
from wall.model.events import Event, InventoryChanged
from wall.model.ptz.heading import heading_deg, seen_deg
from wall.ui.console.facts import Facts
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.ptz.port import PtzPort
from wall.ui.signals import EventBridge

_GATHER_MS = 150
"""A dome that moves tells its place a few times a second, and many may move."""


class DomeHeadings(QObject):
    """Of one map. UI thread; `end` is to be called once."""

    def __init__(
        self, cameras: CameraLayer, facts: Facts, domes: PtzPort, events: EventBridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._cameras = cameras
        self._facts = facts
        self._domes = domes
        self._events = events
        self._shown: dict[int, tuple[float, float | None]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._timer.timeout.connect(self.renew)
        events.happened.connect(self._take, Qt.ConnectionType.QueuedConnection)
        facts.city_changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show where they look now."""
        found = self._found()
        if found != self._shown:
            self._shown = found
            self._cameras.show_headings(found)

    def end(self) -> None:
        """Hear no more."""
        self._events.happened.disconnect(self._take)
        self._facts.city_changed.disconnect(self.renew)
        self._timer.stop()

    def _found(self) -> dict[int, tuple[float, float | None]]:
        found: dict[int, tuple[float, float | None]] = {}
        for camera in self._facts.city.cameras.values():
            place = self._domes.standing(camera.camera_id).place if camera.has_ptz else None
            if place is None:
                continue
            ability = self._domes.ability(camera.camera_id)
            heading = heading_deg(place, ability.pan_degrees if ability else None, camera.bearing_deg)
            if heading is not None:
                found[camera.camera_id] = heading, seen_deg(place, camera.view_deg)
        return found

    def _take(self, event: Event) -> None:
        if isinstance(event, PtzStood | PtzAbilityKnown | InventoryChanged) and not self._timer.isActive():
            self._timer.start()
