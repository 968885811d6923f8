"""What happened in a time, on the map: a flag where it was, and a list of it; the slider says in which time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor

from wall.model.geo.mercator import WorldPoint, to_world
from wall.model.geo.standing import standings
from wall.ui.console.facts import Facts
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.overlays.asking import AskingOverlay
from wall.ui.map.overlays.flags import Flag, FlagLayer, FlagsHere
from wall.ui.map.overlays.time_range import TimeRange
from wall.ui.map.tools.rows import TwoLines, TwoLinesList
from wall.ui.theme import SPACE, Theme

T = TypeVar("T")
SPANS = (24, 7 * 24, 30 * 24)
"""Hours."""
_ASK_AFTER_MS = 120
_LIST_PX = 60 * SPACE
_CLOSE_ZOOM, _MARGIN_PX = 17.5, 120


class ByTime(AskingOverlay, Generic[T]):
    """An Overlay; `unix_time` gives seconds since 1970. What is shown is said by who makes one of it (`between` to
    `words`).
    """

    is_low = False

    def __init__(
        self, theme: Theme, canvas: MapCanvas, facts: Facts, unix_time: Callable[[], float], *, is_left: bool = False
    ) -> None:
        super().__init__(theme, canvas, SPANS)
        self.layer = FlagLayer(theme, is_left=is_left)
        self.range = TimeRange(theme, self.controls)
        self.list = TwoLinesList(theme, self.controls)
        self._facts = facts
        self._unix_time = unix_time
        self._found: Sequence[T] = ()
        self._later = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._later.timeout.connect(lambda: self.ask(self.between(*self.range.chosen), self._take))
        self._is_on = False
        self.list.setFixedHeight(_LIST_PX)
        self.list.hide()
        self.laid_out(self.range, self.said, self.list)
        self.span.currentIndexChanged.connect(lambda _index: self._choose_span())
        self.range.changed.connect(lambda _from, _to: self._ask_soon())
        self.list.opened.connect(self.open)

    # -- what it is of

    def between(self, from_s: float, to_s: float) -> Future[Sequence[T]]:
        """What happened then, the newest first."""
        raise NotImplementedError

    def row(self, each: T) -> TwoLines:
        """Of the list; the key tells it from the others."""
        raise NotImplementedError

    def where(self, each: T) -> tuple[int, int]:
        """The id of its camera, and of its site: 0 for none."""
        raise NotImplementedError

    def here(self, some: Sequence[T]) -> tuple[object, QColor, int]:
        """What is under the hand where these happened, the colour of the flag, and how grave that is."""
        raise NotImplementedError

    def words(self, count: int, homeless: int) -> str:
        """So many were found, of which some have no place on the map."""
        raise NotImplementedError

    def click(self, found: object) -> None:
        """Something was clicked on the map: perhaps one of these."""

    def open(self, row: TwoLines) -> None:
        """What Enter means in the list."""
        self.fly_to(row)

    # -- Overlay

    def turn_on(self) -> None:
        """Ask, and hear of new ones."""
        self._is_on = True
        self._facts.city_changed.connect(self._show)
        self._canvas.clicked.connect(self._take_click)
        self._choose_span()

    def turn_off(self) -> None:
        """Hear no more."""
        self._is_on = False
        self._later.stop()
        self.forget()
        self._facts.city_changed.disconnect(self._show)
        self._canvas.clicked.disconnect(self._take_click)

    def renew(self) -> None:
        """There may be new ones."""
        self._show_whole()
        self._ask_soon()

    def fly_to(self, row: TwoLines) -> None:
        """Where it was."""
        found = next((each for each in self._found if self.row(each).key == row.key), None)
        point = self._point_of(self._places(), found) if found is not None else None
        if point is not None:
            self._canvas.centre_on(point, max(_CLOSE_ZOOM, self._canvas.frame.zoom))

    # -- inside

    def _take_click(self, found: object, _at: object) -> None:
        if isinstance(found, FlagsHere):
            xs, ys = zip(*found.points, strict=True)
            self._canvas.show_world((min(xs), min(ys), max(xs), max(ys)), margin=_MARGIN_PX)
        else:
            self.click(found)

    def _show_whole(self) -> None:
        now_s = self._unix_time()
        self.range.show_whole(now_s - self.hours * 3600.0, now_s)

    def _choose_span(self) -> None:
        """The whole of it, up to now."""
        self._show_whole()
        self.range.choose_all()
        self._ask_soon()

    def _ask_soon(self) -> None:
        """A knob that is moved, and a storm of news, are a few questions a second."""
        if self._is_on and not self._later.isActive():
            self._later.start()

    def _take(self, found: Sequence[T]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        places = self._places()
        by_point: dict[WorldPoint, list[T]] = {}
        homeless = 0
        for each in self._found:
            point = self._point_of(places, each)
            if point is None:
                homeless += 1
            else:
                by_point.setdefault(point, []).append(each)
        flags = [(self.here(some), point, len(some)) for point, some in by_point.items()]
        self.layer.show([Flag(found, point, count, colour, rank) for (found, colour, rank), point, count in flags])
        self.list.rows.show([self.row(each) for each in self._found])
        self.list.setVisible(bool(self._found))
        self.said.setText(self.words(len(self._found), homeless))

    def _places(self) -> tuple[dict[int, WorldPoint], dict[int, WorldPoint]]:
        """Of cameras, and of sites."""
        inventory = self._facts.city.inventory
        cameras = {each.camera_id: to_world(each.place) for each in standings(inventory)}
        sites = {each.site_id: to_world(each.position) for each in inventory.sites if each.position is not None}
        return cameras, sites

    def _point_of(self, places: tuple[dict[int, WorldPoint], dict[int, WorldPoint]], each: T) -> WorldPoint | None:
        (cameras, sites), (camera_id, site_id) = places, self.where(each)
        return cameras.get(camera_id) or sites.get(site_id)
