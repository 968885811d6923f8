"""What stands on the map at one step of the zoom, ready to be painted on one kind of screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtGui import QPainter

from wall.ui.map import wedges
from wall.ui.map.arrangement import Arrangement
from wall.ui.map.atlas import NO_SPRITE
from wall.ui.map.frame import Floats, MapFrame
from wall.ui.map.label_book import LabelSet
from wall.ui.map.label_texts import HEIGHT_PX
from wall.ui.map.places import Ints
from wall.ui.map.sheets import Sheets, Sprites, label_sprites, packed_faces

_REACH_PX = 64.0
"""What stands so far outside reaches in with its wedge."""


@dataclass(frozen=True, slots=True)
class Clip:
    """The part of the viewport that has to be painted, in logical pixels."""

    left: float
    top: float
    right: float
    bottom: float


class Standing:
    """The marks of one step with their wedges and labels."""

    def __init__(self, arrangement: Arrangement, sheets: Sheets) -> None:
        self.arrangement = arrangement
        self._sheets = sheets
        self._radius = wedges.radius_at(arrangement.step)
        self._labels: tuple[LabelSet, Sprites] | None = None
        self._firsts = arrangement.order[arrangement.starts]
        self._sizes: Floats = np.zeros((len(arrangement), 2))

    def show_states(self, states: Ints, watched: Ints, muted: Ints, bearings: Floats, views: Floats) -> None:
        """How the cameras are now, and where they look: all in the order of the places."""
        marks, sheets = self.arrangement, self._sheets
        packed = packed_faces(marks, states, watched, muted)
        looks, which = np.unique(packed, return_inverse=True)
        self._faces = np.array([sheets.face(look) for look in looks.tolist()], dtype=np.int64)[which]
        self._sizes = sheets.faces.sizes(self._faces)
        # The gravest last, so that nothing covers it.
        self._rank = np.argsort(marks.worst(states) if len(marks) else packed, kind="stable")
        rows = self._firsts
        self._packed = np.full(len(marks), NO_SPRITE, dtype=np.int64)
        if self._radius:
            look = wedges.packed(bearings[rows], views[rows], states[rows], self._radius)
            self._packed = np.where(marks.counts == 1, look, NO_SPRITE)
        numbers = self._packed.tolist()
        boxes = [_corner(number) for number in numbers]
        self._corners = np.array(boxes, dtype=np.float64).reshape(-1, 2)
        self._wedges = Sprites(sheets.wedges, len(marks), lambda mark: sheets.wedge(numbers[mark]))

    def show_labels(self, labels: LabelSet | None) -> None:
        """The labels of the step, once they are placed."""
        if labels is not None and (self._labels is None or self._labels[0] is not labels):
            self._labels = labels, label_sprites(self._sheets, labels)

    def middles(self, frame: MapFrame) -> tuple[Floats, Floats]:
        """Where the middle of each mark is, in pixels."""
        xs, ys = frame.pixels(self.arrangement.xs, self.arrangement.ys)
        return xs + self.arrangement.dx, ys + self.arrangement.dy

    def paint(self, painter: QPainter, frame: MapFrame, clip: Clip, most: int) -> int:
        """Paint it; how many sprites could not be painted yet, for only `most` new ones of each kind are."""
        xs, ys = self.middles(frame)
        near = (xs > clip.left - _REACH_PX) & (xs < clip.right + _REACH_PX)
        near &= (ys > clip.top - _REACH_PX) & (ys < clip.bottom + _REACH_PX)
        rows = self._rank[near[self._rank]]
        left = self._paint_wedges(painter, xs, ys, rows, most)
        self._sheets.faces.draw(
            painter, self._faces[rows], xs[rows] - self._sizes[rows, 0] / 2, ys[rows] - self._sizes[rows, 1] / 2
        )
        return left + self._paint_labels(painter, frame, clip, most)

    def mark_at(self, frame: MapFrame, px: float, py: float, slack: float) -> int | None:
        """The mark at a pixel, the nearest one; None where there is none within `slack` pixels."""
        if not len(self.arrangement):
            return None
        xs, ys = self.middles(frame)
        off_x = np.maximum(np.abs(xs - px) - self._sizes[:, 0] / 2, 0)
        off_y = np.maximum(np.abs(ys - py) - self._sizes[:, 1] / 2, 0)
        near = np.flatnonzero((off_x <= slack) & (off_y <= slack))
        if not len(near):
            return None
        return int(near[np.argmin(np.hypot(xs[near] - px, ys[near] - py))])

    def boxes(self, frame: MapFrame) -> list[tuple[float, float, float, float]]:
        """Left, top, right, bottom in pixels of all marks and labels that are in the frame."""
        xs, ys = self.middles(frame)
        half = self._sizes / 2
        boxes = [np.column_stack((xs - half[:, 0], ys - half[:, 1], xs + half[:, 0], ys + half[:, 1]))]
        if self._labels is not None:
            labels = self._labels[0]
            left, top = frame.pixels(self.arrangement.xs[labels.marks], self.arrangement.ys[labels.marks])
            left, top = left + labels.dx, top + labels.dy
            boxes.append(np.column_stack((left, top, left + labels.widths, top + HEIGHT_PX)))
        every = np.concatenate(boxes)
        is_seen = (every[:, 2] > 0) & (every[:, 0] < frame.width) & (every[:, 3] > 0) & (every[:, 1] < frame.height)
        return [(left, top, right, bottom) for left, top, right, bottom in every[is_seen].tolist()]

    def size_of(self, mark: int) -> tuple[float, float]:
        """Width and height of a mark in logical pixels."""
        width, height = self._sizes[mark].tolist()
        return width, height

    # -- inside

    def _paint_wedges(self, painter: QPainter, xs: Floats, ys: Floats, rows: Ints, most: int) -> int:
        rows = rows[self._packed[rows] != NO_SPRITE]
        sprites, left = self._wedges.seen(rows, most)
        there = sprites != NO_SPRITE
        rows = rows[there]
        self._sheets.wedges.draw(
            painter, sprites[there], xs[rows] + self._corners[rows, 0], ys[rows] + self._corners[rows, 1]
        )
        return left

    def _paint_labels(self, painter: QPainter, frame: MapFrame, clip: Clip, most: int) -> int:
        if self._labels is None:
            return 0
        labels, made = self._labels
        xs, ys = frame.pixels(self.arrangement.xs[labels.marks], self.arrangement.ys[labels.marks])
        xs, ys = xs + labels.dx, ys + labels.dy
        near = (xs < clip.right) & (xs + labels.widths > clip.left) & (ys < clip.bottom) & (ys + HEIGHT_PX > clip.top)
        rows = np.flatnonzero(near)
        sprites, left = made.seen(rows, most)
        there = sprites != NO_SPRITE
        rows = rows[there]
        self._sheets.labels.draw(painter, sprites[there], xs[rows], ys[rows])
        return left


@lru_cache(maxsize=8192)
def _corner(packed: int) -> tuple[float, float]:
    """The top left corner of a wedge, from the middle of its mark."""
    if packed == NO_SPRITE:
        return 0.0, 0.0
    corner = wedges.unpacked(packed).box().topLeft()
    return corner.x(), corner.y()
