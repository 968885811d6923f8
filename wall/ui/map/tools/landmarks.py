"""The places that the drawn maps name: of the city that comes with the program, and of the one that is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from wall.model.events import Event, MapsChanged
from wall.model.geo.landmarks import landmarks
from wall.model.geo.place_finder import Place
from wall.model.geo.vector import VectorMap
from wall.model.map_kinds import SHIPPED, MapKind
from wall.ui.homeward import Homeward
from wall.ui.map.ports import MapsPort
from wall.ui.signals import EventBridge


class Landmarks(QObject):
    """`changed`: there are others. A map that cannot be read has none here; the map itself tells why."""

    changed = Signal()

    def __init__(self, maps: MapsPort | None, events: EventBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._maps = maps
        self._events = events
        self._homeward = Homeward(self)
        self._by_map: dict[int, list[Place]] = {}
        self._over: int | None = None
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        if maps is not None:
            self._read(maps, SHIPPED)
            self._take_shown(maps)

    def places(self) -> list[Place]:
        """All that is known by now."""
        shown = [] if self._over is None else self._by_map.get(self._over, [])
        return [*shown, *self._by_map.get(SHIPPED, [])]

    def end(self) -> None:
        """Hear no more."""
        self._events.happened.disconnect(self._take_note)

    # -- inside

    def _read(self, maps: MapsPort, map_id: int) -> None:
        self._homeward.follow(maps.vectors(map_id), partial(self._take, map_id), lambda _why: None)

    def _take(self, map_id: int, vectors: VectorMap) -> None:
        language = "en" if QLocale().language() == QLocale.Language.English else "vi"
        self._by_map[map_id] = landmarks(vectors, language)
        self.changed.emit()

    def _take_shown(self, maps: MapsPort) -> None:
        shown = maps.shown
        over = shown.map_id if shown.kind is MapKind.GEOJSON and shown.map_id != SHIPPED else None
        if over != self._over:
            self._over = over
            if over is not None and over not in self._by_map:
                self._read(maps, over)
            self.changed.emit()

    def _take_note(self, event: Event) -> None:
        if isinstance(event, MapsChanged) and self._maps is not None:
            self._take_shown(self._maps)
