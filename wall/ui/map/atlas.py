"""Small pictures that are painted once and then put down many times a frame, all from one pixmap."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable

import numpy as np
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from wall.ui.map.frame import Floats
from wall.ui.map.places import Ints

_WIDTH, _FIRST_HEIGHT = 2048, 256
_MOST_HEIGHT = 8192
"""64 MB: then it is full."""
_PAD = 1

NO_SPRITE = -1


class Atlas:
    """Sprites of any size by their keys. `ratio` is how many device pixels make a logical one."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self.generation = 0
        """Grows when all was forgotten."""
        self.forget()

    def __len__(self) -> int:
        return len(self._indices)

    def find(self, key: Hashable) -> int:
        """The index of a sprite; `NO_SPRITE` for none."""
        return self._indices.get(key, NO_SPRITE)

    def index(self, key: Hashable, width: float, height: float, paint: Callable[[QPainter], None]) -> int:
        """The index of a sprite of so many logical pixels, painted now if it is not there yet; `NO_SPRITE` once it is
        full."""
        found = self._indices.get(key)
        return self._add(key, width, height, paint) if found is None else found

    def draw(self, painter: QPainter, sprites: Ints, left: Floats, top: Floats) -> None:
        """Put sprites down with their top left corners there, in logical pixels, in this order."""
        if not len(sprites):
            return
        rects, ratio = self._rects[sprites], self._ratio
        self._fragments.resize(len(sprites))
        rows = self._fragments.ndarray()
        # x, y of the middle; the rectangle in the pixmap; scale, turn, opacity.
        rows[:, 0] = np.round(left * ratio) / ratio + rects[:, 2] / (2 * ratio)
        rows[:, 1] = np.round(top * ratio) / ratio + rects[:, 3] / (2 * ratio)
        rows[:, 2:6] = rects
        rows[:, 6:8] = 1 / ratio
        rows[:, 8], rows[:, 9] = 0.0, 1.0
        # PySide's stubs know of no count.
        painter.drawPixmapFragments(*self._fragments.drawargs(), self._pixmap)  # type: ignore[call-arg]

    def sizes(self, sprites: Ints) -> Floats:
        """Width and height of each, in logical pixels."""
        sizes: Floats = self._rects[sprites][:, 2:4] / self._ratio
        return sizes

    def image(self, key: Hashable) -> QPixmap:
        """One of them by itself. KeyError where it is not there."""
        x, y, width, height = self._rects[self._indices[key]].astype(int).tolist()
        return self._pixmap.copy(x, y, width, height)

    def forget(self) -> None:
        """Begin anew, for other sprites; whoever has indices must ask for them again."""
        self.is_full = False
        self._indices: dict[Hashable, int] = {}
        self._rects: Floats = np.zeros((256, 4))
        self._pixmap = _empty(_FIRST_HEIGHT)
        self._x = self._y = self._row_height = 0
        # QPainter wants the fragments in one block of memory, which PySide alone cannot give.
        self._fragments = PrimitiveArray(QPainter.PixmapFragment, 10)
        self.generation += 1

    def _add(self, key: Hashable, width: float, height: float, paint: Callable[[QPainter], None]) -> int:
        wide, high = min(_WIDTH, math.ceil(width * self._ratio)), math.ceil(height * self._ratio)
        if not self._has_room_for(wide, high):
            return NO_SPRITE
        x, y = self._x, self._y
        self._x, self._row_height = x + wide + _PAD, max(self._row_height, high + _PAD)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(x, y)
        painter.scale(self._ratio, self._ratio)
        painter.setClipRect(QRectF(0, 0, wide / self._ratio, high / self._ratio))
        paint(painter)
        painter.end()
        index = len(self._indices)
        if index == len(self._rects):
            self._rects = np.concatenate((self._rects, np.zeros_like(self._rects)))
        self._rects[index] = x, y, wide, high
        self._indices[key] = index
        return index

    def _has_room_for(self, wide: int, high: int) -> bool:
        """In the row that is being filled, else in a new one below it."""
        if self._x + wide > _WIDTH:
            self._x, self._y, self._row_height = 0, self._y + self._row_height, 0
        least = self._y + high
        self.is_full = self.is_full or least > _MOST_HEIGHT
        if not self.is_full and least > self._pixmap.height():
            self._grow(min(_MOST_HEIGHT, max(2 * self._pixmap.height(), least)))
        return not self.is_full

    def _grow(self, height: int) -> None:
        grown = _empty(height)
        painter = QPainter(grown)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()
        self._pixmap = grown


def _empty(height: int) -> QPixmap:
    pixmap = QPixmap(_WIDTH, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
