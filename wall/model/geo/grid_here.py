"""Cameras of the map as a grid on a screen: which of them where there are too many, in which order, in which layout."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from wall.model.geo.mercator import WorldPoint
from wall.model.geo.route import Placed
from wall.model.grid import fit
from wall.model.layout import MOST_CELLS, Layout

_ACROSS = 5040
"""Pixels of a screen to compare layouts on: 2 to 10 cells fill it without a rest."""


def nearest_first(
    cameras: Iterable[Placed], centre: WorldPoint, priorities: Mapping[int, int], most: int = MOST_CELLS
) -> tuple[int, ...]:
    """The ids of `most` cameras: the most important first, then those that stand nearest to the centre."""

    def rank(camera: Placed) -> tuple[int, float, int]:
        return -priorities.get(camera.camera_id, 0), math.dist(camera.at, centre), camera.camera_id

    return tuple(camera.camera_id for camera in sorted(cameras, key=rank)[:most])


def smallest_layout(presets: Sequence[Layout], count: int, ratio: float = 16 / 9) -> Layout:
    """The preset with the fewest cells that holds so many cameras, on a screen of this width to height.

    Fewest cells alone is not enough: presets for upright and very wide panels would make thin strips of a usual one. So
    it is the fewest of those in which the smallest of the pictures is as large as it can be. Where no preset is large
    enough: a plain one that is.
    """
    wanted = max(1, min(count, MOST_CELLS))
    side = math.ceil(math.sqrt(wanted))
    large_enough = [layout for layout in presets if layout.size >= wanted] or [Layout.plain(side, side)]
    return min(large_enough, key=lambda layout: (-_picture_width(layout, wanted, ratio), layout.size))


def _picture_width(layout: Layout, count: int, ratio: float) -> int:
    """Of the smallest of the first so many pictures, in parts of a screen's width."""
    cells = layout.rects(_ACROSS, round(_ACROSS / ratio), gap=0)
    return min(fit(16, 9, cell).width for cell in cells[:count])
