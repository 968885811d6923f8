"""Which marks stand on the map at one step of the zoom: single cameras, and groups that one mark stands for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wall.ui.map.frame import TILE_PX, Floats
from wall.ui.map.grouping import grouped
from wall.ui.map.places import Ints, Places

STEP = 0.5
"""Of the zoom: marks are arranged anew so often. In between they move with the map."""

GROUP_PX = 44.0
"""Logical pixels: nearer marks would cover each other with their numbers."""

OPEN_FROM = 15.0
"""From this zoom on a small group is opened: its cameras stand in a ring around it, and tell where they look."""

_NEAR_PX = 20.0
"""The same for single marks."""
_MOST_OPEN = 12
ALL_OPEN_FROM = 18.0
"""What is still one place here is one mast."""
_RING_PX, _BESIDE_PX = 15.0, 21.0
"""The least radius of a ring, and how far from each other its marks are."""


@dataclass(frozen=True, eq=False)
class Arrangement:
    """The marks of one step. A mark stands for the cameras `order[starts[mark]:starts[mark + 1]]` of the places.

    It is painted at `xs`, `ys` (world) and `dx`, `dy` logical pixels beside it.
    """

    step: float
    xs: Floats
    ys: Floats
    dx: Floats
    dy: Floats
    order: Ints
    starts: Ints

    def __len__(self) -> int:
        return len(self.xs)

    @cached_property
    def counts(self) -> Ints:
        """How many cameras each mark stands for."""
        return np.diff(np.append(self.starts, len(self.order)))

    @cached_property
    def mark_of(self) -> Ints:
        """Which mark each of the places is in."""
        marks = np.empty(len(self.order), dtype=np.int64)
        marks[self.order] = np.repeat(np.arange(len(self)), self.counts)
        return marks

    def members(self, mark: int) -> Ints:
        """The places that a mark stands for."""
        return self.order[self.starts[mark] : self.starts[mark] + self.counts[mark]]

    def worst(self, states: Ints) -> Ints:
        """The gravest state of each mark, where `states` are those of the places."""
        return np.maximum.reduceat(states[self.order], self.starts) if len(self) else states[:0]


def step_of(zoom: float) -> float:
    """The step a zoom belongs to: the next lower one, so that within a step marks only move apart."""
    return math.floor(zoom / STEP + 1e-6) * STEP


def arranged(places: Places, step: float) -> Arrangement:
    """The marks of a step; each place is in one of them."""
    scale = TILE_PX * 2**step
    groups = grouped(places.xs * scale, places.ys * scale, GROUP_PX if step < OPEN_FROM else _NEAR_PX)
    order = np.argsort(groups, kind="stable")
    counts = np.bincount(groups, minlength=0)
    middles_x = np.bincount(groups, places.xs) / counts
    middles_y = np.bincount(groups, places.ys) / counts
    opened = _opened(counts, step)
    dx, dy = np.zeros(len(places)), np.zeros(len(places))
    starts = np.concatenate(([0], np.cumsum(counts)))
    for group in np.flatnonzero(opened & (counts > 1)).tolist():
        members = order[starts[group] : starts[group + 1]]
        for row, (right, down) in zip(members.tolist(), ring(places.bearings[members].tolist()), strict=True):
            dx[row], dy[row] = right, down
    # An opened group gives a mark for each of its cameras, any other one for all.
    is_first = np.zeros(len(places), dtype=bool)
    is_first[starts[:-1]] = True
    is_first |= opened[groups[order]]
    firsts = np.flatnonzero(is_first)
    of_group = groups[order][firsts]
    return Arrangement(
        step, middles_x[of_group], middles_y[of_group], dx[order][firsts], dy[order][firsts], order, firsts
    )


def ring(bearings: Sequence[float]) -> list[tuple[float, float]]:
    """Where the cameras of one place stand around it, in pixels: as far as can be, each on the side it looks to."""
    count = len(bearings)
    radius, slot = max(_RING_PX, count * _BESIDE_PX / math.tau), math.tau / count
    looks = [place * slot if math.isnan(each) else math.radians(each) for place, each in enumerate(bearings)]
    turn = sorted(range(count), key=lambda place: looks[place])
    off = [looks[place] - nth * slot for nth, place in enumerate(turn)]
    begin = math.atan2(sum(map(math.sin, off)), sum(map(math.cos, off)))
    around = [(0.0, 0.0)] * count
    for nth, place in enumerate(turn):
        angle = begin + nth * slot
        around[place] = radius * math.sin(angle), -radius * math.cos(angle)
    return around


def _opened(counts: Ints, step: float) -> NDArray[np.bool_]:
    if step < OPEN_FROM:
        return counts <= 1
    return counts <= (_MOST_OPEN if step < ALL_OPEN_FROM else counts.max(initial=1))
