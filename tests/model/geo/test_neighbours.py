from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.mercator import bearing_deg, distance_m
from wall.model.geo.neighbours import REACH_M, SAME_PLACE_M, Direction, Standpoint, neighbours, off, standpoints
from wall.model.inventory import CameraRecord, Inventory, Position, Site

CENTRE = Position(21.186, 106.076)
_DEGREE_M = 111_195.0


def place(east_m: float, north_m: float) -> Position:
    return Position(
        CENTRE.latitude + north_m / _DEGREE_M,
        CENTRE.longitude + east_m / _DEGREE_M / math.cos(math.radians(CENTRE.latitude)),
    )


def stand(camera_id: int, east_m: float, north_m: float, bearing: float | None = None, priority: int = 0) -> Standpoint:
    return Standpoint(camera_id, place(east_m, north_m), bearing, 60.0, priority, camera_id)


HERE = stand(1, 0, 0)


def found(*others: Standpoint) -> dict[Direction, int]:
    return {direction: each.camera_id for direction, each in neighbours(HERE, (HERE, *others)).items()}


def test_each_direction_has_its_neighbour() -> None:
    around = [
        stand(2 + turn, 200 * math.sin(turn * math.pi / 4), 200 * math.cos(turn * math.pi / 4)) for turn in range(8)
    ]
    assert found(*around) == dict(zip(Direction, range(2, 10), strict=True))


def test_the_nearest_one_is_taken_and_straight_ahead_before_aside() -> None:
    assert found(stand(2, 0, 500), stand(3, 0, 300)) == {Direction.NORTH: 3}
    assert found(stand(2, 0, 300), stand(3, 110, 275)) == {Direction.NORTH: 2}


def test_what_stands_at_the_same_place_is_in_no_direction() -> None:
    assert found(stand(2, 5, 5)) == {}
    assert found(stand(2, 0, SAME_PLACE_M + 5)) == {Direction.NORTH: 2}


def test_nobody_is_followed_over_the_whole_city() -> None:
    assert found(stand(2, REACH_M - 50, 0)) == {Direction.EAST: 2}
    assert found(stand(2, REACH_M + 50, 0)) == {}


def test_of_a_crossing_the_camera_is_taken_that_sees_who_is_coming() -> None:
    crossing = [stand(2, 0, 300, 0), stand(3, 4, 303, 90), stand(4, 2, 301, 180), stand(5, 1, 299, 270)]
    assert found(*crossing) == {Direction.NORTH: 4}


def test_else_the_most_important_one_then_the_lowest_number() -> None:
    assert found(stand(2, 0, 300), stand(3, 1, 302, priority=2), stand(4, 2, 301)) == {Direction.NORTH: 3}
    assert found(stand(4, 0, 300), stand(3, 1, 302)) == {Direction.NORTH: 3}


def test_a_camera_without_a_place_of_its_own_stands_at_its_site() -> None:
    site = Site("Ngã Sáu", position=place(10, 10), site_id=7)
    cameras = (
        CameraRecord("a", 1, site_id=7, camera_id=1),
        CameraRecord("b", 2, site_id=7, position=place(50, 0), bearing_deg=90, camera_id=2),
        CameraRecord("c", 3, camera_id=3),
    )
    known = standpoints(Inventory((site,), (), cameras))
    assert {camera: each.place for camera, each in known.items()} == {1: place(10, 10), 2: place(50, 0)}
    assert known[2].looks_towards(100) and not known[2].looks_towards(270) and not known[1].looks_towards(0)


_PLACES = st.lists(st.tuples(st.integers(-4000, 4000), st.integers(-4000, 4000)), max_size=40)


@given(_PLACES)
def test_a_neighbour_is_where_it_is_said_to_be(places: list[tuple[int, int]]) -> None:
    others = [stand(2 + index, *each) for index, each in enumerate(places)]
    by_id = {each.camera_id: each for each in others}
    for direction, each in neighbours(HERE, others).items():
        there = by_id[each.camera_id].place
        assert each.distance_m == distance_m(HERE.place, there)
        assert SAME_PLACE_M < each.distance_m <= REACH_M
        assert off(bearing_deg(HERE.place, there), direction.value) <= 22.5 + 1e-9


@given(_PLACES)
def test_whoever_is_in_reach_can_be_reached_or_is_behind_somebody(places: list[tuple[int, int]]) -> None:
    others = [stand(2 + index, *each) for index, each in enumerate(places)]
    by_id = {each.camera_id: each for each in others}
    around = neighbours(HERE, others)
    for other in others:
        distance = distance_m(HERE.place, other.place)
        if SAME_PLACE_M < distance <= REACH_M:
            nearer = around[Direction.of(bearing_deg(HERE.place, other.place))]
            assert nearer.camera_id in by_id
            assert nearer.distance_m <= 2 * distance + 3 * SAME_PLACE_M
