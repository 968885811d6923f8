"""A line that is measured on the map, leg by leg; and the bar that says how long something is on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise

from wall.model.geo.mercator import distance_m
from wall.model.inventory import Position


def legs_m(points: Sequence[Position]) -> tuple[float, ...]:
    """The length of each leg: one fewer than there are points."""
    return tuple(distance_m(one, other) for one, other in pairwise(points))


def running_m(points: Sequence[Position]) -> tuple[float, ...]:
    """How far each point is along the line: 0 for the first."""
    return tuple(accumulate(legs_m(points), initial=0.0)) if points else ()


def bar_m(metres_per_pixel: float, most_pixels: float) -> float:
    """The longest length of 1, 2 or 5 times a power of ten that is no longer than so many pixels. In metres."""
    most = metres_per_pixel * most_pixels
    if not (math.isfinite(most) and most > 0):
        return 0.0
    step = 10.0 ** math.floor(math.log10(most))
    return next((times * step for times in (5, 2) if times * step <= most), step)
