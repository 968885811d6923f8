"""A layout as a small drawing, for buttons and lists."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPolygonF

from wall.model.layout import Layout
from wall.ui.theme import Theme

DRAWN = QSize(48, 27)
"""Logical pixels."""


def layout_icon(layout: Layout, theme: Theme, scale: float) -> QIcon:
    """The same for a button."""
    return QIcon(layout_drawing(layout, theme, scale, DRAWN))


def layout_drawing(layout: Layout, theme: Theme, scale: float, size: QSize) -> QPixmap:
    """Its cells, in the colour of quiet text."""
    pixmap = _sheet(size, scale)
    painter = QPainter(pixmap)
    for cell in layout.rects(size.width(), size.height()):
        painter.fillRect(cell.x, cell.y, max(1, cell.width), max(1, cell.height), theme.muted)
    painter.end()
    return pixmap


def tour_drawing(theme: Theme, scale: float, size: QSize) -> QPixmap:
    """An arrow in a ring: one after the other."""
    pixmap = _sheet(size, scale)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size.width() / 2, size.height() / 2)
    radius = size.height() / 2 - 2
    painter.setPen(QPen(theme.muted, 1.5))
    painter.drawArc(QRectF(-radius, -radius, 2 * radius, 2 * radius), 60 * 16, 270 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.muted)
    tip = radius * 0.55
    points = ((0.0, -radius - tip), (tip * 1.5, -radius + 0.5), (0.0, -radius + tip + 1))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.end()
    return pixmap


def _sheet(size: QSize, scale: float) -> QPixmap:
    pixmap = QPixmap(round(size.width() * scale), round(size.height() * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
