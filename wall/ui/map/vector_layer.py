"""A map of points, lines and areas as a layer: a city that is drawn, or somebody's GeoJSON over another map."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from PySide6.QtCore import QLocale, QRectF, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from wall.model.geo.style import Tone, width_at
from wall.model.geo.vector import Feature, VectorMap
from wall.ui.map.frame import TILE_PX, MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.map.sheet import Sheet
from wall.ui.map.vector_batches import Batch, Look, batches_of, is_apart
from wall.ui.map.vector_names import Names
from wall.ui.map.vector_room import Box
from wall.ui.map.vector_tones import tones_of
from wall.ui.theme import Theme

_THINNEST = 0.15
"""Logical pixels: nothing is seen of what is thinner."""
_AT_ONCE = 12
"""Areas that are filled without looking at the clock."""
_RENEWED_MS = 200
"""After what names give way to has changed: it often changes again at once."""
_NEAR_PX = 9.0
"""A hand this near to a mark means it."""


class VectorLayer(PlainLayer):
    """On the screen it paints a sheet that was made beforehand; on paper, or a picture, all of it at once.

    `is_base`: it is the ground of the map, and nothing of it can be hit. Else it lies over another one, and its marks
    can be.
    """

    def __init__(
        self,
        vectors: VectorMap,
        theme: Theme,
        *,
        is_base: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.vectors = vectors
        self._is_base = is_base
        tones = tones_of(theme)
        self._ground = tones[Tone.OUTSIDE] if is_base else None
        self._batches = batches_of(vectors, tones)
        language = "vi" if QLocale().language() is QLocale.Language.Vietnamese else "en"
        self._make_names: Callable[[], Names] = lambda: Names(vectors, theme, tones, language)
        self._sheet = Sheet(
            self._portions,
            vectors.bounds,
            self._ground,
            self._tell,
            monotonic=monotonic,
        )
        self._renewal = QTimer(singleShot=True, interval=_RENEWED_MS)
        self._renewal.timeout.connect(self._sheet.renew)

    @cached_property
    def _names(self) -> Names:
        """Sorting thousands of names takes a while: it is done between two frames."""
        return self._make_names()

    @property
    def is_whole(self) -> bool:
        """Is nothing on its way any more?"""
        return self._sheet.is_whole and not self._renewal.isActive()

    def give_way_to(self, occupied: Callable[[MapFrame], Iterable[Box]]) -> None:
        """Its names are not written where that says, in pixels of the frame: the labels of cameras stand there."""
        self._names.occupied = occupied
        self._sheet.renew()

    def renew(self) -> None:
        """What the names give way to stands elsewhere now; told often, it is seen a few times a second."""
        if not self._renewal.isActive():
            self._renewal.start()

    def close(self) -> None:
        """It is on no map any more."""
        self._renewal.stop()
        self._sheet.stop()

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        if isinstance(painter.device(), QWidget):
            self._sheet.paint(painter, frame)
            return
        for _portion in self.portions(painter, frame):
            pass

    def portions(self, painter: QPainter, frame: MapFrame) -> Iterator[None]:
        """All of it on paper, a few milliseconds at a time."""
        if self._ground is not None:
            painter.fillRect(QRectF(0, 0, frame.width, frame.height), self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield from self._portions(painter, frame, False)

    def hit(self, frame: MapFrame, px: float, py: float) -> Feature | None:
        return None if self._is_base else self._names.mark_at(frame, px, py, _NEAR_PX)

    def _tell(self) -> None:
        self.changed()

    def _portions(self, painter: QPainter, frame: MapFrame, is_small: bool) -> Iterator[None]:
        seen = frame.left, frame.top, frame.right, frame.bottom
        for batch in self._batches:
            if not is_apart(batch.bounds, seen) and frame.zoom >= batch.look.from_zoom:
                yield from self._paint_batch(painter, batch, frame)
        if not is_small:
            yield
            yield from self._names.portions(painter, frame)

    def _paint_batch(self, painter: QPainter, batch: Batch, frame: MapFrame) -> Iterator[None]:
        step = math.floor(frame.zoom)
        origin = self.vectors.bounds[0], self.vectors.bounds[1]
        factor = frame.scale / (TILE_PX * 2.0**step)
        pen, brush = _tools(batch.look, frame.zoom, factor)
        if pen is None and brush is None:
            return
        paths = batch.paths_at(step, origin)
        for first in range(0, len(paths), _AT_ONCE):
            painter.save()
            painter.translate(*frame.pixel(*origin))
            painter.scale(factor, factor)
            painter.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
            painter.setBrush(brush if brush is not None else Qt.BrushStyle.NoBrush)
            for path in paths[first : first + _AT_ONCE]:
                painter.drawPath(path)
            painter.restore()
            yield


def _tools(look: Look, zoom: float, factor: float) -> tuple[QPen | None, QBrush | None]:
    """Pen and brush for paths that are painted so many times as large as they are."""
    colour = QColor(*look.colour)
    if not look.widths:
        return None, QBrush(colour)
    width = width_at(look.widths, zoom)
    if width < _THINNEST:
        return None, None
    pen = QPen(colour, width / factor)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if look.is_round and not look.dashes else Qt.PenCapStyle.FlatCap)
    if look.dashes:
        pen.setDashPattern(list(look.dashes))
    return pen, None
