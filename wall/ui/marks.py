"""The shapes beside the words: a state is never told by colour alone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPixmap, QPolygonF

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
    REWIND = "rewind"


class Sign(Enum):
    """Why this camera stands in a cell where nobody has put it: a small mark before its number."""

    HOTSPOT = "shows the selected camera"
    CAROUSEL = "several cameras in turn"
    TOUR = "a tour"
    PAUSED = "a tour that is halted"


def mark_of(status: TileStatus) -> Mark:
    """● live, ◐ late, ■ lost; connecting is an open ring: not there yet, and no fault."""
    if status.state is TileState.CONNECTING:
        return Mark.RING
    if status.state is TileState.REPLAY:
        return Mark.REWIND
    if status.state is TileState.LATE or status.is_live:
        return Mark.HALF if status.state is TileState.LATE or status.cause.value else Mark.DISC
    return Mark.SQUARE


def colour_on_shade(status: TileStatus, theme: Theme) -> QColor:
    """The mark's colour where it stands on the shade of a tile."""
    if status.state is TileState.CONNECTING or (status.is_live and not status.cause.value):
        return theme.on_shade_muted
    if status.state is TileState.REPLAY:
        return theme.on_shade_replay
    if status.state is TileState.LATE or status.is_live:
        return theme.on_shade_late
    return theme.on_shade_lost


def painted_mark(mark: Mark, size: int, colour: QColor, scale: float) -> QPixmap:
    """A mark by itself, for item views: `size` logical pixels, `scale` device pixels for each."""
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_mark(painter, mark, QRectF(0.5, 0.5, size - 1, size - 1), colour)
    painter.end()
    return pixmap


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
    elif mark is Mark.REWIND:
        for left in (box.left(), box.center().x()):
            painter.drawPolygon(_backwards(QRectF(left, box.top(), box.width() / 2, box.height())))
    elif mark in (Mark.TRIANGLE, Mark.DIAMOND):
        painter.drawPolygon(_polygon(mark, box))
    painter.restore()


def draw_sign(painter: QPainter, sign: Sign, box: QRectF, colour: QColor) -> None:
    """Draw a sign that fills the square `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if sign is Sign.HOTSPOT:
        _draw_target(painter, box, colour)
    elif sign is Sign.CAROUSEL:
        _draw_turning(painter, box, colour)
    elif sign is Sign.TOUR:
        painter.drawPolygon(QPolygonF([box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft()]))
    else:
        bar = box.width() * 0.34
        painter.drawRect(QRectF(box.left(), box.top(), bar, box.height()))
        painter.drawRect(QRectF(box.right() - bar, box.top(), bar, box.height()))
    painter.restore()


def draw_muted_bell(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw a bell that is struck out, in the square `box`: alarms are not heard."""
    part = box.width() / 14
    bell = QPainterPath(QPointF(1.5, 11))
    bell.cubicTo(4, 8.5, 2.5, 1.8, 7, 1.8)
    bell.cubicTo(11.5, 1.8, 10, 8.5, 12.5, 11)
    bell.closeSubpath()
    bell.addEllipse(QPointF(7, 12), 1.7, 1.7)
    strike = QPainterPath(QPointF(1.5, 1.5))
    strike.lineTo(12.5, 13)
    around = QPainterPathStroker()
    around.setWidth(4)
    stroke = QPainterPathStroker()
    stroke.setWidth(1.4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(part, part)
    painter.fillPath(bell.subtracted(around.createStroke(strike)), colour)
    painter.fillPath(stroke.createStroke(strike), colour)
    painter.restore()


def _draw_target(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A ring with a point in it."""
    _draw_ring(painter, box, colour)
    inset = box.width() * 0.32
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def _draw_turning(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Three quarters of a ring with a head."""
    stroke = max(1.2, box.width() * 0.16)
    inner = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setPen(QPen(colour, stroke, c=Qt.PenCapStyle.FlatCap))
    painter.drawArc(inner, 90 * 16, 270 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    head, top = box.width() * 0.28, inner.top()
    middle = box.center().x()
    painter.drawPolygon(
        QPolygonF([QPointF(middle, top - head), QPointF(middle, top + head), QPointF(middle + 1.4 * head, top)])
    )


def _draw_ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    stroke = max(1.0, box.width() * 0.14)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, stroke))
    half = stroke / 2
    painter.drawEllipse(box.adjusted(half, half, -half, -half))
    painter.restore()


def _backwards(box: QRectF) -> QPolygonF:
    return QPolygonF([box.topRight(), QPointF(box.left(), box.center().y()), box.bottomRight()])


def _polygon(mark: Mark, box: QRectF) -> QPolygonF:
    middle, top = QPointF(box.center().x(), box.top()), box.center().y()
    if mark is Mark.TRIANGLE:
        return QPolygonF([middle, box.bottomRight(), box.bottomLeft()])
    return QPolygonF(
        [middle, QPointF(box.right(), top), QPointF(box.center().x(), box.bottom()), QPointF(box.left(), top)]
    )
