"""The map's place in pyqtgraph's scene: a view box in world coordinates, y downwards, and an item for each layer."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from wall.ui.map.frame import MapFrame


class MapBox(pg.ViewBox):  # type: ignore[misc] # pyqtgraph ships no types.
    """Holds which part of the world is seen. Its own mouse and menu are off: the canvas has the hand."""

    def __init__(self) -> None:
        super().__init__(border=None, lockAspect=1.0, enableMouse=False, invertY=True, enableMenu=False)
        self.disableAutoRange()
        self.setDefaultPadding(0)

    def show_frame(self, frame: MapFrame) -> None:
        """See this part of the world."""
        self.setRange(xRange=(frame.left, frame.right), yRange=(frame.top, frame.bottom), padding=0)


class PaintedItem(pg.GraphicsObject):  # type: ignore[misc]
    """What lies over the box is painted in its pixels, which are those of the viewport."""

    def __init__(self, box: MapBox, z: float, paint: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._box = box
        self._paint = paint
        self._area = box.rect()
        self.setParentItem(box)
        self.setZValue(z)

    def fit(self) -> None:
        """The box has another size."""
        self.prepareGeometryChange()
        self._area = self._box.rect()

    # -- Qt

    def boundingRect(self) -> QRectF:
        return QRectF(self._area)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self._paint(painter)
