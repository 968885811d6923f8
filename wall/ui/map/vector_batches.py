"""Features that are painted alike, put together: one path for many of them, simplified for each step of the zoom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainterPath

from wall.model.geo.rules import rule_of
from wall.model.geo.style import Fill, Level, Stroke, Tone, Widths
from wall.model.geo.vector import Feature, Kind, OwnLook, VectorMap, WorldRect
from wall.ui.map.frame import TILE_PX

_BATCH_POINTS = 1200
"""As many are painted in a millisecond or two."""
_CELLS = 8
"""Features of one batch lie in one of so many columns and rows of the map: what is out of sight is passed over."""
_SMALLEST = 0.5
"""Pixels, at the beginning of a step: points nearer than this to each other are one."""
_STEPS_KEPT = 2
_USUAL_STROKE, _USUAL_FILL = 2.0, 0.6
"""Of simplestyle-spec, where a file names a colour only."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]


class Look(NamedTuple):
    """How a batch is painted: filled (no widths), or stroked."""

    colour: tuple[int, int, int, int]
    widths: Widths = ()
    dashes: tuple[float, ...] = ()
    from_zoom: float = 0.0
    is_round: bool = True


@dataclass(frozen=True, slots=True)
class Batch:
    """`joined[i]`: is point i joined to the next one? `starts` are the first points of its features."""

    look: Look
    xs: Floats
    ys: Floats
    joined: Ints
    starts: Ints
    bounds: WorldRect
    paths: dict[int, tuple[QPainterPath, ...]]
    """Of the steps that were painted last."""

    def paths_at(self, step: int, origin: tuple[float, float]) -> tuple[QPainterPath, ...]:
        """In pixels from `origin` at this whole zoom: one for all strokes, and one for each area that is filled."""
        if step not in self.paths:
            while len(self.paths) >= _STEPS_KEPT:
                del self.paths[next(iter(self.paths))]
            self.paths[step] = self._made(step, origin)
        return self.paths[step]

    def _made(self, step: int, origin: tuple[float, float]) -> tuple[QPainterPath, ...]:
        scale = TILE_PX * 2.0**step
        xs, ys = (self.xs - origin[0]) * scale, (self.ys - origin[1]) * scale
        kept = _kept(xs, ys, self.joined)
        xs, ys, joined = xs[kept], ys[kept], self.joined[kept]
        if self.look.widths:
            return (pg.arrayToQPath(xs, ys, joined, finiteCheck=False),)
        starts = np.searchsorted(kept, self.starts)
        stops = np.append(starts[1:], len(kept))
        # Each by itself: of two areas that overlap, what both have would be in none.
        return tuple(
            pg.arrayToQPath(xs[a:b], ys[a:b], joined[a:b], finiteCheck=False)
            for a, b in zip(starts, stops, strict=True)
        )


def batches_of(vectors: VectorMap, tones: Mapping[Tone, QColor]) -> list[Batch]:
    """All areas and lines of a map, the lowest first."""
    known = dict[_Manner, tuple[tuple[Level, Look], ...]]()
    alike = dict[tuple[int, int, Look], list[Feature]]()
    for feature in vectors.features:
        if feature.kind is Kind.POINT:
            continue
        manner = feature.category, feature.kind, feature.look
        if manner not in known:
            known[manner] = tuple(_looks(*manner, tones))
        for turn, (level, look) in enumerate(known[manner]):
            alike.setdefault((level.value, turn if level is Level.RAIL else 0, look), []).append(feature)
    in_order = sorted(alike, key=lambda key: key[:2])
    return [_batch(key[2], some) for key in in_order for some in _neighbours(alike[key], vectors.bounds)]


_Manner = tuple[str, Kind, OwnLook | None]


def _looks(
    category: str, kind: Kind, own: OwnLook | None, tones: Mapping[Tone, QColor]
) -> Iterator[tuple[Level, Look]]:
    rule = rule_of(category, kind)
    if own is not None and (own.stroke or own.fill or own.stroke_width is not None):
        yield from _own_looks(kind, own, tones)
        return
    if rule.fill is not None and kind is Kind.AREA:
        yield _filled(rule.fill, tones)
    for stroke in rule.strokes:
        yield _stroked(stroke, tones)


def _filled(fill: Fill, tones: Mapping[Tone, QColor]) -> tuple[Level, Look]:
    return fill.level, Look(_rgba(tones[fill.tone]))


def _stroked(stroke: Stroke, tones: Mapping[Tone, QColor]) -> tuple[Level, Look]:
    colour = _rgba(tones[stroke.tone])
    return stroke.level, Look(colour, stroke.widths, stroke.dashes, stroke.from_zoom, stroke.is_round)


def _own_looks(kind: Kind, own: OwnLook, tones: Mapping[Tone, QColor]) -> Iterator[tuple[Level, Look]]:
    if kind is Kind.AREA:
        opacity = _USUAL_FILL if own.fill_opacity is None else own.fill_opacity
        yield Level.OWN_AREA, Look(_rgba(QColor(own.fill) if own.fill else tones[Tone.OWN], opacity))
    width = _USUAL_STROKE if own.stroke_width is None else own.stroke_width
    if width > 0:
        colour = _rgba(QColor(own.stroke) if own.stroke else tones[Tone.OWN], own.stroke_opacity)
        yield Level.OWN_LINE, Look(colour, ((0.0, width),))


def _rgba(colour: QColor, opacity: float = 1.0) -> tuple[int, int, int, int]:
    return colour.red(), colour.green(), colour.blue(), round(colour.alpha() * opacity)


def _neighbours(features: Iterable[Feature], bounds: WorldRect) -> Iterator[list[Feature]]:
    """Features that lie near each other, not too many at once."""
    cells = dict[tuple[int, int], list[Feature]]()
    for feature in features:
        cells.setdefault(_cell(feature, bounds), []).append(feature)
    for cell in cells.values():
        some, points = list[Feature](), 0
        for feature in cell:
            some.append(feature)
            points += sum(map(len, feature.parts)) // 2
            if points >= _BATCH_POINTS:
                yield some
                some, points = [], 0
        if some:
            yield some


def _cell(feature: Feature, bounds: WorldRect) -> tuple[int, int]:
    left, top, right, bottom = bounds
    x, y = feature.parts[0][0], feature.parts[0][1]
    return int(_CELLS * (x - left) / ((right - left) or 1)), int(_CELLS * (y - top) / ((bottom - top) or 1))


def _batch(look: Look, features: list[Feature]) -> Batch:
    parts = [np.frombuffer(part, dtype=np.float64) for feature in features for part in feature.parts]
    numbers = np.concatenate(parts)
    joined = np.ones(len(numbers) // 2, dtype=np.int32)
    joined[np.cumsum([len(part) // 2 for part in parts]) - 1] = 0
    sizes = [sum(map(len, feature.parts)) // 2 for feature in features]
    starts = np.cumsum([0, *sizes[:-1]], dtype=np.int32)
    xs, ys = numbers[0::2].copy(), numbers[1::2].copy()
    bounds = float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max())
    return Batch(look, xs, ys, joined, starts, bounds, {})


def _kept(xs: Floats, ys: Floats, joined: Ints) -> NDArray[np.intp]:
    """The points that can be told from those before them; ends of parts always."""
    columns, rows = np.floor(xs / _SMALLEST), np.floor(ys / _SMALLEST)
    is_kept = np.ones(len(xs), dtype=bool)
    is_first = np.append(True, joined[:-1] == 0)
    is_last = joined == 0
    is_kept[1:] = (columns[1:] != columns[:-1]) | (rows[1:] != rows[:-1])
    return np.flatnonzero(is_kept | is_first | is_last)


def is_apart(one: WorldRect, other: WorldRect) -> bool:
    """Have the two nothing in common?"""
    return one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
