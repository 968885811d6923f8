"""The marks at the top right of a tile: what is being done with its camera, apart from showing it. Device pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPolygonF

from wall.model.grid import Rect
from wall.ui.marks import draw_muted_bell
from wall.ui.theme import BODY, SMALL, Theme, font

_SIDE = 14
_EDGE = 4
_SPEAKER = ((0, 5), (3, 5), (7, 1.5), (7, 12.5), (3, 9), (0, 9))
"""In fourteenths, too."""
_LARGE_FROM = 240
"""A tile at least so many logical pixels high has larger type."""
_QUIET_SHARE, _QUIET_ROWS = 0.25, 3
"""What only tells is left out where the marks alone would take more of a tile's width, or the tile has fewer rows: the
name and the words of an alarm are worth more, and the tooltip has it all the same.
"""


class CornerMark(IntEnum):
    """In the order in which they stand, from the left."""

    MUTED = 0
    RECORDING = 1
    PTZ = 2
    SOUND = 3


@dataclass(frozen=True, slots=True)
class Corner:
    """One mark, and what stands beside it."""

    mark: CornerMark
    text: str = ""
    is_wrong: bool = False
    """Does it want somebody to look?"""
    is_off: bool = False
    """Is it only on hold?"""
    story: str = ""
    """What there is to be read of it where there is room; "" is `text`."""


class Corners:
    """Paints marks, ready to be laid over every picture of a tile."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self._theme = theme
        self._scale = scale

    def sheet(self, area: Rect, corners: Sequence[Corner]) -> tuple[QRect, QImage]:
        """Where it stands in a tile, and what; nothing at all where there is no room for what only tells."""
        chosen = font((BODY if area.height >= _LARGE_FROM * self._scale else SMALL) * self._scale)
        edge, side = round(_EDGE * self._scale), round(_SIDE * self._scale)
        height = max(side, QFontMetrics(chosen).height()) + edge
        if (side + edge) * len(corners) + edge > area.width * _QUIET_SHARE or height * _QUIET_ROWS > area.height:
            corners = [each for each in corners if each.mark is not CornerMark.MUTED]
        if not corners:
            return QRect(area.right, area.y, 0, 0), QImage()
        room = area.width - 2 * edge - (side + 2 * edge) * len(corners)
        speaking = sum(corner.mark is not CornerMark.MUTED for corner in corners)
        texts = [_fitted(corner.text, chosen, room // max(1, speaking)) for corner in corners]
        widths = [side + (edge + QFontMetrics(chosen).horizontalAdvance(text) if text else 0) for text in texts]
        box = QRect(0, area.y, sum(widths) + edge * (len(corners) + 1), height)
        box.moveRight(area.right - 1)
        sheet = QImage(box.size(), QImage.Format.Format_ARGB32_Premultiplied)
        sheet.fill(self._theme.shade)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(chosen)
        left = edge
        for corner, text, width in zip(corners, texts, widths, strict=True):
            colour = self._colour_of(corner)
            _draw(painter, corner, QRectF(left, (height - side) / 2, side, side), colour)
            painter.setPen(colour)
            beside = QRect(left + side + edge, 0, width, height)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            left += width + edge
        painter.end()
        return box, sheet

    def _colour_of(self, corner: Corner) -> QColor:
        if corner.mark is CornerMark.MUTED:
            return self._theme.on_shade_muted
        return self._theme.on_shade_late if corner.is_wrong else self._theme.on_shade


def _fitted(text: str, chosen: QFont, room: int) -> str:
    return QFontMetrics(chosen).elidedText(text, Qt.TextElideMode.ElideMiddle, max(0, room))


def _draw(painter: QPainter, corner: Corner, box: QRectF, colour: QColor) -> None:
    stroke = max(1.0, box.width() * 0.1)
    if corner.mark is CornerMark.MUTED:
        draw_muted_bell(painter, box, colour)
    elif corner.mark is CornerMark.SOUND:
        _draw_speaker(painter, box, QPen(colour, stroke), is_silent=corner.is_wrong or corner.is_off)
    elif corner.mark is CornerMark.PTZ:
        _draw_dome(painter, box, QPen(colour, stroke))
    else:
        _draw_disc(painter, corner, box, QPen(colour, stroke))


def _draw_dome(painter: QPainter, box: QRectF, pen: QPen) -> None:
    """Four heads that point all ways from an eye."""
    middle, eye = box.center(), box.width() * 0.15
    out, base, wide = box.width() * 0.5, box.width() * 0.27, box.width() * 0.19
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawEllipse(middle, eye, eye)
    for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        tip, foot, side = QPointF(x, y) * out, QPointF(x, y) * base, QPointF(y, x) * wide
        painter.drawPolygon(QPolygonF([middle + tip, middle + foot + side, middle + foot - side]))


def _draw_speaker(painter: QPainter, box: QRectF, pen: QPen, *, is_silent: bool) -> None:
    """A loudspeaker with two waves; a silent one with a cross in their place."""
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)

    def at(x: float, y: float) -> QPointF:
        """In fourteenths of the box."""
        return QPointF(box.x() + box.width() * x / _SIDE, box.y() + box.height() * y / _SIDE)

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(QPolygonF([at(*corner) for corner in _SPEAKER]))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_silent:
        painter.drawLine(at(9, 5), at(13, 9))
        painter.drawLine(at(9, 9), at(13, 5))
        return
    for radius in (2.5, 5.5):
        wave = QRectF(at(7.5 - radius, 7 - radius), at(7.5 + radius, 7 + radius))
        painter.drawArc(wave, -45 * 16, 90 * 16)


def _draw_disc(painter: QPainter, corner: Corner, box: QRectF, pen: QPen) -> None:
    """A filled disc in a ring; where something is wrong the disc is missing."""
    stroke, colour = pen.widthF(), pen.color()
    ring = box.adjusted(stroke, stroke, -stroke, -stroke)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if not corner.is_wrong:
        inset = ring.width() * 0.25
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
