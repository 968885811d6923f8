"""Where a camera looks and how wide, as a wedge at its mark."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRadialGradient

from wall.ui.map.frame import Floats
from wall.ui.map.places import Ints
from wall.ui.map.states import MapState, colour_of
from wall.ui.theme import Theme

FROM_ZOOM = 13.0
"""Below it a wedge says nothing."""

_TURN_DEG, _WIDTH_DEG = 7.5, 10.0
"""Wedges are painted beforehand in these steps; the one in hand is painted as it is."""

_UNKNOWN_DEG = 50.0
"""As wide as a camera is taken to see of which nobody knows; drawn without a ground."""

_SAME_COLOUR = {MapState.UNKNOWN: MapState.LIVE, MapState.ILL: MapState.LOST}
"""Wedges tell these apart no more than their colours do."""


def radius_at(zoom: float) -> int:
    """Logical pixels."""
    if zoom < FROM_ZOOM:
        return 0
    return 28 if zoom < 15 else 40 if zoom < 17 else 56


def packed(bearings: Floats, views: Floats, states: Ints, radius: int) -> Ints:
    """A number for each wedge that has to be painted by itself; -1 where nobody knows where it looks."""
    known = ~np.isnan(bearings)
    turns = np.round(np.where(known, bearings, 0.0) % 360 / _TURN_DEG).astype(np.int64) % round(360 / _TURN_DEG)
    widths = np.where(np.isnan(views), 0, np.clip(np.round(views / _WIDTH_DEG), 1, 36)).astype(np.int64)
    colours = np.array([_SAME_COLOUR.get(each, each) for each in MapState], dtype=np.int64)[states]
    numbers = ((radius * 64 + turns) * 64 + widths) * 16 + colours
    return np.where(known, numbers, -1)


@dataclass(frozen=True, slots=True)
class Wedge:
    """One that is painted beforehand. `view_deg` None: not known."""

    radius: int
    bearing_deg: float
    view_deg: float | None
    state: MapState

    def box(self) -> QRectF:
        """What it takes, in logical pixels from the middle of its mark: whole pixels, and no more than it needs."""
        view = _UNKNOWN_DEG if self.view_deg is None else self.view_deg
        edges = [self.bearing_deg - view / 2, self.bearing_deg + view / 2]
        first = math.ceil(edges[0] / 90)
        edges += [quarter * 90.0 for quarter in range(first, math.floor(edges[1] / 90) + 1)]
        xs = [0.0, *(self.radius * math.sin(math.radians(each)) for each in edges)]
        ys = [0.0, *(-self.radius * math.cos(math.radians(each)) for each in edges)]
        left, top = math.floor(min(xs)) - 1, math.floor(min(ys)) - 1
        return QRectF(left, top, math.ceil(max(xs)) + 1 - left, math.ceil(max(ys)) + 1 - top)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The top left corner of its box is at 0, 0."""
        middle = -self.box().topLeft()
        paint_wedge(painter, middle, self.radius, self.bearing_deg, self.view_deg, colour_of(self.state, theme))


def unpacked(number: int) -> Wedge:
    """The wedge of such a number."""
    rest, state = divmod(number, 16)
    rest, width = divmod(rest, 64)
    radius, turn = divmod(rest, 64)
    return Wedge(radius, turn * _TURN_DEG, width * _WIDTH_DEG if width else None, MapState(state))


def paint_wedge(
    painter: QPainter, at: QPointF, radius: float, bearing_deg: float, view_deg: float | None, colour: QColor
) -> None:
    """From the mark outwards, fading; without a ground where it is not known how wide it sees."""
    box = QRectF(at.x() - radius + 1, at.y() - radius + 1, 2 * radius - 2, 2 * radius - 2)
    view = _UNKNOWN_DEG if view_deg is None else view_deg
    rim = QColor(colour)
    rim.setAlphaF(0.7)
    painter.setPen(QPen(rim, 1, Qt.PenStyle.SolidLine if view_deg is not None else Qt.PenStyle.DotLine))
    painter.setBrush(_fading(at, radius, colour) if view_deg is not None else Qt.BrushStyle.NoBrush)
    # Qt counts sixteenths of a degree from the east, against the clock.
    start = 90 - bearing_deg - view / 2
    if view >= 360:
        painter.drawEllipse(box)
    else:
        painter.drawPie(box, round(start * 16), round(view * 16))


def _fading(at: QPointF, radius: float, colour: QColor) -> QRadialGradient:
    gradient = QRadialGradient(at, radius)
    for where, alpha in ((0.0, 0.5), (1.0, 0.12)):
        shade = QColor(colour)
        shade.setAlphaF(alpha)
        gradient.setColorAt(where, shade)
    return gradient
