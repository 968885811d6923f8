"""A picture that lies on the map by its corners: the plan of a floor or of a site, more or less transparent."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from wall.model.geo.mercator import to_world
from wall.model.geo.vector import WorldRect
from wall.model.map_kinds import Corners
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import FadedLayer
from wall.ui.map.sheet import Sheet

_TILE_PX = 256
"""Of the picture; as much is painted without looking at the clock."""


class ImageLayer(FadedLayer):
    """`corners` are those of the image: top left, top right, bottom right, bottom left. It may lie turned or slanted.

    ValueError where they make no area. UI thread.
    """

    def __init__(
        self,
        image: QImage,
        corners: Corners,
        *,
        opacity: float = 1.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(opacity)
        self._places = [to_world(corner) for corner in corners]
        xs, ys = zip(*self._places, strict=True)
        self.bounds: WorldRect = (min(xs), min(ys), max(xs), max(ys))
        self._halves = _Halves(image)
        self._laid(MapFrame(self.bounds[0], self.bounds[1], 1e9, 1, 1), image)
        self._sheet = Sheet(self._portions, self.bounds, None, self._tell, monotonic=monotonic)

    @property
    def is_whole(self) -> bool:
        """Is nothing on its way any more?"""
        return self._sheet.is_whole

    def close(self) -> None:
        """It is on no map any more."""
        self._sheet.stop()

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setOpacity(self._opacity)
        if isinstance(painter.device(), QWidget):
            self._sheet.paint(painter, frame)
            return
        for _portion in self._portions(painter, frame, False):
            pass

    def _tell(self) -> None:
        self.changed()

    def _portions(self, painter: QPainter, frame: MapFrame, is_small: bool) -> Iterator[None]:
        wanted = self._longest(frame) * frame.ratio
        image = yield from self._halves.not_much_larger(wanted)
        laid = self._laid(frame, image)
        seen = QPolygonF([QPointF(x, y) for x, y in ((0, 0), (frame.width, 0), (frame.width, frame.height))])
        seen.append(QPointF(0, frame.height))
        for tile in _tiles(image):
            if not laid.map(QPolygonF(tile.toRectF())).intersects(seen):
                continue
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # Else seams are seen between the tiles.
            painter.setTransform(laid, True)
            painter.drawImage(tile.topLeft(), image, tile)
            painter.restore()
            yield

    def _longest(self, frame: MapFrame) -> float:
        """Logical pixels of its longer side on the map."""
        (ax, ay), (bx, by), (_cx, _cy), (dx, dy) = self._places
        across, down = (bx - ax) ** 2 + (by - ay) ** 2, (dx - ax) ** 2 + (dy - ay) ** 2
        return float(max(across, down) ** 0.5 * frame.scale)

    def _laid(self, frame: MapFrame, image: QImage) -> QTransform:
        """From pixels of the picture to those of the frame."""
        there = QPolygonF([QPointF(*frame.pixel(*place)) for place in self._places])
        wide, high = image.width(), image.height()
        here = QPolygonF([QPointF(x, y) for x, y in ((0, 0), (wide, 0), (wide, high), (0, high))])
        laid = QTransform.quadToQuad(here, there)
        if not isinstance(laid, QTransform) or not laid.isInvertible():
            raise ValueError("the corners of the image make no area")
        return laid


class _Halves:
    """A picture in its size and in halves of it: what is seen small is painted from a small one."""

    def __init__(self, image: QImage) -> None:
        self._all = [image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)]

    def not_much_larger(self, longer_px: float) -> Generator[None, None, QImage]:
        """The smallest one that has so many pixels on its longer side; it may have to be made first."""
        chosen = 0
        while _longer(self._all[chosen]) / 2 >= max(1.0, longer_px) and _longer(self._all[chosen]) > 2:
            if chosen + 1 == len(self._all):
                yield from self._halve()
            chosen += 1
        return self._all[chosen]

    def _halve(self) -> Iterator[None]:
        """In strips: all of a large plan at once takes too long."""
        last = self._all[-1]
        half = QImage(max(1, last.width() // 2), max(1, last.height() // 2), last.format())
        for top in range(0, half.height(), _TILE_PX // 2):
            high = min(_TILE_PX // 2, half.height() - top)
            strip = last.copy(0, 2 * top, last.width(), min(2 * high, last.height() - 2 * top))
            smooth = Qt.TransformationMode.SmoothTransformation
            small = strip.scaled(half.width(), high, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            painter = QPainter(half)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawImage(0, top, small)
            painter.end()
            yield
        self._all.append(half)


def _longer(image: QImage) -> int:
    return max(image.width(), image.height())


def _tiles(image: QImage) -> Iterator[QRect]:
    for top in range(0, image.height(), _TILE_PX):
        for left in range(0, image.width(), _TILE_PX):
            wide, high = min(_TILE_PX, image.width() - left), min(_TILE_PX, image.height() - top)
            yield QRect(left, top, wide, high)
