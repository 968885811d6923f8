"""The sprites of the cameras on one kind of screen, and which of them stand where at one step of the zoom."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QPainter

from wall.ui.map.arrangement import Arrangement
from wall.ui.map.atlas import NO_SPRITE, Atlas
from wall.ui.map.label_book import LabelSet
from wall.ui.map.label_texts import HEIGHT_PX, paint_label
from wall.ui.map.marks import Face, paint_face, size_of
from wall.ui.map.places import Ints
from wall.ui.map.states import MapState
from wall.ui.map.wedges import unpacked
from wall.ui.theme import Theme


class Sheets:
    """Three atlases in the pixels of one kind of screen."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme = theme
        self.faces, self.wedges, self.labels = Atlas(ratio), Atlas(ratio), Atlas(ratio)

    def make_room(self) -> None:
        """Forget the sprites of other steps where there is no more room for those of a new one."""
        for atlas in (self.wedges, self.labels):
            if atlas.is_full:
                atlas.forget()

    def face(self, packed: int) -> int:
        """The sprite of a mark (see `packed_faces`)."""
        face = _unpacked(packed)
        width, height = size_of(face)
        return self.faces.index(packed, width, height, lambda painter: paint_face(painter, face, self._theme))

    def wedge(self, packed: int) -> int:
        """The sprite of a wedge (see `wedges.packed`)."""
        wedge = unpacked(packed)
        box = wedge.box()
        return self.wedges.index(packed, box.width(), box.height(), lambda painter: wedge.paint(painter, self._theme))

    def label(self, text: str, width: float) -> int:
        """The sprite of a label."""

        def paint(painter: QPainter) -> None:
            paint_label(painter, text, width, self._theme)

        return self.labels.index(text, width, HEIGHT_PX, paint)


class Sprites:
    """Some places on the map and the sprite of each, painted when it is seen for the first time."""

    def __init__(self, atlas: Atlas, count: int, make: Callable[[int], int]) -> None:
        """`make` gives the sprite of the place with this number."""
        self._atlas = atlas
        self._make = make
        self._generation = atlas.generation
        self._sprites = np.full(count, NO_SPRITE, dtype=np.int64)

    def seen(self, places: Ints, most: int) -> tuple[Ints, int]:
        """The sprites of these places, `NO_SPRITE` for those not painted yet, and how many of them are to come; at most
        `most` are painted now."""
        if self._generation != self._atlas.generation:
            self._generation = self._atlas.generation
            self._sprites[:] = NO_SPRITE
        missing = places[self._sprites[places] == NO_SPRITE]
        for place in missing[:most].tolist():
            self._sprites[place] = self._make(place)
        return self._sprites[places], 0 if self._atlas.is_full else max(0, len(missing) - most)


def packed_faces(arrangement: Arrangement, states: Ints, watched: Ints, muted: Ints) -> Ints:
    """A number for each mark; marks with the same look the same."""
    if not len(arrangement):
        return np.zeros(0, dtype=np.int64)
    is_watched = np.maximum.reduceat(watched[arrangement.order], arrangement.starts).astype(np.int64)
    has_mutes = np.minimum.reduceat(muted[arrangement.order], arrangement.starts).astype(np.int64)
    return arrangement.counts * 32 + arrangement.worst(states).astype(np.int64) * 4 + has_mutes * 2 + is_watched


def label_sprites(sheets: Sheets, labels: LabelSet) -> Sprites:
    """Those of a set."""
    widths = labels.widths.tolist()
    return Sprites(sheets.labels, len(labels.texts), lambda place: sheets.label(labels.texts[place], widths[place]))


def _unpacked(packed: int) -> Face:
    count, rest = divmod(packed, 32)
    return Face(MapState(rest // 4), count, bool(rest % 2), bool(rest // 2 % 2))
