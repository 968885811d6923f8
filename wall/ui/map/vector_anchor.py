"""Where the name of an area stands: well inside of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wall.model.geo.vector import Feature

Floats = NDArray[np.float64]


def anchor_of(feature: Feature) -> tuple[float, float]:
    """Its centre of gravity in world coordinates; where that lies outside, the middle of the widest stretch inside at
    this height."""
    rings: list[Floats] = [np.frombuffer(part, dtype=np.float64).reshape(-1, 2) for part in feature.parts]
    ring = max(rings, key=_size)
    x, y = _centroid(ring)
    crossings = sorted(_crossings(ring, y))
    stretches = list(zip(crossings[0::2], crossings[1::2], strict=False))
    if not stretches or any(left <= x <= right for left, right in stretches):
        return x, y
    left, right = max(stretches, key=lambda each: each[1] - each[0])
    return (left + right) / 2, y


def _size(ring: Floats) -> float:
    return float(np.ptp(ring[:, 0]) * np.ptp(ring[:, 1]))


def _centroid(ring: Floats) -> tuple[float, float]:
    """About its first point: the world is large, and an area a millionth of it."""
    xs, ys = ring[:, 0] - ring[0, 0], ring[:, 1] - ring[0, 1]
    turns = xs[:-1] * ys[1:] - xs[1:] * ys[:-1]
    area = turns.sum()
    if not area:
        return float(ring[:, 0].mean()), float(ring[:, 1].mean())
    x = ((xs[:-1] + xs[1:]) * turns).sum() / (3 * area)
    y = ((ys[:-1] + ys[1:]) * turns).sum() / (3 * area)
    return float(x + ring[0, 0]), float(y + ring[0, 1])


def _crossings(ring: Floats, y: float) -> list[float]:
    """Where the rim passes this height."""
    above = ring[:, 1] > y
    at = np.flatnonzero(above[:-1] != above[1:])
    (x1, y1), (x2, y2) = ring[at].T, ring[at + 1].T
    return [float(x) for x in x1 + (y - y1) / (y2 - y1) * (x2 - x1)]
