"""The shapes on the buttons of the bar, drawn in the colour of its text."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

_SIDE = 16


class Shape(Enum):
    """What a button does."""

    PLAY = "play"
    PAUSE = "pause"
    FORMER = "former"
    NEXT = "next"
    SLOWER = "slower"
    FASTER = "faster"
    TOGETHER = "together"


_POLYGONS: dict[Shape, Sequence[Sequence[tuple[float, float]]]] = {
    Shape.PLAY: (((4, 2), (14, 8), (4, 14)),),
    Shape.FORMER: (((13, 2), (5, 8), (13, 14)),),
    Shape.NEXT: (((3, 2), (11, 8), (3, 14)),),
    Shape.SLOWER: (((8, 3), (1, 8), (8, 13)), ((15, 3), (8, 8), (15, 13))),
    Shape.FASTER: (((1, 3), (8, 8), (1, 13)), ((8, 3), (15, 8), (8, 13))),
}
_BOXES: dict[Shape, Sequence[tuple[float, float, float, float]]] = {
    Shape.PAUSE: ((3, 2, 4, 12), (9, 2, 4, 12)),
    Shape.FORMER: ((2, 2, 2, 12),),
    Shape.NEXT: ((12, 2, 2, 12),),
    Shape.TOGETHER: ((1, 2, 6, 5), (9, 2, 6, 5), (1, 9, 6, 5), (9, 9, 6, 5)),
}


def icon(shape: Shape, colour: QColor, ratio: float) -> QIcon:
    """A shape for a button; `ratio` is how many device pixels make a logical one."""
    pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for corners in _POLYGONS.get(shape, ()):
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    for x, y, width, height in _BOXES.get(shape, ()):
        painter.drawRect(QRectF(x, y, width, height))
    painter.end()
    return QIcon(pixmap)
