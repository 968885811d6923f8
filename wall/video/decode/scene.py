"""Was the camera covered, blurred or turned away? Its pictures are compared with what they have shown lately.

Compared are edges, in a dozen regions of a `thumbnail`: where brightness rises and falls, as shares of the light. What
lights the scene, the sun, a cloud, fog, an infrared lamp, changes how strong edges are, and hardly where. A region
counts while it is usually recognised: trees in the wind, dense traffic and a dark sensor's noise are not. What passes,
a lorry, never fills nearly all regions, and not for several looks.

The reference follows slowly what is recognised, so it knows the evening when it comes. It is not led astray by what it
does not recognise, but another scene that stays for long becomes the usual one. A picture that was covered from the
beginning is the usual one, too: nobody here knows what should be there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul, sub

from wall.model.picture import Picture
from wall.model.scene import Scene
from wall.video.decode.thumbnail import COLUMNS, ROWS, Thumbnail, thumbnail_of

EVERY_S = 5.0
_SOON_S = 1.0
"""While it learns, or doubts what it sees."""
_SURE_LOOKS = 8
"""So many in a row must say that it has changed: what passes by is gone by then."""
_BACK_LOOKS = 2
LEARNT_LOOKS = 8
_MEMORY_LOOKS = 60
_LEARNS_EVERY = 4
"""Looks: it need not be as quick as it can be."""
_SETTLED_S = 900.0
"""So long another scene must stay to become the usual one."""
_ACROSS, _DOWN = 4, 3
_WIDE, _HIGH = COLUMNS // _ACROSS, ROWS // _DOWN
_LIKE = 0.45
"""Regions of other scenes rarely are as like as this; those of the same in another light usually are."""
_USUALLY_LIKE, _TRUST_LOOKS = 0.6, 12
_LEAST_REGIONS = 5
_RECOGNISED_SHARE = 0.25
_FLAT = 60.0
"""An edge's mean square, in the units of a thumbnail: what is less is no structure, but a wall's grain."""
_GONE = 0.2
"""Of the former square: so little of what was to be seen is left."""
_BLURRED, _BLURRED_MORE = 0.35, 0.55
"""Of the former detail: what blurs takes more of it than of large things; fog takes as much of both."""

Edges = list[list[int]]
"""Of each region."""


class SceneWatch:
    """Says what has become of the scene, from a picture every few seconds."""

    def __init__(self) -> None:
        self.scene = Scene.USUAL
        self._due_s = 0.0
        self._turns = 0
        self._reference: Reference | None = None
        self._odd_looks = self._fine_looks = 0
        self._odd_since_s = 0.0

    def turned(self, turns: int) -> None:
        """So often the camera was turned on purpose so far: what it shows after that is its scene."""
        if turns != self._turns:
            self._turns = turns
            self._forget()

    def redrawn(self) -> None:
        """Another decoder draws, or at another size: fine detail is not to be compared."""
        if self._reference is not None:
            self._reference.detail = None

    def is_due(self, now_s: float) -> bool:
        """Is it time for another look?"""
        return now_s >= self._due_s

    def look(self, picture: Picture, now_s: float, *, is_sound: bool) -> None:
        """Compare this picture. `is_sound`: it is whole, and not black, of which others tell."""
        self._due_s = now_s + EVERY_S
        thumbnail = thumbnail_of(picture) if is_sound else None
        if thumbnail is None:
            if not is_sound:
                self._odd_looks, self.scene = 0, Scene.USUAL
            return
        edges = _edges(thumbnail.cells)
        if self._reference is None:
            self._reference = Reference(thumbnail, edges)
        elif not self._reference.is_learnt:
            self._reference.learn(thumbnail, edges)
        else:
            self._judge(self._reference, thumbnail, edges, now_s)
        is_learnt = self._reference is not None and self._reference.is_learnt
        if not is_learnt or self._odd_looks or self.scene is not Scene.USUAL:
            self._due_s = now_s + _SOON_S

    def _judge(self, reference: Reference, thumbnail: Thumbnail, edges: Edges, now_s: float) -> None:
        seen = reference.compare(thumbnail, edges)
        if seen is Scene.USUAL:
            self._note_usual(reference, thumbnail, edges)
        elif seen is Scene.MOVED and thumbnail.is_grey is not reference.is_grey:
            # By infrared light everything looks otherwise: as it is now, it is by night.
            self._forget()
        else:
            self._note_odd(seen, now_s)

    def _note_usual(self, reference: Reference, thumbnail: Thumbnail, edges: Edges) -> None:
        self._odd_looks, self._fine_looks = 0, self._fine_looks + 1
        if self._fine_looks >= _BACK_LOOKS:
            self.scene = Scene.USUAL
        if self.scene is Scene.USUAL and self._fine_looks % _LEARNS_EVERY == 0:
            reference.learn(thumbnail, edges)

    def _note_odd(self, seen: Scene, now_s: float) -> None:
        if not self._odd_looks and self.scene is Scene.USUAL:
            self._odd_since_s = now_s
        self._odd_looks, self._fine_looks = self._odd_looks + 1, 0
        if self._odd_looks >= _SURE_LOOKS:
            self.scene = seen
        if self.scene is Scene.MOVED and now_s - self._odd_since_s > _SETTLED_S:
            self._forget()

    def _forget(self) -> None:
        self.scene, self._reference = Scene.USUAL, None
        self._odd_looks = self._fine_looks = 0
        self._due_s = 0.0


class Reference:
    """What a camera usually shows."""

    def __init__(self, thumbnail: Thumbnail, edges: Edges) -> None:
        self.is_grey = thumbnail.is_grey
        self.detail: float | None = thumbnail.detail
        """None while it is not known for this size."""
        self._edges = [list(map(float, each)) for each in edges]
        self._squares = [_dot(each, each) for each in self._edges]
        self._likeness = [0.0] * len(edges)
        """How much each region usually is like this."""
        self._looks = 1

    @property
    def is_learnt(self) -> bool:
        return self._looks >= LEARNT_LOOKS

    def learn(self, thumbnail: Thumbnail, edges: Edges) -> None:
        """It also looks so."""
        if not self.is_learnt:
            self._trust([_likeness(*each) for each in self._pairs(edges)])
        self._looks += 1
        share = max(1 / self._looks, _LEARNS_EVERY / _MEMORY_LOOKS)
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


def _edges(cells: list[int]) -> Edges:
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


def _likeness(usual: list[float], usual_square: float, now: list[int]) -> float:
    """The normalised cross-correlation: 1 for what is the same but for its contrast, 0 for what has nothing to do with
    it.
    """
    square = _dot(now, now)
    return _dot(usual, now) / math.sqrt(usual_square * square) if square and usual_square else 0.0


def _dot(some: Sequence[float], others: Sequence[float]) -> float:
    product: float = sum(map(mul, some, others))
    return product
