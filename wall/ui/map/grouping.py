"""Which cameras are so close to each other on the screen that one mark has to stand for them."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from wall.ui.map.frame import Floats
from wall.ui.map.places import Ints


def grouped(xs: Floats, ys: Floats, distance: float) -> Ints:
    """A group for each point, numbered from 0: what lies in one is at most about `distance` from its middle.

    A raster first, which is the same wherever the map is moved to; then what its lines have cut apart is joined again,
    the largest first. Each point is in one group, and points in one place are in the same.
    """
    if not len(xs):
        return np.zeros(0, dtype=np.int64)
    columns, rows = np.floor(xs / distance).astype(np.int64), np.floor(ys / distance).astype(np.int64)
    _cells, cell = np.unique(columns * (1 << 31) + rows, return_inverse=True)
    counts = np.bincount(cell)
    middles_x, middles_y = np.bincount(cell, xs) / counts, np.bincount(cell, ys) / counts
    joined = _joined(middles_x, middles_y, counts, distance)
    _numbers, groups = np.unique(joined[cell], return_inverse=True)
    return groups


def _joined(xs: Floats, ys: Floats, counts: Ints, distance: float) -> Ints:
    """For each cell the cell that stands for it: the larger one takes the smaller ones around it."""
    by_square: dict[tuple[int, int], list[int]] = defaultdict(list)
    squares = list(zip((xs // distance).astype(int).tolist(), (ys // distance).astype(int).tolist(), strict=True))
    for cell, square in enumerate(squares):
        by_square[square].append(cell)
    x, y, limit = xs.tolist(), ys.tolist(), distance * distance
    joined = np.full(len(x), -1, dtype=np.int64)
    for cell in np.argsort(-counts, kind="stable").tolist():
        if joined[cell] >= 0:
            continue
        joined[cell] = cell
        for other in _around(by_square, squares[cell]):
            if joined[other] < 0 and (x[other] - x[cell]) ** 2 + (y[other] - y[cell]) ** 2 < limit:
                joined[other] = cell
    return joined


def _around(by_square: dict[tuple[int, int], list[int]], square: tuple[int, int]) -> list[int]:
    column, row = square
    return [
        cell for right in (-1, 0, 1) for down in (-1, 0, 1) for cell in by_square.get((column + right, row + down), ())
    ]
