"""What stands on the map for cameras, and what that looks like: a mark for one, a badge with a number for several."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from wall.ui.map.states import MARKS, MapState, colour_of
from wall.ui.marks import Mark, draw_mark, draw_muted_bell
from wall.ui.theme import SMALL, Theme, font

MARK_PX = 18
BADGE_PX = 24
"""How high a badge is; it is as wide as its number."""

_SHAPE_PX, _GRAVE_SHAPE_PX = 9.0, 11.0
_EDGE_PX = 6.0
_BELL_PX, _BELL_OUT_PX = 11.0, 5
"""How large the bell of what is muted is, and how far the mark grows for it on every side."""


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
    cameras alarms are muted.
    """

    state: MapState
    count: int = 1
    is_watched: bool = False
    has_mutes: bool = False


def size_of(face: Face) -> tuple[float, float]:
    """Logical pixels; the middle of the mark is the middle of its picture."""
    width, height = _plate_size(face)
    around = 2 * _BELL_OUT_PX if face.has_mutes else 0
    return width + around, height + around


def paint_face(painter: QPainter, face: Face, theme: Theme) -> None:
    """At 0, 0, as large as it is."""
    if face.has_mutes:
        painter.translate(_BELL_OUT_PX, _BELL_OUT_PX)
    width, height = _plate_size(face)
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
    if face.has_mutes:
        _paint_bell(painter, QPointF(width - _BELL_PX / 2 + 1, _BELL_PX / 2 - 1), theme)


def paint_state(painter: QPainter, state: MapState, box: QRectF, theme: Theme) -> None:
    """The shape of a state, in its colour."""
    colour = colour_of(state, theme)
    if state is not MapState.MUTED:
        draw_mark(painter, MARKS[state], box, colour)
        return
    draw_mark(painter, Mark.RING, box, colour)
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(box.topRight(), box.bottomLeft())


def _plate_size(face: Face) -> tuple[float, float]:
    if face.count == 1:
        return MARK_PX, MARK_PX
    width = QFontMetricsF(_count_font()).horizontalAdvance(str(face.count))
    return round(_EDGE_PX + _SHAPE_PX + 4 + width + _EDGE_PX + 2), BADGE_PX


def _paint_bell(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    """At the upper right, on a ground of its own."""
    radius = _BELL_PX / 2 + 1.5
    painter.setPen(QPen(theme.line, 1))
    painter.setBrush(theme.surface)
    painter.drawEllipse(middle, radius, radius)
    box = QRectF(0, 0, _BELL_PX, _BELL_PX)
    box.moveCenter(middle)
    draw_muted_bell(painter, box, theme.text)


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
