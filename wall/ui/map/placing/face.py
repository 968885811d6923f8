"""What placing looks like: every camera as a dot, what is chosen with a ring, and the knobs of the one in hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from wall.model.geo.mercator import to_world
from wall.model.geo.placing import USUAL_VIEW_DEG, CameraPlace
from wall.ui.map.frame import MapFrame
from wall.ui.map.placing.book import PlacingBook, Thing
from wall.ui.map.placing.handles import ARM_PX, KNOB_PX, Knob, knobs, pixel_of
from wall.ui.theme import Theme

_DOT_PX, _RING_PX, _SITE_PX = 4.0, 10.0, 7.0
_WEDGE_ALPHA, _BAND_ALPHA = 46, 30


class PlacingFace:
    """Paints the book; keeps nothing."""

    def __init__(self, theme: Theme, book: PlacingBook) -> None:
        self._theme = theme
        self._book = book

    def paint(self, painter: QPainter, frame: MapFrame, band: QRectF | None) -> None:
        """In logical pixels of the viewport."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_all(painter, frame)
        for thing in self._book.selected:
            self._paint_chosen(painter, frame, thing)
        lead = self._book.lead
        place = self._book.place_of(lead) if lead is not None else None
        if isinstance(place, CameraPlace):
            self._paint_knobs(painter, frame, place)
        if band is not None:
            painter.setPen(QPen(self._theme.accent, 1, Qt.PenStyle.DashLine))
            painter.setBrush(_clear(self._theme.accent, _BAND_ALPHA))
            painter.drawRect(band)

    def _paint_all(self, painter: QPainter, frame: MapFrame) -> None:
        """All dots of a kind at once: there may be thousands."""
        around = QRectF(0, 0, frame.width, frame.height).adjusted(-20, -20, 20, 20)
        firm: list[QPointF] = []
        approximate: list[QPointF] = []
        sites: list[QRectF] = []
        for thing, x, y in self._book.seen(frame, around):
            if thing.is_site:
                sites.append(QRectF(x - _SITE_PX, y - _SITE_PX, 2 * _SITE_PX, 2 * _SITE_PX))
            else:
                (approximate if self._book.is_approximate(thing) else firm).append(QPointF(x, y))
        painter.setPen(QPen(self._theme.muted, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(sites)
        for points, outer, inner in (
            (firm, self._theme.ground, self._theme.text),
            (approximate, self._theme.text, self._theme.ground),
        ):
            for colour, wide in ((outer, 2 * _DOT_PX + 3), (inner, 2 * _DOT_PX)):
                painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawPoints(points)

    def _paint_chosen(self, painter: QPainter, frame: MapFrame, thing: Thing) -> None:
        place, before = self._book.place_of(thing), self._book.kept_place_of(thing)
        if place is None or place.place is None:
            return
        at = QPointF(*frame.pixel(*to_world(place.place)))
        if isinstance(place, CameraPlace) and place.bearing_deg is not None:
            self._paint_wedge(painter, at, place.bearing_deg, place.view_deg or USUAL_VIEW_DEG)
        if before is not None and before.place is not None and before.place != place.place:
            painter.setPen(QPen(self._theme.muted, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(*frame.pixel(*to_world(before.place))), at)
        painter.setPen(QPen(self._theme.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, _RING_PX, _RING_PX)

    def _paint_wedge(self, painter: QPainter, at: QPointF, bearing: float, view: float) -> None:
        """Qt counts sixteenths of a degree from the east, against the clock."""
        box = QRectF(at.x() - ARM_PX, at.y() - ARM_PX, 2 * ARM_PX, 2 * ARM_PX)
        painter.setPen(QPen(self._theme.accent, 1))
        painter.setBrush(_clear(self._theme.accent, _WEDGE_ALPHA))
        painter.drawPie(box, round((90 - bearing - view / 2) * 16), round(view * 16))

    def _paint_knobs(self, painter: QPainter, frame: MapFrame, camera: CameraPlace) -> None:
        middle = pixel_of(camera, frame)
        for knob, at in knobs(camera, frame).items():
            if knob is Knob.AIM and middle is not None:
                style = Qt.PenStyle.SolidLine if camera.bearing_deg is not None else Qt.PenStyle.DotLine
                painter.setPen(QPen(self._theme.accent, 1.5, style))
                painter.drawLine(middle, at)
            painter.setPen(QPen(self._theme.accent, 2))
            painter.setBrush(self._theme.accent if knob is Knob.AIM else self._theme.surface)
            painter.drawEllipse(at, KNOB_PX, KNOB_PX)


def _clear(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
