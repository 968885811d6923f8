"""What all that paints tiles has in common. Device pixels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from wall.model.grid import Rect
from wall.ui.tile import Overlay, Tile


def qrect(area: Rect) -> QRect:
    return QRect(area.x, area.y, area.width, area.height)


def fill(painter: QPainter, area: Rect, colour: QColor) -> None:
    painter.fillRect(area.x, area.y, area.width, area.height, colour)


def draw_picture(painter: QPainter, tile: Tile, image: QImage, ground: QColor) -> None:
    """What is seen of a tile's picture. Where it has the pixels of its place they are copied, else it is scaled."""
    target = tile.target
    if tile.is_letterboxed:
        fill(painter, tile.area, ground)
    if tile.is_exact:
        painter.drawImage(target.x, target.y, image)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if tile.crop is None:
        painter.drawImage(qrect(target), image)
    else:
        painter.drawImage(QRectF(qrect(target)), image, tile.crop)


def cropped(tile: Tile, image: QImage) -> QImage:
    """What is seen of a picture, as a picture of its own; the picture itself where all of it is."""
    return image if tile.crop is None else image.copy(tile.crop.toAlignedRect() & image.rect())


def written(strip: Rect, write: Callable[[QPainter], list[QRect]]) -> tuple[Overlay, ...]:
    """Let something be written on a part of a tile, and cut out the pieces that it says it covered."""
    sheet = QImage(strip.width, strip.height, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.translate(-strip.x, -strip.y)
    covered = write(painter)
    painter.end()
    pieces = (box.intersected(qrect(strip)) for box in covered)
    return tuple(Overlay(p.x(), p.y(), sheet.copy(p.translated(-strip.x, -strip.y))) for p in pieces)
