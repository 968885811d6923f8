"""The shapes beside the words: a state is never told by colour alone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from wall.model.tile import TileState, TileStatus
from wall.ui.theme import Theme


class Mark(Enum):
    """What a state looks like in small."""

    RING = "ring"
    DISC = "disc"
    HALF = "half"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


def mark_of(status: TileStatus) -> Mark:
    """● live, ◐ late, ■ lost; connecting is an open ring: not there yet, and no fault."""
    if status.state is TileState.CONNECTING:
        return Mark.RING
    if status.state is TileState.LATE or status.is_live:
        return Mark.HALF if status.state is TileState.LATE or status.cause.value else Mark.DISC
    return Mark.SQUARE


def colour_on_shade(status: TileStatus, theme: Theme) -> QColor:
    """The mark's colour where it stands on the shade of a tile."""
    if status.state is TileState.CONNECTING:
        return theme.on_shade_muted
    if status.state is TileState.LATE or status.is_live:
        return theme.on_shade_late
    return theme.on_shade_lost


def draw_mark(painter: QPainter, mark: Mark, box: QRectF, colour: QColor) -> None:
    """Draw a mark that fills the square `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if mark in (Mark.RING, Mark.HALF):
        _draw_ring(painter, box, colour)
    if mark is Mark.HALF:
        painter.setBrush(colour)
        painter.drawPie(box, 90 * 16, 180 * 16)
    elif mark is Mark.DISC:
        painter.drawEllipse(box)
    elif mark is Mark.SQUARE:
        inset = box.width() * 0.06
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
    elif mark in (Mark.TRIANGLE, Mark.DIAMOND):
        painter.drawPolygon(_polygon(mark, box))
    painter.restore()


def _draw_ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    stroke = max(1.0, box.width() * 0.14)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, stroke))
    half = stroke / 2
    painter.drawEllipse(box.adjusted(half, half, -half, -half))
    painter.restore()


def _polygon(mark: Mark, box: QRectF) -> QPolygonF:
    middle, top = QPointF(box.center().x(), box.top()), box.center().y()
    if mark is Mark.TRIANGLE:
        return QPolygonF([middle, box.bottomRight(), box.bottomLeft()])
    return QPolygonF(
        [middle, QPointF(box.right(), top), QPointF(box.center().x(), box.bottom()), QPointF(box.left(), top)]
    )
