"""What stands on the map for cameras, and what that looks like: a mark for one, a badge with a number for several."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from wall.ui.map.states import MARKS, MapState, colour_of
from wall.ui.marks import Mark, draw_mark
from wall.ui.theme import SMALL, Theme, font

MARK_PX = 18
BADGE_PX = 24
"""How high a badge is; it is as wide as its number."""

_SHAPE_PX, _GRAVE_SHAPE_PX = 9.0, 11.0
_EDGE_PX = 6.0


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
    """How a mark looks. `is_watched`: one of its cameras is seen on a screen of the wall now."""

    state: MapState
    count: int = 1
    is_watched: bool = False


def size_of(face: Face) -> tuple[float, float]:
    """Logical pixels; the middle of the mark is the middle of its picture."""
    if face.count == 1:
        return MARK_PX, MARK_PX
    width = QFontMetricsF(_count_font()).horizontalAdvance(str(face.count))
    return round(_EDGE_PX + _SHAPE_PX + 4 + width + _EDGE_PX + 2), BADGE_PX


def paint_face(painter: QPainter, face: Face, theme: Theme) -> None:
    """At 0, 0, as large as it is."""
    width, height = size_of(face)
    _paint_plate(painter, QRectF(0, 0, width, height), face, theme)
    shape = _GRAVE_SHAPE_PX if face.state >= MapState.ILL else _SHAPE_PX
    middle = QPointF(width / 2 if face.count == 1 else _EDGE_PX + 1 + _SHAPE_PX / 2, height / 2)
    box = QRectF(0, 0, shape, shape)
    box.moveCenter(middle)
    paint_state(painter, face.state, box, theme)
    if face.count > 1:
        painter.setFont(_count_font())
        painter.setPen(theme.text)
        room = QRectF(middle.x() + _SHAPE_PX / 2 + 4, 0, width, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(face.count))


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
