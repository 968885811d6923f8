"""Degrees and the world, against known values and against what must hold everywhere."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.mercator import (
    EARTH_RADIUS_M,
    EQUATOR_M,
    LATITUDE_LIMIT,
    bearing_deg,
    distance_m,
    metres_per_world,
    to_position,
    to_world,
)
from wall.model.inventory import Position

BAC_NINH = Position(21.1861, 106.0763)
HANOI = Position(21.0285, 105.8542)

places = st.builds(Position, st.floats(-85, 85), st.floats(-180, 180))


def test_the_world_is_the_unit_square() -> None:
    assert to_world(Position(0, 0)) == (0.5, 0.5)
    assert to_world(Position(LATITUDE_LIMIT, -180)) == pytest.approx((0, 0), abs=1e-12)
    assert to_world(Position(-LATITUDE_LIMIT, 180)) == pytest.approx((1, 1), abs=1e-12)
    assert to_world(Position(90, 0))[1] == 0
    assert to_world(Position(-90, 0))[1] == 1


def test_bac_ninh_is_in_the_tile_that_slippy_maps_have_for_it() -> None:
    """By the formula of the OpenStreetMap wiki, which is written differently."""
    x, y = to_world(BAC_NINH)
    latitude = math.radians(BAC_NINH.latitude)
    n = 2**14
    column = int((BAC_NINH.longitude + 180) / 360 * n)
    row = int((1 - math.log(math.tan(latitude) + 1 / math.cos(latitude)) / math.pi) / 2 * n)
    assert (int(x * n), int(y * n)) == (column, row)


@given(places)
def test_there_and_back(place: Position) -> None:
    back = to_position(*to_world(place))
    assert back.latitude == pytest.approx(place.latitude, abs=1e-9)
    assert back.longitude == pytest.approx(place.longitude, abs=1e-9)


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_every_point_is_a_place(x: float, y: float) -> None:
    back = to_world(to_position(x, y))
    assert back == pytest.approx((max(0, min(1, x)), max(0, min(1, y))), abs=1e-9)


@given(places, places)
def test_south_is_down_and_east_is_right(one: Position, other: Position) -> None:
    (x, y), (other_x, other_y) = to_world(one), to_world(other)
    assert (x <= other_x) == (one.longitude <= other.longitude) or x == pytest.approx(other_x)
    assert (y >= other_y) == (one.latitude <= other.latitude) or y == pytest.approx(other_y)


@given(places, places)
def test_a_distance_is_the_same_both_ways(one: Position, other: Position) -> None:
    there = distance_m(one, other)
    assert 0 <= there <= math.pi * EARTH_RADIUS_M + 1
    assert there == pytest.approx(distance_m(other, one))


def test_known_distances() -> None:
    assert distance_m(BAC_NINH, BAC_NINH) == 0
    assert distance_m(Position(0, 0), Position(1, 0)) == pytest.approx(111_195, abs=1)
    assert distance_m(HANOI, BAC_NINH) == pytest.approx(28_950, rel=0.01)


@given(st.floats(-80, 80), st.floats(-179, 179))
def test_metres_of_the_world_are_metres_on_the_ground(latitude: float, longitude: float) -> None:
    place = Position(latitude, longitude)
    x, y = to_world(place)
    step = 50 / metres_per_world(latitude)
    assert distance_m(place, to_position(x + step, y)) == pytest.approx(50, rel=0.006)
    assert distance_m(place, to_position(x, y - step)) == pytest.approx(50, rel=0.006)


def test_a_degree_of_the_equator() -> None:
    assert metres_per_world(0) == EQUATOR_M


@pytest.mark.parametrize(
    ("other", "degrees"),
    [
        (Position(22, 106), 0),
        (Position(20, 106), 180),
        (Position(21, 106.001), 90),
        (Position(21, 105.999), 270),
        (Position(21, 106), 0),
    ],
)
def test_bearings(other: Position, degrees: float) -> None:
    assert bearing_deg(Position(21, 106), other) == pytest.approx(degrees, abs=0.01)
