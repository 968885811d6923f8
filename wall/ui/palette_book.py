"""What the palette of one window knows: actions, views, tours, screens and sites, indexed a little at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction

from wall.model.events import Event, InventoryChanged, ScreensChanged, ViewsChanged
from wall.model.palette import LIMIT, Entry, Kind, Palette
from wall.ui.keys import group_of, id_of, keys_text
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge

_AT_ONCE = 250
"""So many new entries are indexed in one turn of the loop: a few milliseconds."""
_MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class PlaceOfCameras:
    """A site, and its cameras by number."""

    site_id: int
    name: str
    cameras: tuple[int, ...]
    ward: str = ""
    former_wards: tuple[str, ...] = ()


Places = Callable[[], Sequence[PlaceOfCameras]]


def no_places() -> Sequence[PlaceOfCameras]:
    """Where no sites are known."""
    return ()


class PaletteBook(QObject):
    """UI thread only. Cameras are found by the room, whose index was built elsewhere; all else is indexed here, as
    soon as something is looked for, in turns of a few milliseconds; what is not indexed yet is not found yet.
    """

    grown = Signal()
    """More is found than a moment ago."""

    def __init__(
        self,
        room: RoomPort,
        events: EventBridge,
        actions: Callable[[], Sequence[QAction]],
        places: Places = no_places,
        parent: QObject | None = None,
    ) -> None:
        """`actions` are asked for each time that the palette opens: they may have other keys by then."""
        super().__init__(parent)
        self._room = room
        self._list_actions = actions
        self._list_places = places
        self._actions: dict[str, QAction] = {}
        self._places: dict[int, PlaceOfCameras] = {}
        self._recent: deque[Entry] = deque(maxlen=_MOST_RECENT)
        self._palette = Palette()
        self._entries: tuple[Entry, ...] = ()
        self._known: set[Entry] = set()
        self._new: list[Entry] = []
        self._is_stale = True
        self._is_open = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._index_some)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    def prepare(self) -> None:
        """The palette opens: what is new is indexed. The actions are there at once."""
        self._is_open = True
        actions = self._action_entries()
        if not self._is_stale and self._entries[: len(actions)] == actions:
            return  # Nothing is new.
        self._is_stale = False
        self._places = {place.site_id: place for place in self._list_places()}
        self._entries = (*actions, *_of_room(self._room), *_of_places(self._places.values()))
        self._known = self._known.intersection(self._entries) | set(actions)
        self._new = [entry for entry in self._entries if entry not in self._known]
        self._index_known()

    def stop(self) -> None:
        """The palette has closed; what is not indexed yet is, when it opens again."""
        self._is_open = False
        self._turn.stop()
        self._is_stale = self._is_stale or bool(self._new)

    @property
    def is_ready(self) -> bool:
        """Is everything indexed?"""
        return not self._is_stale and not self._new

    def find(self, text: str) -> list[Entry]:
        """The best first; for no text what was used lately, then the actions."""
        words = text.strip()
        cameras = self._room.cameras.find(words)[:LIMIT] if words else ()
        known = (camera_entry(self._room, camera) for camera in cameras)
        return self._palette.find(text, [each for each in known if each], self._recent)

    def note_used(self, entry: Entry) -> None:
        """It comes first the next time."""
        if entry in self._recent:
            self._recent.remove(entry)
        self._recent.appendleft(entry)

    def action(self, entry: Entry) -> QAction | None:
        """The action that an entry stands for."""
        return self._actions.get(str(entry.ref)) if entry.kind is Kind.ACTION else None

    def cameras_of(self, entry: Entry) -> tuple[int, ...]:
        """Those of a site."""
        place = self._places.get(int(entry.ref)) if entry.kind is Kind.SITE else None
        return place.cameras if place else ()

    # -- inside

    def _action_entries(self) -> tuple[Entry, ...]:
        self._actions = {id_of(action) or action.text(): action for action in self._list_actions()}
        return tuple(
            Entry(Kind.ACTION, ref, action.text(), detail=keys_text(action), words=(group_of(action),))
            for ref, action in self._actions.items()
            if action.text()
        )

    def _index_some(self) -> None:
        self._known.update(self._new[:_AT_ONCE])
        del self._new[:_AT_ONCE]
        self._index_known()
        self.grown.emit()

    def _index_known(self) -> None:
        self._palette = Palette((entry for entry in self._entries if entry in self._known), self._palette)
        if self._new:
            self._turn.start()

    def _take_note(self, event: Event) -> None:
        if isinstance(event, ViewsChanged | ScreensChanged | InventoryChanged):
            self._is_stale = True
            if self._is_open:
                self.prepare()


def camera_entry(room: RoomPort, camera_id: int) -> Entry | None:
    """A camera as the palette lists it; None for one that cannot be shown."""
    camera = room.cameras.camera(camera_id)
    if camera is None:
        return None
    return Entry(Kind.CAMERA, camera_id, camera.name, camera.number, detail=camera.site)


def _of_room(room: RoomPort) -> Iterable[Entry]:
    translate = QCoreApplication.translate
    for screen in room.screens:
        plain = translate("Palette", "Screen {0}").format(screen.number)
        yield Entry(Kind.SCREEN, screen.screen_id, screen.name or plain, detail=plain if screen.name else "")
    for view in room.views:
        yield Entry(Kind.VIEW, view.view_id, view.name, detail=view.folder)
    for tour in room.tours:
        yield Entry(Kind.TOUR, tour.tour_id, tour.name, detail=tour.folder)


def _of_places(places: Iterable[PlaceOfCameras]) -> Iterable[Entry]:
    for place in places:
        yield Entry(Kind.SITE, place.site_id, place.name, detail=place.ward, words=place.former_wards)
