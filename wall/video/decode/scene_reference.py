"""What a camera usually shows, and whether a picture is of that: edges in a dozen regions of a `thumbnail`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul, sub

from wall.model.scene import Scene, UsualScene
from wall.video.decode.thumbnail import COLUMNS, ROWS, Thumbnail

LEARNT_LOOKS = 8
LEARNS_EVERY = 4
"""Looks: it need not be as quick as it can be."""
_MEMORY_LOOKS = 60
_ACROSS, _DOWN = 4, 3
_WIDE, _HIGH = COLUMNS // _ACROSS, ROWS // _DOWN
_LIKE = 0.45
"""Regions of other scenes rarely are as like as this; those of the same in another light usually are."""
_USUALLY_LIKE, _TRUST_LOOKS = 0.6, 12
_LEAST_REGIONS = 5
_RECOGNISED_SHARE = 0.25
_WRITTEN_OVER = 2
"""Regions."""
_FLAT = 60.0
"""An edge's mean square, in the units of a thumbnail: what is less is no structure, but a wall's grain."""
_GONE = 0.2
"""Of the former square: so little of what was to be seen is left."""
_BLURRED, _BLURRED_MORE = 0.35, 0.55
"""Of the former detail: what blurs takes more of it than of large things; fog takes as much of both."""
_POINTS = 4
"""Of a cell. Kept is what one of them is on the average: a byte."""
_SURE = 255
"""Likeness, as it is kept: 1."""

Edges = list[list[int]]
"""Of each region."""


class Reference:
    """What a camera usually shows."""

    def __init__(self, thumbnail: Thumbnail, edges: Edges) -> None:
        self.is_grey = thumbnail.is_grey
        self.detail: float | None = thumbnail.detail
        """None while it is not known for this size."""
        self._cells = list(map(float, thumbnail.cells))
        self._edges = [list(map(float, each)) for each in edges]
        self._squares = [_dot(each, each) for each in self._edges]
        self._likeness = [0.0] * len(edges)
        """How much each region usually is like this."""
        self._looks = 1

    @classmethod
    def of(cls, usual: UsualScene) -> Reference:
        """As it was kept."""
        cells = [each * _POINTS for each in usual.cells]
        made = cls(Thumbnail(cells, 0, usual.is_grey), edges_of(cells))
        made.detail = None
        made._likeness = [each / _SURE for each in usual.likeness]
        made._looks = _MEMORY_LOOKS
        return made

    def usual(self) -> UsualScene:
        """To be kept."""
        cells = bytes(min(255, max(0, round(each / _POINTS))) for each in self._cells)
        return UsualScene(cells, bytes(round(max(0.0, each) * _SURE) for each in self._likeness), self.is_grey)

    @property
    def is_judged(self) -> bool:
        """Is there enough in it that is usually recognised?"""
        return sum(map(self._counts, range(len(self._edges)))) >= _LEAST_REGIONS

    @property
    def is_learnt(self) -> bool:
        return self._looks >= LEARNT_LOOKS

    def learn(self, thumbnail: Thumbnail, edges: Edges) -> None:
        """It also looks so."""
        if not self.is_learnt:
            self._trust([_likeness(*each) for each in self._pairs(edges)])
        self._looks += 1
        share = max(1 / self._looks, LEARNS_EVERY / _MEMORY_LOOKS)
        self._cells = [old + share * (new - old) for old, new in zip(self._cells, thumbnail.cells, strict=True)]
        self._edges = [
            [old + share * (new - old) for old, new in zip(before, now, strict=True)]
            for before, now in zip(self._edges, edges, strict=True)
        ]
        self._squares = [_dot(each, each) for each in self._edges]
        self.is_grey = thumbnail.is_grey
        if self.detail is not None:
            self.detail += share * (thumbnail.detail - self.detail)

    def compare(self, thumbnail: Thumbnail, edges: Edges) -> Scene:
        """Is this the same scene?"""
        likeness = [_likeness(*each) for each in self._pairs(edges)]
        judged = [number for number in range(len(edges)) if self._counts(number)]
        recognised = sum(likeness[number] >= _LIKE for number in judged)
        if len(judged) >= _LEAST_REGIONS and recognised < _RECOGNISED_SHARE * len(judged):
            gone = sum(_dot(edges[number], edges[number]) < _GONE * self._squares[number] for number in judged)
            return Scene.BLINDED if gone * 2 >= len(judged) else Scene.MOVED
        if len(judged) >= _LEAST_REGIONS and self._is_blurred(thumbnail, edges):
            return Scene.BLINDED
        self._trust(likeness)
        if self.detail is None:
            self.detail = thumbnail.detail
        return Scene.USUAL

    def likeness_to(self, other: Reference) -> float:
        """How like another scene is, where most is to be seen. Two regions do not count, those that are most like: the
        name and the clock that cameras write into their pictures stay whatever is behind them.
        """
        of_each = zip(self._edges, self._squares, other._edges, strict=True)
        likeness = sorted(_likeness(*each) for number, each in enumerate(of_each) if self._counts(number))
        rest = likeness[:-_WRITTEN_OVER] or likeness
        return sum(rest) / len(rest) if rest else 1.0

    def _counts(self, number: int) -> bool:
        """Is there something to see in this region, and is it usually recognised?"""
        has_structure = self._squares[number] >= _FLAT * len(self._edges[number])
        return has_structure and self._likeness[number] >= _USUALLY_LIKE

    def _is_blurred(self, thumbnail: Thumbnail, edges: Edges) -> bool:
        if not self.detail:
            return False
        left = thumbnail.detail / self.detail
        large = math.sqrt(sum(_dot(each, each) for each in edges) / (sum(self._squares) or 1.0))
        return left < _BLURRED and left < _BLURRED_MORE * large

    def _trust(self, likeness: Sequence[float]) -> None:
        share = max(1 / self._looks, 1 / _TRUST_LOOKS)
        self._likeness = [old + share * (new - old) for old, new in zip(self._likeness, likeness, strict=True)]

    def _pairs(self, edges: Edges) -> Sequence[tuple[list[float], float, list[int]]]:
        return list(zip(self._edges, self._squares, edges, strict=True))


def edges_of(cells: list[int]) -> Edges:
    """How much brighter the next cell is, to the right and below, for each region. The last of a row is compared with
    the first of the next one, which is as good as any.
    """
    across = list(map(sub, cells[1:] + cells[:1], cells))
    down = list(map(sub, cells[COLUMNS:] + cells[:COLUMNS], cells))
    regions: Edges = []
    for top in range(0, ROWS, _HIGH):
        for left in range(0, COLUMNS, _WIDE):
            region: list[int] = []
            for start in range(top * COLUMNS + left, (top + _HIGH) * COLUMNS, COLUMNS):
                region += across[start : start + _WIDE]
                region += down[start : start + _WIDE]
            regions.append(region)
    return regions


def _likeness(usual: Sequence[float], usual_square: float, now: Sequence[float]) -> float:
    """The normalised cross-correlation: 1 for what is the same but for its contrast, 0 for what has nothing to do with
    it.
    """
    square = _dot(now, now)
    return _dot(usual, now) / math.sqrt(usual_square * square) if square and usual_square else 0.0


def _dot(some: Sequence[float], others: Sequence[float]) -> float:
    product: float = sum(map(mul, some, others))
    return product
