"""A line that letters stand on, one after the other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wall.ui.map.vector_room import Box

Floats = NDArray[np.floating[Any]]

_STEEPEST_TURN = math.radians(16)
"""Between two letters: on a sharper bend a word falls apart."""
_STEEPEST_BEND = math.radians(70)


class Step(NamedTuple):
    """Where one letter stands on a line: its middle, its direction (radians), and how wide it is."""

    x: float
    y: float
    angle: float
    advance: float


class Track(NamedTuple):
    """A line in pixels, with how far each of its points is from the first."""

    xs: Floats
    ys: Floats
    along: Floats

    @classmethod
    def of(cls, xs: Floats, ys: Floats) -> Track:
        """The line through these points."""
        return cls(xs, ys, np.append(0.0, np.cumsum(np.hypot(np.diff(xs), np.diff(ys)))))

    @property
    def length(self) -> float:
        return float(self.along[-1])

    def at(self, distance: float) -> tuple[float, float]:
        """The point so far along."""
        return float(np.interp(distance, self.along, self.xs)), float(np.interp(distance, self.along, self.ys))

    def steps(self, reach: Floats, middle: float) -> list[Step] | None:
        """The letters of a text (`Writer.reach`) about that distance; None where the line is too short or crooked."""
        start = middle - reach[-1] / 2
        if start < 0 or start + reach[-1] > self.length:
            return None
        edges_x, edges_y = (np.interp(start + reach, self.along, values) for values in (self.xs, self.ys))
        if edges_x[-1] < edges_x[0]:  # Else it would stand on its head.
            edges_x, edges_y = (
                np.interp(start + reach[-1] - reach, self.along, values) for values in (self.xs, self.ys)
            )
        angles = _smoothed(np.unwrap(np.arctan2(np.diff(edges_y), np.diff(edges_x))))
        if len(angles) > 1 and (np.abs(np.diff(angles)).max() > _STEEPEST_TURN or np.ptp(angles) > _STEEPEST_BEND):
            return None
        middles_x, middles_y = (edges_x[:-1] + edges_x[1:]) / 2, (edges_y[:-1] + edges_y[1:]) / 2
        return [Step(*each) for each in zip(middles_x, middles_y, angles, np.diff(reach), strict=True)]


def boxes_along(steps: list[Step], height: float) -> Iterator[Box]:
    """What letters along a line take."""
    half = height * 0.45
    for step in steps[::2]:
        wide = max(half, step.advance)
        yield step.x - wide, step.y - half, step.x + wide, step.y + half


def _smoothed(angles: Floats) -> Floats:
    """Each with its neighbours: a letter should not jerk on every corner."""
    if len(angles) < 3:
        return angles
    padded = np.concatenate((angles[:1], angles, angles[-1:]))
    smooth: Floats = (padded[:-2] + padded[1:-1] + padded[2:]) / 3
    return smooth
