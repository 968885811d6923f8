"""Names, signs and marks of a vector map: the more important first, and what finds no room gives way."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from PySide6.QtGui import QColor, QPainter

from wall.model.geo.rules import rule_of
from wall.model.geo.style import Mark, Tone
from wall.model.geo.vector import Feature, Kind, VectorMap
from wall.ui.map.frame import MapFrame
from wall.ui.map.vector_placing import Named, Page, Placing
from wall.ui.map.vector_room import Box, Room
from wall.ui.theme import Theme

_SIGNS = 19
"""When the short signs of roads have their turn: before all names of roads."""
_ALWAYS = 99.0
"""No map is ever shown so large."""
_AT_ONCE, _DOTS_AT_ONCE, _BOXES_AT_ONCE = 4, 40, 100
"""Names that are written, dots that are drawn, places that are kept free without looking at the clock."""
_MOST = 1500
"""More than that are never tried on one sheet."""


class Names:
    """`language` is that of who reads: "vi" or "en"."""

    def __init__(self, vectors: VectorMap, theme: Theme, tones: Mapping[Tone, QColor], language: str) -> None:
        self._placing = Placing(theme, tones)
        self.occupied: Callable[[MapFrame], Iterable[Box]] = lambda _frame: ()
        """What stands above the map in a frame, in its pixels: no name may be there."""
        named = sorted(_named(vectors.features, language), key=lambda each: each.turn)
        self._named = named
        self._bounds = np.array([each.feature.bounds for each in named]).reshape(-1, 4)
        self._zooms = np.array([(each.from_zoom, each.to_zoom) for each in named]).reshape(-1, 2)

    def mark_at(self, frame: MapFrame, px: float, py: float, within_px: float) -> Feature | None:
        """The place whose mark is nearest to this pixel."""
        x, y = frame.world(px, py)
        reach = within_px / frame.scale
        left, top, right, bottom = self._bounds.T
        is_near = (left - reach <= x) & (x <= right + reach) & (top - reach <= y) & (y <= bottom + reach)
        places = [self._named[index].feature for index in np.flatnonzero(is_near)]
        far = {each: _distance(each, x, y) for each in places if each.kind is Kind.POINT}
        nearest = min(far, key=far.__getitem__, default=None)
        return nearest if nearest is not None and far[nearest] <= reach else None

    def portions(self, painter: QPainter, frame: MapFrame) -> Iterator[None]:
        """Write what there is room for, a few at a time."""
        room = Room()
        for count, box in enumerate(self.occupied(frame)):
            room.occupy(box)
            if count % _BOXES_AT_ONCE == _BOXES_AT_ONCE - 1:
                yield
        page, seen = Page(painter, frame, room), list(self._seen(frame))
        for count, named in enumerate(seen):
            self._placing.draw_dots(page, named)
            if count % _DOTS_AT_ONCE == _DOTS_AT_ONCE - 1:
                yield
        for count, named in enumerate(seen):
            self._placing.write(page, named)
            if count % _AT_ONCE == _AT_ONCE - 1:
                yield

    def _seen(self, frame: MapFrame) -> Iterator[Named]:
        around = 150 / frame.scale
        left, top, right, bottom = self._bounds.T
        is_here = (right >= frame.left - around) & (left <= frame.right + around)
        is_here &= (bottom >= frame.top - around) & (top <= frame.bottom + around)
        is_here &= (self._zooms[:, 0] <= frame.zoom) & (frame.zoom < self._zooms[:, 1])
        for count, index in enumerate(np.flatnonzero(is_here)):
            named = self._named[index]
            if count < _MOST:
                yield named
            elif named.feature.kind is Kind.POINT:
                yield named._replace(text="")


def _distance(feature: Feature, x: float, y: float) -> float:
    return min(math.hypot(part[0] - x, part[1] - y) for part in feature.parts)


def _named(features: Sequence[Feature], language: str) -> Iterator[Named]:
    for feature in features:
        rule = rule_of(feature.category, feature.kind)
        letters = rule.letters
        text = feature.title(language)
        if feature.ref and rule.sign_from is not None:
            yield Named(_SIGNS, feature, rule, feature.ref, rule.sign_from, _ALWAYS, is_sign=True)
        if letters is None or not (text or feature.kind is Kind.POINT):
            continue
        is_own = rule.mark is Mark.DOT
        later = 0.0 if is_own else letters.step * (feature.rank - 1)
        turn = letters.priority + (0 if letters.along else 2.0 * (feature.rank - 1))
        from_zoom = 0.0 if is_own else letters.from_zoom + later
        text = text.upper() if letters.is_upper else text
        yield Named(turn + 0.5, feature, rule, text, from_zoom, letters.to_zoom)
