"""The layers of one map in their order, each with its item in the scene."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import InPortions, Layer
from wall.ui.map.scene import MapBox, PaintedItem


class Layers:
    """From the lowest to the topmost."""

    def __init__(self, box: MapBox, frame: Callable[[], MapFrame], viewport: Callable[[], QWidget]) -> None:
        self._box = box
        self._frame = frame
        self._viewport = viewport
        self._all: list[tuple[Layer, PaintedItem]] = []

    @property
    def all(self) -> tuple[Layer, ...]:
        return tuple(layer for layer, _item in self._all)

    def add(self, layer: Layer, above: Layer | None) -> None:
        """On top, or right above another one (ValueError where that is not here)."""
        place = len(self._all) if above is None else self.all.index(above) + 1
        item = PaintedItem(self._box, place, lambda painter: self._paint(layer, painter))
        self._all.insert(place, (layer, item))
        self._number()
        layer.changed = lambda rect=None: item.update(rect or QRectF())

    def remove(self, layer: Layer) -> None:
        """ValueError where it is not here."""
        _layer, item = self._all.pop(self.all.index(layer))
        layer.changed = _no_more
        item.scene().removeItem(item)

    def fit(self) -> None:
        """The viewport has another size."""
        for _layer, item in self._all:
            item.fit()

    def object_at(self, frame: MapFrame, at: QPointF) -> object | None:
        """The topmost thing at this pixel."""
        found = (layer.hit(frame, at.x(), at.y()) for layer, _item in reversed(self._all))
        return next((each for each in found if each is not None), None)

    def portions(self, painter: QPainter, frame: MapFrame, without: Collection[Layer] = ()) -> Iterator[None]:
        """All of them but some, a few milliseconds at a time."""
        for layer in (each for each, _item in self._all if each not in without):
            painter.save()
            if isinstance(layer, InPortions):
                yield from layer.portions(painter, frame)
            else:
                layer.paint(painter, frame)
            painter.restore()
            yield

    def _paint(self, layer: Layer, painter: QPainter) -> None:
        painter.save()
        layer.paint(painter, self._frame())
        painter.restore()

    def _number(self) -> None:
        for place, (_layer, item) in enumerate(self._all):
            item.setZValue(place)


def _no_more(rect: QRectF | None = None) -> None:
    """It is painted nowhere."""
