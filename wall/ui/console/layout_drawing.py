"""A layout as a small drawing, for buttons and lists."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from wall.model.layout import Layout
from wall.ui.theme import Theme

DRAWN = QSize(48, 27)
"""Logical pixels."""


def layout_icon(layout: Layout, theme: Theme, scale: float) -> QIcon:
    """Its cells, in the colour of quiet text."""
    pixmap = QPixmap(round(DRAWN.width() * scale), round(DRAWN.height() * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    for cell in layout.rects(DRAWN.width(), DRAWN.height()):
        painter.fillRect(cell.x, cell.y, max(1, cell.width), max(1, cell.height), theme.muted)
    painter.end()
    return QIcon(pixmap)
