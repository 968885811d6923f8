"""The heat of what was watched: warm where cameras were seen, amber where they stand and nobody looked."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from wall.ui.map.frame import Floats, MapFrame

Cells = NDArray[np.int64]

CELL_PX = 6
"""One cell of the reckoning; the painter makes it smooth."""

_LEAST_RADIUS_PX, _MOST_RADIUS_PX = 28.0, 160.0
_REACH_M = 120.0
"""So far around itself a camera lets know what goes on."""

_MOST_ALPHA = 105
_STRENGTH = 3.0
"""One camera alone has 95 % of the colour in its middle, and many no more than all of it."""


def heat_picture(frame: MapFrame, xs: Floats, ys: Floats, shares: Floats, warm: QColor, cold: QColor) -> QImage:
    """A picture of the frame, `CELL_PX` logical pixels a cell. Places in world coordinates, shares from 0 to 1.

    640 cameras over 3000x2000 pixels take 4 ms.
    """
    wide, high = max(1, math.ceil(frame.width / CELL_PX)), max(1, math.ceil(frame.height / CELL_PX))
    radius = max(_LEAST_RADIUS_PX, min(_MOST_RADIUS_PX, _REACH_M / frame.metres_per_pixel())) / CELL_PX
    edge = math.ceil(2 * radius)
    px, py = frame.pixels(xs, ys)
    column, row = (np.floor(each / CELL_PX).astype(np.int64) + edge for each in (px, py))
    is_near = (column >= 0) & (row >= 0) & (column < wide + 2 * edge) & (row < high + 2 * edge)
    # A camera that was seen for a tenth of the shift has been looked after, if not always.
    attended = np.sqrt(np.clip(shares, 0, 1))
    standing = _spread(column[is_near], row[is_near], np.ones(int(is_near.sum())), wide, high, radius, edge)
    looked_at = _spread(column[is_near], row[is_near], attended[is_near], wide, high, radius, edge)
    return _coloured(standing, looked_at, warm, cold)


def _spread(column: Cells, row: Cells, weight: Floats, wide: int, high: int, radius: float, edge: int) -> Floats:
    """Each weight spread around its cell as a bell; 1 in the middle of a camera alone."""
    grid: Floats = np.zeros((high + 2 * edge, wide + 2 * edge))
    np.add.at(grid, (row, column), weight)
    offsets = np.arange(-edge, edge + 1)
    bell = np.exp(-0.5 * (offsets / (radius / 2)) ** 2)
    for axis in (0, 1):
        grid = _blurred(grid, bell, axis)
    return grid[edge : edge + high, edge : edge + wide]


def _blurred(grid: Floats, bell: Floats, axis: int) -> Floats:
    """By the transform: the bell may be wide."""
    length = grid.shape[axis] + len(bell) - 1
    shape = (-1, 1) if axis == 0 else (1, -1)
    product = np.fft.rfft(grid, length, axis) * np.fft.rfft(bell, length).reshape(shape)
    spread = np.fft.irfft(product, length, axis)
    half = len(bell) // 2
    return np.take(spread, np.arange(half, half + grid.shape[axis]), axis)


def _coloured(standing: Floats, looked_at: Floats, warm: QColor, cold: QColor) -> QImage:
    high, wide = standing.shape
    share = np.clip(looked_at / np.maximum(standing, 1e-9), 0, 1)[..., np.newaxis]
    ends = np.array([[each.blue(), each.green(), each.red()] for each in (cold, warm)], dtype=float)
    colour = ends[0] + (ends[1] - ends[0]) * share
    alpha = (1 - np.exp(-_STRENGTH * np.clip(standing, 0, None)))[..., np.newaxis] * _MOST_ALPHA
    pixels = np.concatenate([colour * alpha / 255, alpha], axis=2).round().astype(np.uint8)
    made = QImage(pixels.tobytes(), wide, high, 4 * wide, QImage.Format.Format_ARGB32_Premultiplied)
    return made.copy()  # The bytes go, and the picture stays.
