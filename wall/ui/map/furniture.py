"""What lies over every map: how long a way is, and whose map it is."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from wall.ui.figures import number
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.theme import SMALL, SPACE, Theme, font

_LONGEST_PX = 140.0
_EDGE_PX = 2 * SPACE
_HEIGHT_PX = 18.0
_STRIP_PX = 120
"""Room for an attribution that wraps."""


class Furniture(PlainLayer):
    """The scale at the bottom left, the attribution at the bottom right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._attribution = ""
        self._strip: tuple[tuple[object, ...], QPixmap] | None = None
        """What was painted last, and of what: letters in each frame would take a tenth of it."""

    @property
    def attribution(self) -> str:
        """Whose map this is."""
        return self._attribution

    @attribution.setter
    def attribution(self, text: str) -> None:
        self._attribution = text
        self.changed()

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        metres, pixels = round_length(frame.metres_per_pixel(), _LONGEST_PX)
        bar = metres, round(pixels)
        made_of = bar, frame.width, frame.height, frame.ratio, self._attribution
        if self._strip is None or self._strip[0] != made_of:
            self._strip = made_of, self._painted(frame, *bar)
        strip = self._strip[1]
        painter.drawPixmap(QPointF(0, frame.height - strip.deviceIndependentSize().height()), strip)

    def _painted(self, frame: MapFrame, metres: float, pixels: float) -> QPixmap:
        """The lowest part of the frame."""
        high = min(frame.height, _STRIP_PX)
        strip = QPixmap(math.ceil(frame.width * frame.ratio), math.ceil(high * frame.ratio))
        strip.setDevicePixelRatio(frame.ratio)
        strip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(strip)
        painter.translate(0, high - frame.height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font())
        room = self._paint_scale(painter, frame, metres, pixels)
        if self._attribution:
            self._paint_attribution(painter, frame, frame.width - room - 3 * _EDGE_PX)
        painter.end()
        return strip

    def _paint_scale(self, painter: QPainter, frame: MapFrame, metres: float, pixels: float) -> float:
        """How far to the right it reaches."""
        text = length_text(metres)
        wide = QFontMetricsF(_font()).horizontalAdvance(text)
        box = QRectF(_EDGE_PX, frame.height - _EDGE_PX - _HEIGHT_PX, pixels + wide + 4 * SPACE, _HEIGHT_PX)
        self._paint_plate(painter, box)
        left, base = box.left() + 1.5 * SPACE, box.bottom() - 5.5
        painter.setPen(QPen(self._theme.text, 1.5, c=Qt.PenCapStyle.FlatCap, j=Qt.PenJoinStyle.MiterJoin))
        right = left + pixels
        corners = [QPointF(left, base - 5), QPointF(left, base), QPointF(right, base), QPointF(right, base - 5)]
        painter.drawPolyline(corners)
        painter.drawText(box.adjusted(pixels + 2.5 * SPACE, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        return box.right()

    def _paint_attribution(self, painter: QPainter, frame: MapFrame, room: float) -> None:
        """Whole: it wraps where there is no room for it in one line."""
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        most = QRectF(0, 0, max(120.0, room - 2 * SPACE), frame.height)
        text = QFontMetricsF(_font()).boundingRect(most, flags, self._attribution)
        width, height = text.width() + 2 * SPACE, max(_HEIGHT_PX, text.height() + 2)
        box = QRectF(frame.width - _EDGE_PX - width, frame.height - _EDGE_PX - height, width, height)
        self._paint_plate(painter, box)
        painter.setPen(self._theme.text)
        painter.drawText(box.adjusted(SPACE, 1, 0, -1), flags | Qt.AlignmentFlag.AlignVCenter, self._attribution)

    def _paint_plate(self, painter: QPainter, box: QRectF) -> None:
        ground = QColor(self._theme.surface)
        ground.setAlphaF(0.94)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3, 3)


def round_length(metres_per_pixel: float, longest_px: float) -> tuple[float, float]:
    """The longest of 1, 2, 5, 10… metres that takes at most so many pixels, and how many it takes."""
    most = metres_per_pixel * longest_px
    power = 10.0 ** math.floor(math.log10(most))
    metres = next(factor * power for factor in (5, 2, 1) if factor * power <= most * (1 + 1e-9))
    return metres, metres / metres_per_pixel


def length_text(metres: float) -> str:
    """«500 m», «2 km»."""
    if metres >= 1000:
        return QCoreApplication.translate("Map", "{0} km").format(number(metres / 1000))
    decimals = 0 if metres >= 1 else 1
    return QCoreApplication.translate("Map", "{0} m").format(number(metres, decimals))


def _font() -> QFont:
    return font(SMALL)
