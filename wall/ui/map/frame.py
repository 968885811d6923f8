"""Which part of the world is on the screen, and how large."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wall.model.geo.mercator import WorldPoint, metres_per_world, to_position

TILE_PX = 256
"""Logical pixels: at zoom 0 the world is one tile of this size."""

LEAST_ZOOM, MOST_ZOOM = 2.0, 22.0
"""A whole continent, and the pavement before a door."""

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class MapFrame:
    """North is up. `left` and `top` are world coordinates (see `wall.model.geo.mercator`), pixels are logical ones of
    the viewport with 0, 0 at its top left; `ratio` is how many device pixels make a logical one."""

    left: float
    top: float
    scale: float
    """Logical pixels a unit of the world."""
    width: int
    height: int
    ratio: float = 1.0

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the world is on the screen."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def pixels(self, xs: Floats, ys: Floats) -> tuple[Floats, Floats]:
        """The same for many at once."""
        return (xs - self.left) * self.scale, (ys - self.top) * self.scale

    def world(self, px: float, py: float) -> WorldPoint:
        """Which point of the world is there."""
        return self.left + px / self.scale, self.top + py / self.scale

    @property
    def zoom(self) -> float:
        """That of slippy maps: one more is twice as large."""
        return math.log2(self.scale / TILE_PX)

    @property
    def right(self) -> float:
        return self.left + self.width / self.scale

    @property
    def bottom(self) -> float:
        return self.top + self.height / self.scale

    @property
    def centre(self) -> WorldPoint:
        return self.world(self.width / 2, self.height / 2)

    def metres_per_pixel(self) -> float:
        """On the ground, in the middle of the frame, a logical pixel."""
        return metres_per_world(to_position(*self.centre).latitude) / self.scale

    def moved(self, dx: float, dy: float) -> MapFrame:
        """The map taken along by so many pixels, as by a hand that drags it."""
        return replace(self, left=self.left - dx / self.scale, top=self.top - dy / self.scale)

    def zoomed(self, factor: float, px: float, py: float) -> MapFrame:
        """So many times as large; what is at this pixel stays there. It stops at the least and the most zoom."""
        x, y = self.world(px, py)
        scale = max(TILE_PX * 2**LEAST_ZOOM, min(TILE_PX * 2**MOST_ZOOM, self.scale * factor))
        return replace(self, left=x - px / scale, top=y - py / scale, scale=scale)

    def resized(self, width: int, height: int, ratio: float) -> MapFrame:
        """The same middle in the same scale."""
        x, y = self.centre
        left, top = x - width / 2 / self.scale, y - height / 2 / self.scale
        return MapFrame(left, top, self.scale, width, height, ratio)

    def centred(self, x: float, y: float, zoom: float | None = None) -> MapFrame:
        """This point in the middle."""
        chosen = self.zoom if zoom is None else max(LEAST_ZOOM, min(MOST_ZOOM, zoom))
        scale = TILE_PX * 2**chosen
        return replace(self, left=x - self.width / 2 / scale, top=y - self.height / 2 / scale, scale=scale)

    def kept_inside(self) -> MapFrame:
        """Taken back so far that the middle is in the world."""
        x, y = self.centre
        inside_x, inside_y = max(0.0, min(1.0, x)), max(0.0, min(1.0, y))
        return replace(self, left=self.left + inside_x - x, top=self.top + inside_y - y)
