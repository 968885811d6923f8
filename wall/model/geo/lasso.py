"""The cameras within a line that a hand has drawn around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wall.model.geo.mercator import WorldPoint
from wall.model.geo.route import Placed


def enclosed(outline: Sequence[WorldPoint], cameras: Iterable[Placed]) -> tuple[int, ...]:
    """The ids of the cameras inside, in the order in which they were given.

    The line is closed from its end to its beginning; where it crosses itself, what it goes around twice is outside (the
    even-odd rule). A line of less than three points has no inside.
    """
    if len(outline) < 3:
        return ()
    edges = list(pairwise((*outline, outline[0])))
    return tuple(camera.camera_id for camera in cameras if _is_inside(edges, camera.at))


def _is_inside(edges: Sequence[tuple[WorldPoint, WorldPoint]], at: WorldPoint) -> bool:
    """Does a ray to the east cross an odd number of edges?"""
    x, y = at
    crossings = sum(
        (start[1] > y) != (end[1] > y) and x < start[0] + (y - start[1]) / (end[1] - start[1]) * (end[0] - start[0])
        for start, end in edges
    )
    return crossings % 2 == 1
