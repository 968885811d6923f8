"""What each dome is there to watch, on the map: quiet where it is watched, marked where nobody does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from wall.model.geo.mercator import WorldPoint
from wall.model.ptz.blind import Blind
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.map.marks import CameraMark
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

_WIDE_DEG = 50.0
"""A zone is drawn as wide as a camera that is not zoomed in sees."""
_LEAST_PX, _REACH_M = 34.0, 80.0
_RING_PX = 16.0
_FAR_PX = 300.0
_SIGN_PX = 38
_SIGNS_FROM_ZOOM = 12.0


@dataclass(frozen=True, slots=True)
class Zone:
    """One of them. `heading` is where the dome looks at its duty preset, None where nobody knows; `why` is why nobody
    watches, None where somebody does.
    """

    camera_id: int
    point: WorldPoint
    heading: float | None
    why: Blind | None = None
    name: str = ""
    detail: str = ""


class DutyLayer(PlainLayer):
    """Hundreds at most, of which few are marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._zones: Sequence[Zone] = ()

    @property
    def zones(self) -> Sequence[Zone]:
        """What is shown."""
        return self._zones

    def show(self, zones: Sequence[Zone]) -> None:
        """These; what is marked lies over the rest."""
        zones = sorted(zones, key=lambda each: each.why is not None)
        if zones != self._zones:
            self._zones = zones
            self.changed()

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = max(_LEAST_PX, _REACH_M / frame.metres_per_pixel())
        seen = [(zone, at) for zone in self._zones if _is_near(at := QPointF(*frame.pixel(*zone.point)), frame)]
        for zone, at in seen:
            self._paint_zone(painter, at, zone, radius)
        for zone, at in seen:
            if _has_sign(zone, at, frame):
                self._paint_sign(painter, self._sign(at, zone, frame), zone)

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        for zone in reversed(self._zones):
            at = QPointF(*frame.pixel(*zone.point))
            if _has_sign(zone, at, frame) and self._sign(at, zone, frame).contains(px, py):
                return CameraMark(zone.camera_id)
        return None

    # -- inside

    def _colour(self, why: Blind | None) -> QColor:
        match why:
            case Blind.LOST:
                return self._theme.lost
            case Blind.AWAY | Blind.RETURNING:
                return self._theme.late
        return self._theme.live

    def _paint_zone(self, painter: QPainter, at: QPointF, zone: Zone, radius: float) -> None:
        colour = self._colour(zone.why)
        is_marked = zone.why in (Blind.LOST, Blind.AWAY, Blind.RETURNING)
        style = Qt.PenStyle.SolidLine if is_marked else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 2 if is_marked else 1, style))
        ground = QColor(colour)
        ground.setAlpha(110)
        # Hatched: who does not see the colour sees that.
        painter.setBrush(QBrush(ground, Qt.BrushStyle.BDiagPattern) if is_marked else Qt.BrushStyle.NoBrush)
        if zone.heading is None:
            painter.drawEllipse(at, _RING_PX, _RING_PX)
            return
        box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        # Qt counts sixteenths of a degree from the east, against the clock.
        painter.drawPie(box, round((90 - zone.heading - _WIDE_DEG / 2) * 16), round(_WIDE_DEG * 16))

    def _sign(self, at: QPointF, zone: Zone, frame: MapFrame) -> QRectF:
        """Under its dome, and never cut by the rim of the map."""
        large, small = QFontMetricsF(font(BODY, bold=True)), QFontMetricsF(font(SMALL))
        wide = max(large.horizontalAdvance(zone.name), small.horizontalAdvance(zone.detail)) + 4 * SPACE
        left = max(SPACE, min(at.x() - wide / 2, frame.width - wide - SPACE))
        top = at.y() + _RING_PX + SPACE
        return QRectF(left, top if top + _SIGN_PX < frame.height else at.y() - _RING_PX - _SIGN_PX, wide, _SIGN_PX)

    def _paint_sign(self, painter: QPainter, room: QRectF, zone: Zone) -> None:
        painter.setPen(QPen(self._colour(zone.why), 1))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(room, 4, 4)
        text = room.adjusted(2 * SPACE, 2, -2 * SPACE, -2)
        for written, colour, told, side in (
            (font(BODY, bold=True), self._theme.text, zone.name, Qt.AlignmentFlag.AlignTop),
            (font(SMALL), self._theme.muted, zone.detail, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(written)
            painter.setPen(colour)
            painter.drawText(text, side | Qt.AlignmentFlag.AlignHCenter, told)


def _has_sign(zone: Zone, at: QPointF, frame: MapFrame) -> bool:
    is_seen = 0 <= at.x() <= frame.width and 0 <= at.y() <= frame.height
    return is_seen and bool(zone.detail) and frame.zoom >= _SIGNS_FROM_ZOOM


def _is_near(at: QPointF, frame: MapFrame) -> bool:
    return -_FAR_PX < at.x() < frame.width + _FAR_PX and -_FAR_PX < at.y() < frame.height + _FAR_PX
