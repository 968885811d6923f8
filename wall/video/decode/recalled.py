"""Does a camera still show what it showed when it was watched last? Hours may lie between.

It is only said to show something else where that is sure. By another light than then, colour or infrared, nothing is
said; nor where what it shows now is no scene of its own that is the same from look to look: darkness, rain, glare,
headlights; nor where what it shows has still something of the former scene. Whoever covers a camera that nobody watches
is not found out: a dark night looks the same.
"""

from __future__ import annotations

from enum import Enum

from wall.model.scene import Scene, UsualScene
from wall.video.decode.scene_reference import LEARNS_EVERY, Edges, Reference
from wall.video.decode.thumbnail import Thumbnail

SAME_LOOKS = 4
SURE_LOOKS = 40
"""In a row, five times as many as while it is watched: there is no haste."""
_MOST_LOOKS = 120
_BY_CHANCE = 0.08
"""Scenes that have nothing to do with each other are hardly ever more like than this: 3 in 100 of 1,900 pairs of
simulated streets, turned, by other light, or of other places. The worst of one street, by night, overexposed and full
of noise, is 0.12.
"""


class Recall(Enum):
    """What has become of the scene while nobody watched."""

    SAME = "it is recognised"
    OTHER = "it is another scene"
    UNKNOWN = "nothing can be said"


class Recalled:
    """Looks again and again, until it is known."""

    def __init__(self, usual: UsualScene) -> None:
        self.before = Reference.of(usual)
        self.now: Reference | None = None
        """What it shows now, learnt meanwhile."""
        self._looks = self._same_looks = self._other_looks = 0
        self._is_steady = True

    def look(self, thumbnail: Thumbnail, edges: Edges) -> Recall | None:
        """None: not known yet."""
        self._looks += 1
        seen = self.before.compare(thumbnail, edges)
        self._learn(thumbnail, edges, is_anew=seen is Scene.MOVED and not self._other_looks)
        if thumbnail.is_grey is not self.before.is_grey or not self.before.is_judged or self._looks > _MOST_LOOKS:
            return Recall.UNKNOWN
        self._same_looks = self._same_looks + 1 if seen is Scene.USUAL else 0
        self._other_looks = self._other_looks + 1 if seen is Scene.MOVED else 0
        if self._same_looks >= SAME_LOOKS:
            return Recall.SAME
        if self._other_looks >= SURE_LOOKS:
            return Recall.OTHER if self._is_sure else Recall.UNKNOWN
        return None

    @property
    def _is_sure(self) -> bool:
        is_a_scene = self._is_steady and self.now is not None and self.now.is_judged
        return is_a_scene and self.now is not None and self.before.likeness_to(self.now) <= _BY_CHANCE

    def _learn(self, thumbnail: Thumbnail, edges: Edges, *, is_anew: bool) -> None:
        """`is_anew`: it was turned just now, maybe, and what it showed before is not of this scene."""
        if self.now is None or is_anew:
            self.now, self._is_steady = Reference(thumbnail, edges), True
            return
        if self.now.is_learnt and self.now.compare(thumbnail, edges) is not Scene.USUAL:
            self._is_steady = False
        if not self.now.is_learnt or self._looks % LEARNS_EVERY == 0:
            self.now.learn(thumbnail, edges)
