"""What stands on the map for cameras, and what that looks like: a mark for one, a badge with a number for several."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from wall.ui.map.states import MARKS, MapState, colour_of
from wall.ui.marks import Mark, draw_mark, draw_muted_bell
from wall.ui.theme import SMALL, Theme, font

MARK_PX = 18
_BELL_MARK_PX = 24
"""With the bell beside the shape; it reaches to where a label may begin, and no farther."""
BADGE_PX = 24
"""How high a badge is; it is as wide as its number."""

_SHAPE_PX, _GRAVE_SHAPE_PX = 9.0, 11.0
_EDGE_PX = 6.0
_BELL_PX = 11.0
_ASIDE_PX = 3.75
"""How far shape and bell stand from the middle of their mark, to the lower left and to the upper right."""


@dataclass(frozen=True, slots=True)
class CameraMark:
    """One camera on the map: what `MapCanvas` tells when it is pointed at or clicked."""

    camera_id: int

    @property
    def cameras(self) -> tuple[int, ...]:
        """This one."""
        return (self.camera_id,)


@dataclass(frozen=True, slots=True)
class ClusterMark:
    """Several cameras that one mark stands for, by number."""

    cameras: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """How a mark looks. `is_watched`: one of its cameras is seen on a screen of the wall now. `has_mutes`: of all its
    cameras alarms are muted; a struck bell says so.
    """

    state: MapState
    count: int = 1
    is_watched: bool = False
    has_mutes: bool = False


def size_of(face: Face) -> tuple[float, float]:
    """Logical pixels; the middle of the mark is the middle of its picture."""
    if face.count == 1:
        side = _BELL_MARK_PX if face.has_mutes else MARK_PX
        return side, side
    width = QFontMetricsF(_count_font()).horizontalAdvance(str(face.count)) + (4 + _BELL_PX) * face.has_mutes
    return round(_EDGE_PX + _SHAPE_PX + 4 + width + _EDGE_PX + 2), BADGE_PX


def paint_face(painter: QPainter, face: Face, theme: Theme) -> None:
    """At 0, 0, as large as it is."""
    width, height = size_of(face)
    _paint_plate(painter, QRectF(0, 0, width, height), face, theme)
    is_large = face.state >= MapState.ILL and (face.count > 1 or not face.has_mutes)
    middle = QPointF(width / 2 if face.count == 1 else _EDGE_PX + 1 + _SHAPE_PX / 2, height / 2)
    aside = QPointF(-_ASIDE_PX, _ASIDE_PX) if face.count == 1 and face.has_mutes else QPointF()
    paint_state(painter, face.state, _around(middle + aside, _GRAVE_SHAPE_PX if is_large else _SHAPE_PX), theme)
    if face.has_mutes:
        right = QPointF(width - _EDGE_PX - _BELL_PX / 2, middle.y())
        draw_muted_bell(painter, _around(middle - aside if face.count == 1 else right, _BELL_PX), theme.text)
    if face.count > 1:
        painter.setFont(_count_font())
        painter.setPen(theme.text)
        room = QRectF(middle.x() + _SHAPE_PX / 2 + 4, 0, width, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(face.count))


def _around(middle: QPointF, side: float) -> QRectF:
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def paint_state(painter: QPainter, state: MapState, box: QRectF, theme: Theme) -> None:
    """The shape of a state, in its colour."""
    colour = colour_of(state, theme)
    if state is not MapState.MUTED:
        draw_mark(painter, MARKS[state], box, colour)
        return
    draw_mark(painter, Mark.RING, box, colour)
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(box.topRight(), box.bottomLeft())


def _paint_plate(painter: QPainter, box: QRectF, face: Face, theme: Theme) -> None:
    """What is behind the shape, so that it is seen on any map; its rim tells what is grave, and what is watched."""
    is_grave = face.state >= MapState.ILL
    painter.setBrush(theme.surface)
    _paint_rim(painter, box, colour_of(face.state, theme) if is_grave else theme.line, 1.5 if is_grave else 1.0)
    if face.is_watched:
        inside = 1.5 if is_grave else 0.0
        _paint_rim(painter, box.adjusted(inside, inside, -inside, -inside), theme.text, 1.5 if is_grave else 2.0)


def _paint_rim(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    half = width / 2
    painter.setPen(QPen(colour, width))
    radius = box.height() / 2 - half
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)


def _count_font() -> QFont:
    return font(SMALL, bold=True)
