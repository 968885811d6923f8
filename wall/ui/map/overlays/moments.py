"""Bookmarks of a time on the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QColor

from wall.model.bookmark import Bookmark
from wall.model.events import BookmarksChanged, Event
from wall.ui.console.facts import Facts
from wall.ui.figures import number
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.overlays.by_time import ByTime
from wall.ui.map.tools.rows import TwoLines
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class BookmarksHere:
    """What is under the hand: the bookmarks of one camera, the newest first."""

    cameras: tuple[int, ...]
    bookmarks: tuple[Bookmark, ...]


class Moments(ByTime[Bookmark]):
    """An Overlay. `unix_time` gives seconds since 1970."""

    name = "bookmarks"

    def __init__(
        self,
        theme: Theme,
        canvas: MapCanvas,
        facts: Facts,
        room: RoomPort,
        events: EventBridge,
        unix_time: Callable[[], float],
    ) -> None:
        super().__init__(theme, canvas, facts, unix_time)
        self.title = self.tr("Bookmarks")
        self._colour = theme.replay
        self._room = room
        self._events = events

    def turn_on(self) -> None:
        """Ask, and hear of new ones."""
        self._events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        super().turn_on()

    def turn_off(self) -> None:
        """Hear no more."""
        self._events.happened.disconnect(self._take_note)
        super().turn_off()

    # -- ByTime

    def between(self, from_s: float, to_s: float) -> Future[Sequence[Bookmark]]:
        return self._room.bookmarks_between(from_s, to_s)

    def row(self, each: Bookmark) -> TwoLines:
        when = QDateTime.fromMSecsSinceEpoch(round(each.at_s * 1000)).toString("dd/MM HH:mm:ss")
        camera = f"{each.number}  {each.name}" if each.number else each.name
        name = " ".join(each.note.split()) or camera
        return TwoLines(each.bookmark_id, name, f"{when}  ·  {camera}", cameras=(each.camera_id,))

    def where(self, each: Bookmark) -> tuple[int, int]:
        return each.camera_id, 0

    def here(self, some: Sequence[Bookmark]) -> tuple[object, QColor, int]:
        return BookmarksHere(tuple(dict.fromkeys(each.camera_id for each in some)), tuple(some)), self._colour, 0

    def words(self, count: int, homeless: int) -> str:
        if not count:
            return self.tr("No bookmark was kept in this time.")
        if homeless:
            sentence = self.tr("{0} bookmarks, {1} of them of cameras without a place.")
            return sentence.format(number(count), number(homeless))
        return self.tr("{0} bookmarks").format(number(count))

    # -- inside

    def _take_note(self, event: Event) -> None:
        if isinstance(event, BookmarksChanged):
            self.renew()
