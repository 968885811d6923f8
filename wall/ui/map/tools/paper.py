"""The map on paper and in a picture: a title, what is seen, a bar for its scale, whose map it is, and the date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from wall.model.geo.measure import bar_m
from wall.ui.map.frame import MapFrame
from wall.ui.map.tools.lengths import round_length
from wall.ui.theme import LARGE, SMALL, SPACE, TITLE, Theme, font

PaintMap = Callable[[QPainter, MapFrame], Iterator[None]]
"""Paints the map a few milliseconds at a time."""

_MARGIN = 6 * SPACE
_HEAD_PX, _FOOT_PX = 44, 36
_BAR_PX = 160
AROUND = QSize(2 * _MARGIN, 2 * _MARGIN + _HEAD_PX + _FOOT_PX)
"""What stands around the map takes so much."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written around the map."""

    title: str
    date: str
    attribution: str


class SheetPicture:
    """A picture of so many logical pixels, with what `frame` shows in the middle of it, in the same scale or smaller.

    It is there once all of its `portions` were gone through, each of a few milliseconds.
    """

    def __init__(
        self, size: QSize, ratio: float, frame: MapFrame, paint_map: PaintMap, sheet: Sheet, theme: Theme
    ) -> None:
        self.image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.setDevicePixelRatio(ratio)
        self._area = QRectF(_MARGIN, _MARGIN + _HEAD_PX, size.width() - AROUND.width(), size.height() - AROUND.height())
        seen = fitted(frame, round(self._area.width()), round(self._area.height()))
        self._frame = MapFrame(seen.left, seen.top, seen.scale, seen.width, seen.height, ratio)
        self._paint_map = paint_map
        self._sheet = sheet
        self._theme = theme

    def portions(self) -> Iterator[None]:
        """Paint it."""
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self._paint_around(painter)
            yield
            painter.setClipRect(self._area)
            painter.translate(self._area.topLeft())
            yield from self._paint_map(painter, self._frame)
        finally:
            painter.end()

    # -- inside

    def _paint_around(self, painter: QPainter) -> None:
        size, area, theme = self.image.deviceIndependentSize(), self._area, self._theme
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.surface)
        painter.setPen(QPen(theme.line, 1))
        painter.drawRect(area.adjusted(-1, -1, 1, 1))
        self._paint_head(painter, QRectF(_MARGIN, _MARGIN, area.width(), _HEAD_PX - 2 * SPACE))
        self._paint_foot(painter, QRectF(_MARGIN, area.bottom() + 2 * SPACE, area.width(), _FOOT_PX - 2 * SPACE))

    def _paint_head(self, painter: QPainter, room: QRectF) -> None:
        painter.setFont(font(LARGE))
        date_px = QFontMetricsF(painter.font()).horizontalAdvance(self._sheet.date) + 4 * SPACE
        painter.setPen(self._theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._sheet.date)
        painter.setFont(font(TITLE, bold=True))
        painter.setPen(self._theme.text)
        left = room.adjusted(0, 0, -date_px, 0)
        title = _elided(painter, self._sheet.title, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_foot(self, painter: QPainter, room: QRectF) -> None:
        used = paint_bar(painter, room.topLeft() + QPointF(0, room.height() / 2), self._frame, self._theme)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.muted)
        left = room.adjusted(used + 4 * SPACE, 0, 0, 0)
        told = _elided(painter, self._sheet.attribution, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)


def fitted(frame: MapFrame, width: int, height: int) -> MapFrame:
    """A frame of this size in which all that the given one shows is seen, in the middle."""
    shrunk = min(1.0, width / frame.width, height / frame.height)
    x, y = frame.centre
    scale = frame.scale * shrunk
    return MapFrame(x - width / 2 / scale, y - height / 2 / scale, scale, width, height, frame.ratio)


def paint_bar(painter: QPainter, at: QPointF, frame: MapFrame, theme: Theme) -> float:
    """The bar of the scale, `at` its left end in the middle of its height; how many pixels it takes, with its text."""
    metres_per_pixel = frame.metres_per_pixel()
    metres = bar_m(metres_per_pixel, _BAR_PX)
    if not metres:
        return 0.0
    long = metres / metres_per_pixel
    painter.setFont(font(SMALL))
    painter.setPen(QPen(theme.text, 1.5))
    end = at + QPointF(long, 0)
    painter.drawPolyline([at + QPointF(0, -4), at + QPointF(0, 3), end + QPointF(0, 3), end + QPointF(0, -4)])
    text = round_length(metres)
    painter.drawText(end + QPointF(2 * SPACE, 4), text)
    return long + 2 * SPACE + QFontMetricsF(painter.font()).horizontalAdvance(text)


def _elided(painter: QPainter, text: str, room: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
