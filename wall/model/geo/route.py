"""The cameras along a way: those within a corridor around a drawn line, in order of travel.

Everything lies in the world of `mercator`, which keeps angles: within a city a circle on the ground is one on the map.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from wall.model.geo.mercator import WorldPoint, metres_per_world, to_position


class Placed(NamedTuple):
    """A camera on the map."""

    camera_id: int
    at: WorldPoint


def along(route: Sequence[WorldPoint], cameras: Iterable[Placed], width_m: float) -> tuple[int, ...]:
    """The ids of the cameras at most half of `width_m` beside the route, in the order in which one passes them.

    Where the route comes by a camera several times, the first time counts. Cameras that one passes at the same moment
    come in the order of their distance from it. A route of one point is a circle around it.
    """
    if not route:
        return ()
    reach = width_m / 2 / metres_per_world(to_position(*route[len(route) // 2]).latitude)
    legs = _legs(route)
    passed = []
    for camera in cameras:
        if (passing := _passing(legs, camera.at, reach)) is not None:
            passed.append((passing, camera.camera_id))
    return tuple(camera_id for _, camera_id in sorted(passed))


def length_m(route: Sequence[WorldPoint]) -> float:
    """How long it is on the ground, as the map measures it: true to a thousandth within a city."""
    if len(route) < 2:
        return 0.0
    scale = metres_per_world(to_position(*route[len(route) // 2]).latitude)
    return scale * sum(math.dist(one, other) for one, other in pairwise(route))


def simplified(route: Sequence[WorldPoint], tolerance: float) -> tuple[WorldPoint, ...]:
    """The same line with fewer corners, nowhere further than `tolerance` (world) from it: a hand draws hundreds of
    them. Its ends stay. (Ramer 1972, Douglas and Peucker 1973.)
    """
    if len(route) < 3:
        return tuple(route)
    kept, waiting = {0, len(route) - 1}, [(0, len(route) - 1)]
    while waiting:
        first, last = waiting.pop()
        leg = _leg(route[first], route[last])
        off = [(math.dist(at, _on(leg, _share(leg, at))), place) for place, at in enumerate(route[first:last])]
        furthest, place = max(off)
        if furthest > tolerance:
            kept.add(first + place)
            waiting += [(first, first + place), (first + place, last)]
    return tuple(route[place] for place in sorted(kept))


class _Leg(NamedTuple):
    start: WorldPoint
    end: WorldPoint
    before: float
    """How far one has come where it begins."""
    length: float


def _legs(route: Sequence[WorldPoint]) -> list[_Leg]:
    legs, before = [], 0.0
    for start, end in pairwise(route if len(route) > 1 else (route[0], route[0])):
        legs.append(_leg(start, end, before))
        before += legs[-1].length
    return legs


def _leg(start: WorldPoint, end: WorldPoint, before: float = 0.0) -> _Leg:
    return _Leg(start, end, before, math.dist(start, end))


def _passing(legs: Sequence[_Leg], at: WorldPoint, reach: float) -> tuple[float, float] | None:
    """How far one has come when one passes a place for the first time, and how near; None for never.

    From leg to leg one comes nearer and goes away again: the first time ends where the corridor is left.
    """
    best: tuple[float, float] | None = None
    x, y = at
    for leg in legs:
        (start_x, start_y), (end_x, end_y) = leg.start, leg.end
        is_near = (  # Almost all are not, and thousands are asked for.
            min(start_x, end_x) - reach <= x <= max(start_x, end_x) + reach
            and min(start_y, end_y) - reach <= y <= max(start_y, end_y) + reach
        )
        share = _share(leg, at) if is_near else 0.0
        beside = math.dist(at, _on(leg, share)) if is_near else math.inf
        if beside <= reach:
            if best is None or beside < best[1]:
                best = leg.before + share * leg.length, beside
        elif best is not None:
            break
    return best


def _share(leg: _Leg, at: WorldPoint) -> float:
    """At which part of a leg, 0 to 1, it is nearest to a place."""
    if leg.length == 0:
        return 0.0
    dx, dy = leg.end[0] - leg.start[0], leg.end[1] - leg.start[1]
    part = ((at[0] - leg.start[0]) * dx + (at[1] - leg.start[1]) * dy) / leg.length**2
    return max(0.0, min(1.0, part))


def _on(leg: _Leg, share: float) -> WorldPoint:
    (x, y), (end_x, end_y) = leg.start, leg.end
    return x + share * (end_x - x), y + share * (end_y - y)
