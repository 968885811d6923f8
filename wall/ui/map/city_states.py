"""How every camera is, brought onto the map as soon as it is known, from the same facts as the console's lists."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from wall.model.events import Event, HealthChanged
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.label_texts import Texts, texts_of
from wall.ui.map.places import places_of
from wall.ui.map.states import OF_VERDICT, MapState
from wall.ui.signals import EventBridge

if TYPE_CHECKING:
    from wall.ui.console.facts import Facts

_WATCHED_EVERY_MS = 500
_SOON_MS = 25
"""A burst of hundreds is one change of the map."""


class CityStates(QObject):
    """Between the facts and one map's layer of cameras. `watched` tells which cameras are seen on the wall now.

    With `events` a changed state need not wait until the facts have gathered enough of them for the lists.
    """

    def __init__(
        self,
        facts: Facts,
        layer: CameraLayer,
        watched: Callable[[], frozenset[int]],
        parent: QObject,
        events: EventBridge | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._layer = layer
        self._watched = watched
        self._alarms: frozenset[int] = frozenset()
        self._acknowledged: frozenset[int] = frozenset()
        self._muted: frozenset[int] = frozenset()
        self._inventory = facts.city.inventory
        self._texts: Texts | None = None
        self._often = QTimer(self, interval=_WATCHED_EVERY_MS)
        self._often.timeout.connect(self._show_watched)
        self._changed: set[int] = set()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._show_changed)
        self._events = events
        if events is not None:
            events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        facts.city_changed.connect(self._take_city)
        facts.health_changed.connect(self._show)
        self._show_city()

    def show_alarms(self, alarms: Collection[int], acknowledged: Collection[int] = ()) -> None:
        """These cameras have an alarm that nobody has acknowledged, and one that somebody has; no others."""
        before = self._alarms | self._acknowledged
        self._alarms, self._acknowledged = frozenset(alarms), frozenset(acknowledged)
        self._show(before | self._alarms | self._acknowledged)

    @property
    def muted(self) -> frozenset[int]:
        """The cameras that shall not call for attention on this map."""
        return self._muted

    @muted.setter
    def muted(self, cameras: Collection[int]) -> None:
        before, self._muted = self._muted, frozenset(cameras)
        self._show(before ^ self._muted)

    def look(self, *, is_seen: bool) -> None:
        """The map is seen, or not any more."""
        if is_seen:
            self._show_watched()
            self._often.start()
        else:
            self._often.stop()

    def state_of(self, camera_id: int) -> MapState:
        """What is to be shown of a camera."""
        if camera_id in self._alarms:
            return MapState.ALARM
        if camera_id in self._acknowledged:
            return MapState.ACKNOWLEDGED
        if camera_id in self._muted:
            return MapState.MUTED
        return OF_VERDICT[self._facts.verdict_of(camera_id)]

    def end(self) -> None:
        """Hear no more."""
        for timer in (self._often, self._soon):
            timer.stop()
        if self._events is not None:
            self._events.happened.disconnect(self._take_note)

    def _take_note(self, event: Event) -> None:
        """The facts have heard of it before: they were there first."""
        if isinstance(event, HealthChanged):
            self._changed.update(event.health)
            if not self._soon.isActive():
                self._soon.start()

    def _show_changed(self) -> None:
        changed, self._changed = self._changed, set()
        self._show(changed)

    def _show(self, cameras: Collection[int]) -> None:
        self._layer.show_states({camera: self.state_of(camera) for camera in cameras})

    def _take_city(self) -> None:
        if self._facts.city.inventory is not self._inventory:
            self._inventory = self._facts.city.inventory
            self._show_city()

    def _show_city(self) -> None:
        places, texts = places_of(self._inventory), texts_of(self._inventory)
        if self._texts == texts and self._layer.places.is_same(places):
            return  # Something else has changed: a note, an address.
        self._texts = texts
        self._layer.show_places(places, texts)
        self._show(places.ids)
        self._show_watched()

    def _show_watched(self) -> None:
        self._layer.show_watched(self._watched())
