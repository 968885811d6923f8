"""What a drag of the placing tool does: it moves what is chosen, turns or widens a camera, or chooses."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from wall.model.geo.mercator import to_position
from wall.model.geo.placing import CameraPlace, SitePlace, aimed, shifted, turned, widened
from wall.ui.map.frame import MapFrame
from wall.ui.map.placing.book import Placed, PlacingBook, Thing


class Gesture(Protocol):
    """Begun with a press; the hand has moved on to a pixel, and lets go in the end."""

    def to(self, frame: MapFrame, at: QPointF) -> None: ...

    def done(self) -> dict[Thing, Placed]:
        """What is to be kept."""
        ...


class Move:
    """All that is chosen, together. The ring of a site goes along, and stays approximate."""

    def __init__(self, book: PlacingBook, frame: MapFrame, begin: QPointF) -> None:
        self._book = book
        self._begin = frame.world(begin.x(), begin.y())
        self._chosen = {each: place for each in book.selected if (place := book.place_of(each)) is not None}
        rings = [thing for each in self._chosen if each.is_site for thing in book.around(each.key)]
        self._along = {
            each: place for each in rings if each not in self._chosen and (place := book.place_of(each)) is not None
        }
        self._result: dict[Thing, Placed] = {}

    def to(self, frame: MapFrame, at: QPointF) -> None:
        x, y = frame.world(at.x(), at.y())
        dx, dy = x - self._begin[0], y - self._begin[1]
        self._result = {thing: _shifted(place, dx, dy) for thing, place in self._chosen.items()}
        along = {thing: _shifted(place, dx, dy) for thing, place in self._along.items()}
        self._book.preview(self._result | along)

    def done(self) -> dict[Thing, Placed]:
        return self._result


class Turn:
    """The camera with the knobs looks at the hand; the others that are chosen turn as far as it does."""

    def __init__(self, book: PlacingBook, lead: Thing, camera: CameraPlace) -> None:
        self._book = book
        self._lead = lead
        self._camera = camera
        self._others = {
            each: place
            for each in book.selected
            if each != lead and isinstance(place := book.place_of(each), CameraPlace)
        }
        self._result: dict[Thing, Placed] = {}

    def to(self, frame: MapFrame, at: QPointF) -> None:
        looking = aimed(self._camera, to_position(*frame.world(at.x(), at.y())))
        self._result = {self._lead: looking}
        if self._camera.bearing_deg is not None and looking.bearing_deg is not None:
            by = looking.bearing_deg - self._camera.bearing_deg
            self._result |= {thing: turned(place, by) for thing, place in self._others.items()}
        self._book.preview(self._result)

    def done(self) -> dict[Thing, Placed]:
        return self._result


class Widen:
    """The side of what the camera sees goes through the hand."""

    def __init__(self, book: PlacingBook, lead: Thing, camera: CameraPlace) -> None:
        self._book = book
        self._lead = lead
        self._camera = camera
        self._result: dict[Thing, Placed] = {}

    def to(self, frame: MapFrame, at: QPointF) -> None:
        self._result = {self._lead: widened(self._camera, to_position(*frame.world(at.x(), at.y())))}
        self._book.preview(self._result)

    def done(self) -> dict[Thing, Placed]:
        return self._result


class Band:
    """A rectangle that chooses the cameras in it, besides those that are chosen."""

    def __init__(self, book: PlacingBook, begin: QPointF) -> None:
        self._book = book
        self._begin = begin
        self._before = book.selected
        self.rect = QRectF(begin, begin)

    def to(self, frame: MapFrame, at: QPointF) -> None:
        self.rect = QRectF(self._begin, at).normalized()
        self._book.select_all([*self._before, *self._book.inside(frame, self.rect)])

    def done(self) -> dict[Thing, Placed]:
        return {}


def _shifted(place: Placed, dx: float, dy: float) -> Placed:
    if place.place is None:
        return place
    moved = shifted(place.place, dx, dy)
    if isinstance(place, SitePlace):
        return SitePlace(place.site_id, moved)
    return CameraPlace(place.camera_id, moved, place.bearing_deg, place.view_deg)
