"""Was the camera covered, blurred or turned away? Its pictures are compared with what they have shown lately.

Compared are edges, in a dozen regions of a `thumbnail`: where brightness rises and falls, as shares of the light. What
lights the scene, the sun, a cloud, fog, an infrared lamp, changes how strong edges are, and hardly where. A region
counts while it is usually recognised: trees in the wind, dense traffic and a dark sensor's noise are not. What passes,
a lorry, never fills nearly all regions, and not for several looks.

The reference follows slowly what is recognised, so it knows the evening when it comes. It is not led astray by what it
does not recognise, but another scene that stays for long becomes the usual one. A picture that was covered from the
beginning is the usual one, too: nobody here knows what should be there. Of a camera that was watched before, and is
fixed, it is known (`recalled`).
"""

from __future__ import annotations

import math
from dataclasses import replace

from wall.model.picture import Picture
from wall.model.scene import Scene, UsualScene
from wall.video.decode.recalled import Recall, Recalled
from wall.video.decode.scene_reference import LEARNS_EVERY, Edges, Reference, edges_of
from wall.video.decode.scene_reference import LEARNT_LOOKS as LEARNT_LOOKS
from wall.video.decode.thumbnail import Thumbnail, thumbnail_of

EVERY_S = 5.0
_SOON_S = 1.0
"""While it learns, or doubts what it sees."""
_SURE_LOOKS = 8
"""So many in a row must say that it has changed: what passes by is gone by then."""
_BACK_LOOKS = 2
_SETTLED_S = 900.0
"""So long another scene must stay to become the usual one."""
_UNSEEN_S = 900.0
"""So long nobody looked, and what is known is not to be compared any more."""


class SceneWatch:
    """Says what has become of the scene, from a picture every few seconds."""

    def __init__(self) -> None:
        self.scene = Scene.USUAL
        self._due_s = 0.0
        self._turns = 0
        self._reference: Reference | None = None
        self._odd_looks = self._fine_looks = 0
        self._odd_since_s = 0.0
        self._looked_s = math.inf
        self._recalled: Recalled | None = None
        self._generation = 0
        self._has_news = False
        self.may_recall = True
        """Is it not known yet what it usually shows?"""

    def recall(self, usual: UsualScene) -> None:
        """So it was when it was watched last."""
        if self.may_recall:
            self.may_recall, self._recalled = False, Recalled(usual)
            self._generation = usual.generation

    def news(self) -> UsualScene | None:
        """What it usually shows, where something was learnt since this was asked last."""
        if not self._has_news or self._reference is None:
            return None
        self._has_news = False
        return replace(self._reference.usual(), generation=self._generation)

    def turned(self, turns: int) -> None:
        """So often the camera was turned on purpose so far: what it shows after that is its scene."""
        if turns != self._turns:
            self._turns = turns
            self._settle()

    def redrawn(self) -> None:
        """Another decoder draws, or at another size: fine detail is not to be compared."""
        if self._reference is not None:
            self._reference.detail = None

    def is_due(self, now_s: float) -> bool:
        """Is it time for another look?"""
        return now_s >= self._due_s

    def look(self, picture: Picture, now_s: float, *, is_sound: bool) -> None:
        """Compare this picture. `is_sound`: it is whole, and not black, of which others tell."""
        if now_s - self._looked_s > _UNSEEN_S:
            self._look_anew()
        self._due_s, self._looked_s = now_s + EVERY_S, now_s
        thumbnail = thumbnail_of(picture) if is_sound else None
        if thumbnail is None:
            if not is_sound:
                self._odd_looks, self.scene = 0, Scene.USUAL
            return
        edges = edges_of(thumbnail.cells)
        if self._recalled is not None:
            self._look_back(self._recalled, thumbnail, edges, now_s)
        elif self._reference is None:
            self._reference = Reference(thumbnail, edges)
        elif not self._reference.is_learnt:
            self._learn(self._reference, thumbnail, edges)
        else:
            self._judge(self._reference, thumbnail, edges, now_s)
        is_learnt = self._reference is not None and self._reference.is_learnt
        if not is_learnt or self._odd_looks or self.scene is not Scene.USUAL:
            self._due_s = now_s + _SOON_S

    def _look_back(self, recalled: Recalled, thumbnail: Thumbnail, edges: Edges, now_s: float) -> None:
        found = recalled.look(thumbnail, edges)
        if found is None:
            return
        self._recalled = None
        self._reference = recalled.now if found is Recall.UNKNOWN else recalled.before
        if found is Recall.OTHER:
            self.scene, self._odd_looks, self._odd_since_s = Scene.MOVED, _SURE_LOOKS, now_s

    def _learn(self, reference: Reference, thumbnail: Thumbnail, edges: Edges) -> None:
        reference.learn(thumbnail, edges)
        self._has_news = reference.is_learnt
        self.may_recall = self.may_recall and not reference.is_learnt

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
        if self.scene is Scene.USUAL and self._fine_looks % LEARNS_EVERY == 0:
            self._learn(reference, thumbnail, edges)

    def _note_odd(self, seen: Scene, now_s: float) -> None:
        if not self._odd_looks and self.scene is Scene.USUAL:
            self._odd_since_s = now_s
        self._odd_looks, self._fine_looks = self._odd_looks + 1, 0
        if self._odd_looks >= _SURE_LOOKS:
            self.scene = seen
        if self.scene is Scene.MOVED and now_s - self._odd_since_s > _SETTLED_S:
            self._settle()

    def _settle(self) -> None:
        """Another scene is the usual one from now on: nothing of what was known of it holds any more."""
        self._generation += 1
        self._forget()

    def _look_anew(self) -> None:
        """Nobody has looked for so long that the light may be another one."""
        self._forget()
        self.may_recall = True

    def _forget(self) -> None:
        self.scene, self._reference, self._recalled = Scene.USUAL, None, None
        self.may_recall = self._has_news = False
        self._odd_looks = self._fine_looks = 0
        self._due_s = 0.0
