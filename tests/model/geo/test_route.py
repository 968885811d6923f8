from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.lasso import enclosed
from wall.model.geo.mercator import WorldPoint, distance_m, metres_per_world, to_position, to_world
from wall.model.geo.route import Placed, along, length_m, simplified
from wall.model.inventory import Position

CENTRE = Position(21.186, 106.076)
METRE = 1 / metres_per_world(CENTRE.latitude)


def at(east_m: float, north_m: float) -> WorldPoint:
    """So many metres from the middle of the city."""
    x, y = to_world(CENTRE)
    return x + east_m * METRE, y - north_m * METRE


def cameras(*places: tuple[float, float]) -> list[Placed]:
    """Numbered from 1."""
    return [Placed(number, at(*place)) for number, place in enumerate(places, 1)]


def test_cameras_come_in_the_order_in_which_one_passes_them() -> None:
    route = [at(0, 0), at(1000, 0), at(1000, 1000)]
    listed = cameras((1010, 900), (500, 20), (980, 10), (20, -15))
    assert along(route, listed, 100) == (4, 2, 3, 1)
    assert along(route[::-1], listed, 100) == (1, 3, 2, 4)


def test_what_is_beside_the_corridor_or_before_its_ends_is_left_out() -> None:
    route = [at(0, 0), at(1000, 0)]
    assert along(route, cameras((500, 49), (500, 51), (-49, 0), (-51, 0), (1049, 0)), 100) == (3, 1, 5)


def test_a_camera_that_is_passed_twice_counts_where_it_is_passed_first() -> None:
    there_and_back = [at(0, 0), at(1000, 0), at(1000, 400), at(0, 400), at(0, 5)]
    assert along(there_and_back, cameras((500, 400), (10, 8), (900, 0)), 60) == (2, 3, 1)


def test_one_point_is_a_circle_and_none_is_nothing() -> None:
    assert along([at(0, 0)], cameras((30, 0), (10, 0), (60, 0)), 100) == (2, 1)
    assert along([], cameras((0, 0)), 100) == ()


@given(
    st.lists(st.tuples(st.integers(-3000, 3000), st.integers(-3000, 3000)), min_size=2, max_size=12, unique=True),
    st.lists(st.tuples(st.integers(-3000, 3000), st.integers(-3000, 3000)), max_size=30),
    st.integers(10, 800),
)
def test_exactly_those_within_the_corridor_are_found_each_once(
    corners: list[tuple[int, int]], places: list[tuple[int, int]], width: int
) -> None:
    route, listed = [at(*corner) for corner in corners], cameras(*places)
    found = along(route, listed, width)
    nearest = {each.camera_id: _nearest_m(corners, place) for each, place in zip(listed, places, strict=True)}
    sure = {camera for camera, metres in nearest.items() if metres < width / 2 * 0.99 - 1}
    possible = {camera for camera, metres in nearest.items() if metres < width / 2 * 1.01 + 1}
    assert len(found) == len(set(found))
    assert sure <= set(found) <= possible


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=20, unique=True), st.floats(0, math.tau))
def test_along_a_straight_way_the_order_is_that_of_the_way(metres: list[int], towards: float) -> None:
    def on(distance: float) -> tuple[float, float]:
        return distance * math.cos(towards), distance * math.sin(towards)

    found = along([at(*on(-10)), at(*on(2500)), at(*on(5010))], cameras(*(on(each) for each in metres)), 40)
    assert [metres[camera - 1] for camera in found] == sorted(metres)


def test_its_length_is_that_on_the_ground() -> None:
    route = [at(0, 0), at(600, 0), at(600, 800)]
    assert math.isclose(length_m(route), 1400, rel_tol=1e-3)
    ends = [to_position(*route[0]), to_position(*route[1])]
    assert math.isclose(length_m(route[:2]), distance_m(*ends), rel_tol=6e-3)
    assert length_m(route[:1]) == length_m([]) == 0


def test_a_drawn_line_has_few_corners_and_keeps_its_ends() -> None:
    drawn = [at(step, math.sin(step) / 2) for step in range(500)] + [at(500, step) for step in range(500)]
    kept = simplified(drawn, 2 * METRE)
    assert (kept[0], kept[-1]) == (drawn[0], drawn[-1])
    assert len(kept) == 3
    assert simplified([], 1) == () and simplified([at(1, 1)], 1) == (at(1, 1),)


@given(st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), min_size=2, max_size=30, unique=True))
def test_a_simpler_line_is_nowhere_far_from_the_drawn_one(corners: list[tuple[int, int]]) -> None:
    drawn = [at(*corner) for corner in corners]
    kept = simplified(drawn, 20 * METRE)
    x, y = at(0, 0)
    metres = [((point[0] - x) / METRE, (y - point[1]) / METRE) for point in kept]
    assert all(_nearest_m(metres, corner) <= 20.1 for corner in corners)


def test_a_lasso_takes_what_is_inside() -> None:
    square = [at(0, 0), at(100, 0), at(100, 100), at(0, 100)]
    listed = cameras((50, 50), (150, 50), (99, 1), (-1, 50))
    assert enclosed(square, listed) == (1, 3)
    assert enclosed(square[::-1], listed) == (1, 3)
    assert enclosed(square[:2], listed) == ()


def test_a_bay_of_the_lasso_is_outside() -> None:
    bay = [at(0, 0), at(100, 0), at(100, 100), at(50, 10), at(0, 100)]
    assert enclosed(bay, cameras((50, 60), (10, 40), (90, 40))) == (2, 3)


@given(st.floats(0, math.tau), st.floats(0, 2))
def test_of_a_round_lasso_the_distance_decides(towards: float, share: float) -> None:
    outline = [at(300 * math.cos(step / 60 * math.tau), 300 * math.sin(step / 60 * math.tau)) for step in range(60)]
    found = enclosed(outline, cameras((300 * share * math.cos(towards), 300 * share * math.sin(towards))))
    assert abs(share - 1) < 0.01 or found == ((1,) if share < 1 else ())


def _nearest_m(corners: Sequence[tuple[float, float]], place: tuple[float, float]) -> float:
    """In plain metres, without the map."""
    best = math.inf
    for (x, y), (end_x, end_y) in pairwise(corners):
        dx, dy = end_x - x, end_y - y
        share = max(0.0, min(1.0, ((place[0] - x) * dx + (place[1] - y) * dy) / (dx * dx + dy * dy)))
        best = min(best, math.hypot(place[0] - x - share * dx, place[1] - y - share * dy))
    return best
