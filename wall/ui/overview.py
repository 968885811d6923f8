"""The whole picture in small in the corner of one that is looked at closely, and in it the part that is seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from wall.model.grid import Rect
from wall.model.zoom import Crop
from wall.ui import words
from wall.ui.captions import Captions
from wall.ui.strokes import fill, qrect
from wall.ui.theme import Theme
from wall.ui.tile import Tile

_SHARE = 0.22
"""Of the tile's width and height: with its distance from the edge it ends before the middle third begins."""

_LEAST, _MOST = 36, 240
"""Logical pixels of its width; smaller than that it tells nothing."""
_PAD = 6
_VEIL = QColor(0, 0, 0, 130)


class Overview:
    """Of any tile. Device pixels; `scale` is how many make a logical one."""

    def __init__(self, theme: Theme, scale: float, captions: Captions) -> None:
        self._theme = theme
        self._scale = scale
        self._captions = captions

    def rect(self, tile: Tile) -> Rect | None:
        """Where it stands: at the right, below the uppermost row, which has other marks. None where there is none."""
        if not tile.sight.zoom.is_close or tile.seen_image() is None:
            return None
        area, (width, height) = tile.area, tile.frame.size
        scale = min(area.width * _SHARE / width, area.height * _SHARE / height, _MOST * self._scale / width)
        width, height = round(width * scale), round(height * scale)
        if width < _LEAST * self._scale:
            return None
        pad = round(_PAD * self._scale)
        return Rect(area.right - pad - width, area.y + self._captions.row_height(area) + pad, width, height)

    def paint(self, painter: QPainter, tile: Tile, image: QImage, *, is_old: bool = False) -> None:
        """Over the tile; `is_old`: without colour, as the picture itself."""
        rect = self.rect(tile)
        if rect is None:
            return
        self._paint_picture(painter, rect, image, is_old)
        crop = tile.frame.placed(tile.sight.zoom).crop
        seen = _inside(rect, crop)
        for veiled in _around(rect, seen):
            painter.fillRect(veiled, _VEIL)
        self._outline(painter, QRectF(qrect(rect)), self._theme.on_shade_muted)
        self._outline(painter, seen, self._theme.on_shade)
        factor = words.zoom_factor(tile.sight.zoom.factor)
        self._captions.write_under(painter, tile.area, QPoint(rect.right, rect.bottom), factor)

    def _paint_picture(self, painter: QPainter, rect: Rect, image: QImage, is_old: bool) -> None:
        fill(painter, rect, self._theme.ground)
        if is_old:
            image = image.scaled(rect.width, rect.height).convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(qrect(rect), image)

    def _outline(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        """Inside the box."""
        stroke = max(1, round(self._scale))
        painter.setPen(QPen(colour, stroke, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = stroke / 2
        painter.drawRect(box.adjusted(half, half, -half, -half))


def _inside(rect: Rect, crop: Crop) -> QRectF:
    """A part of the picture, where it lies in the small one; never too small to be seen."""
    width, height = max(4.0, crop.width * rect.width), max(4.0, crop.height * rect.height)
    x = min(rect.x + crop.x * rect.width, rect.right - width)
    y = min(rect.y + crop.y * rect.height, rect.bottom - height)
    return QRectF(round(x), round(y), round(width), round(height))


def _around(rect: Rect, seen: QRectF) -> list[QRectF]:
    """What of the small picture is not seen in the large one."""
    whole = QRectF(qrect(rect))
    return [
        QRectF(whole.left(), whole.top(), whole.width(), seen.top() - whole.top()),
        QRectF(whole.left(), seen.bottom(), whole.width(), whole.bottom() - seen.bottom()),
        QRectF(whole.left(), seen.top(), seen.left() - whole.left(), seen.height()),
        QRectF(seen.right(), seen.top(), whole.right() - seen.right(), seen.height()),
    ]
