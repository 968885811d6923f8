"""Bookmarks of a time: a flag at each camera that has some, and a list of them; the slider says of which time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.bookmark import Bookmark
from wall.model.events import BookmarksChanged, Event
from wall.model.geo.mercator import WorldPoint, to_world
from wall.model.geo.standing import standings
from wall.ui.console.choice import Choice
from wall.ui.console.facts import Facts
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import label
from wall.ui.figures import number
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.map.overlays.time_range import TimeRange
from wall.ui.map.tools.rows import TwoLines, TwoLinesList
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.theme import SMALL, SPACE, Theme, font

DAYS = (1, 7, 30)
_ASK_AFTER_MS = 120
_LIST_PX = 60 * SPACE
_POLE_PX, _FLAG_PX = 26.0, 16.0
_CLOSE_ZOOM = 17.5


@dataclass(frozen=True, slots=True)
class BookmarksHere:
    """What is under the hand: the bookmarks of one camera, the newest first."""

    cameras: tuple[int, ...]
    bookmarks: tuple[Bookmark, ...]


class MomentLayer(PlainLayer):
    """A flag with how many there are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flags: list[tuple[BookmarksHere, WorldPoint]] = []

    def show(self, flags: list[tuple[BookmarksHere, WorldPoint]]) -> None:
        """These."""
        self._flags = flags
        self.changed()

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL, bold=True))
        metrics = QFontMetricsF(painter.font())
        for found, point in self._flags:
            x, y = frame.pixel(*point)
            if -_POLE_PX < x < frame.width + _POLE_PX and 0 < y < frame.height + _POLE_PX:
                text = str(len(found.bookmarks))
                self._paint_flag(painter, QPointF(x, y), text, metrics.horizontalAdvance(text) + 2 * SPACE)

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        for found, point in reversed(self._flags):
            x, y = frame.pixel(*point)
            if QRectF(x - 4, y - _POLE_PX, _FLAG_PX + 10, _FLAG_PX + 2).contains(px, py):
                return found
        return None

    def _paint_flag(self, painter: QPainter, foot: QPointF, text: str, wide: float) -> None:
        top = foot - QPointF(0, _POLE_PX)
        painter.setPen(QPen(self._theme.replay, 1.5))
        painter.drawLine(foot, top)
        wide = max(wide, _FLAG_PX)
        cloth = QRectF(top.x(), top.y(), wide, _FLAG_PX)
        corners = [cloth.topLeft(), cloth.topRight(), cloth.bottomRight(), cloth.bottomLeft()]
        painter.setBrush(self._theme.replay)
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(self._theme.surface)
        painter.drawText(cloth, Qt.AlignmentFlag.AlignCenter, text)


class Moments(QObject):
    """An Overlay. `unix_time` gives seconds since 1970; `open_camera` shows a camera beside the map."""

    name = "bookmarks"
    is_low = False

    def __init__(
        self,
        theme: Theme,
        canvas: MapCanvas,
        facts: Facts,
        room: RoomPort,
        events: EventBridge,
        unix_time: Callable[[], float],
    ) -> None:
        super().__init__(canvas)
        self.title = self.tr("Bookmarks")
        self.layer = MomentLayer(theme)
        self.controls = QWidget(canvas)
        self._canvas = canvas
        self._facts = facts
        self._room = room
        self._events = events
        self._unix_time = unix_time
        self._homeward = Homeward(self)
        self._asked = 0
        self._found: Sequence[Bookmark] = ()
        entries = [(self._span_words(days), days) for days in DAYS]
        self.span = Choice(entries, self.tr("Over which time"), theme, self.controls)
        self.range = TimeRange(theme, self.controls)
        self.list = TwoLinesList(theme, self.controls)
        self.said = label(is_muted=True)
        self._later = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._later.timeout.connect(self._ask)
        self._is_on = False
        self._lay_out()

    def turn_on(self) -> None:
        """Ask, and hear of new ones."""
        self._is_on = True
        self._events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._facts.city_changed.connect(self._show)
        self._choose_span()

    def turn_off(self) -> None:
        """Hear no more."""
        self._is_on = False
        self._later.stop()
        self._asked += 1
        self._events.happened.disconnect(self._take_note)
        self._facts.city_changed.disconnect(self._show)

    # -- inside

    def _span_words(self, days: int) -> str:
        if days == 1:
            return self.tr("the last 24 hours")
        return self.tr("the last {0} days").format(number(days))

    def _choose_span(self) -> None:
        """The whole of it, up to now."""
        now_s = self._unix_time()
        self.range.show_whole(now_s - int(self.span.currentData()) * 86_400.0, now_s)
        self.range.choose_all()
        self._ask_soon()

    def _ask_soon(self) -> None:
        if self._is_on:
            self._later.start()

    def _ask(self) -> None:
        self._asked += 1
        asked = self._asked
        answer = self._room.bookmarks_between(*self.range.chosen)
        self._homeward.follow(answer, lambda found: self._take(asked, found), self.said.setText)

    def _take(self, asked: int, found: Sequence[Bookmark]) -> None:
        if asked == self._asked:
            self._found = found
            self._show()

    def _show(self) -> None:
        places = {each.camera_id: each.place for each in standings(self._facts.city.inventory)}
        by_camera: dict[int, list[Bookmark]] = {}
        for each in self._found:
            by_camera.setdefault(each.camera_id, []).append(each)
        self.layer.show(
            [
                (BookmarksHere((camera,), tuple(kept)), to_world(places[camera]))
                for camera, kept in by_camera.items()
                if camera in places
            ]
        )
        self.list.rows.show([_row(each) for each in self._found])
        self.list.setVisible(bool(self._found))
        self.said.setText(self._words(sum(each.camera_id not in places for each in self._found)))

    def _words(self, homeless: int) -> str:
        if not self._found:
            return self.tr("No bookmark was kept in this time.")
        if homeless:
            sentence = self.tr("{0} bookmarks, {1} of them of cameras without a place.")
            return sentence.format(number(len(self._found)), number(homeless))
        return self.tr("{0} bookmarks").format(number(len(self._found)))

    def _fly(self, row: object) -> None:
        """To the camera of the one that the hand is on."""
        found = next((each for each in self._found if isinstance(row, TwoLines) and each.bookmark_id == row.key), None)
        if found is None:
            return
        place = next(
            (each.place for each in standings(self._facts.city.inventory) if each.camera_id == found.camera_id), None
        )
        if place is not None:
            self._canvas.centre_on(to_world(place), max(_CLOSE_ZOOM, self._canvas.frame.zoom))

    def _take_note(self, event: Event) -> None:
        if isinstance(event, BookmarksChanged):
            now_s = self._unix_time()
            self.range.show_whole(now_s - int(self.span.currentData()) * 86_400.0, now_s)
            self._ask_soon()

    def _lay_out(self) -> None:
        self.list.setFixedHeight(_LIST_PX)
        self.list.hide()
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(6 * SPACE, 0, 0, 2 * SPACE)
        column.addWidget(self.span, 0, Qt.AlignmentFlag.AlignLeft)
        for each in (self.range, self.said, self.list):
            column.addWidget(each)
        self.span.currentIndexChanged.connect(lambda _index: self._choose_span())
        self.range.changed.connect(lambda _from, _to: self._ask_soon())
        self.list.opened.connect(self._fly)


def _row(bookmark: Bookmark) -> TwoLines:
    when = QDateTime.fromMSecsSinceEpoch(round(bookmark.at_s * 1000)).toString("dd/MM HH:mm:ss")
    camera = f"{bookmark.number}  {bookmark.name}" if bookmark.number else bookmark.name
    name = " ".join(bookmark.note.split()) or camera
    return TwoLines(bookmark.bookmark_id, name, f"{when}  ·  {camera}", cameras=(bookmark.camera_id,))
