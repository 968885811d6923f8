"""The small signs of places on a vector map: a quiet disc with a figure in it, or a coloured dot of one's own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from wall.model.geo.style import Mark
from wall.model.geo.vector import OwnLook
from wall.ui.theme import font

RADIUS_PX = 7.0
DOT_PX = 3.5
_OWN_PX = {"small": 4.0, "medium": 6.0, "large": 9.0}


def radius_of(mark: Mark, own: OwnLook | None) -> float:
    """How far a sign reaches, in pixels."""
    if own is not None and own.marker_colour:
        return _OWN_PX[own.marker_size]
    return {Mark.DOT: DOT_PX, Mark.NONE: 0.0}.get(mark, RADIUS_PX)


def draw_mark(painter: QPainter, mark: Mark, x: float, y: float, colour: QColor, ground: QColor) -> None:
    """One of the program's own signs, about that place."""
    if mark is Mark.NONE:
        return
    painter.setPen(QPen(ground if mark is Mark.DOT else colour, 1.2))
    painter.setBrush(colour if mark is Mark.DOT else ground)
    radius = radius_of(mark, None)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    if mark is not Mark.DOT:
        painter.fillPath(_figure(mark).translated(x, y), colour)


def draw_own(painter: QPainter, own: OwnLook, x: float, y: float, rim: QColor) -> None:
    """As a file wants it."""
    colour, radius = QColor(own.marker_colour), _OWN_PX[own.marker_size]
    painter.setPen(QPen(rim, 1.5))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    if own.marker_symbol:
        painter.setFont(font(radius * 1.5, bold=True))
        painter.setPen(QColor("#000000") if colour.lightness() > 128 else QColor("#FFFFFF"))
        box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, own.marker_symbol.upper())


_FIGURES: dict[Mark, tuple[tuple[tuple[float, float], ...], ...]] = {
    Mark.STATION: (
        ((-2.6, -4), (2.6, -4), (3.2, 1.6), (-3.2, 1.6)),
        ((-3.2, 4), (-1.6, 2.2), (-0.4, 2.2), (-1.9, 4)),
        ((3.2, 4), (1.6, 2.2), (0.4, 2.2), (1.9, 4)),
    ),
    Mark.BUS: (
        ((-3.6, -3), (3.6, -3), (3.6, 2), (-3.6, 2)),
        ((-2.8, 2.4), (-1.2, 2.4), (-1.2, 3.8), (-2.8, 3.8)),
        ((1.2, 2.4), (2.8, 2.4), (2.8, 3.8), (1.2, 3.8)),
    ),
    Mark.CROSS: (
        (
            *((-1.2, -4), (1.2, -4), (1.2, -1.2), (4, -1.2), (4, 1.2), (1.2, 1.2)),
            *((1.2, 4), (-1.2, 4), (-1.2, 1.2), (-4, 1.2), (-4, -1.2), (-1.2, -1.2)),
        ),
    ),
    Mark.STAR: (
        (
            *((0, -4.4), (1.1, -1.4), (4.2, -1.4), (1.7, 0.5), (2.6, 3.5)),
            *((0, 1.7), (-2.6, 3.5), (-1.7, 0.5), (-4.2, -1.4), (-1.1, -1.4)),
        ),
    ),
    Mark.SHIELD: (((0, -4.2), (3.5, -2.9), (3.3, 0.4), (2, 2.7), (0, 4.3), (-2, 2.7), (-3.3, 0.4), (-3.5, -2.9)),),
    Mark.TEMPLE: (
        ((0, -4.2), (4.6, -0.8), (-4.6, -0.8)),
        ((-3.4, -0.1), (-2, -0.1), (-2, 2.4), (-3.4, 2.4)),
        ((-0.7, -0.1), (0.7, -0.1), (0.7, 2.4), (-0.7, 2.4)),
        ((2, -0.1), (3.4, -0.1), (3.4, 2.4), (2, 2.4)),
        ((-4.2, 2.9), (4.2, 2.9), (4.2, 3.9), (-4.2, 3.9)),
    ),
    Mark.SCHOOL: (
        ((0, -3.4), (4.8, -1), (0, 1.4), (-4.8, -1)),
        ((-2.6, 0.9), (0, 2.2), (2.6, 0.9), (2.6, 2.6), (0, 3.9), (-2.6, 2.6)),
    ),
    Mark.MARKET: (
        ((-3.8, -3.2), (3.8, -3.2), (4.4, -0.4), (-4.4, -0.4)),
        ((-3.6, 0.3), (-2.4, 0.3), (-2.4, 3.6), (-3.6, 3.6)),
        ((2.4, 0.3), (3.6, 0.3), (3.6, 3.6), (2.4, 3.6)),
        ((-2.4, 2.4), (2.4, 2.4), (2.4, 3.6), (-2.4, 3.6)),
    ),
}
"""Polygons in pixels about the middle."""


def _figure(mark: Mark) -> QPainterPath:
    path = QPainterPath()
    for polygon in _FIGURES[mark]:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in polygon]))
        path.closeSubpath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
