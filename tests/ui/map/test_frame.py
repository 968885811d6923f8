"""Between the world and the screen, and back, wherever and however large."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.mercator import to_world
from wall.model.inventory import Position
from wall.ui.map.flight import Leg
from wall.ui.map.frame import LEAST_ZOOM, MOST_ZOOM, TILE_PX, MapFrame

frames = st.builds(
    lambda x, y, zoom, width, height: MapFrame(0, 0, TILE_PX * 2**zoom, width, height).centred(x, y),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(LEAST_ZOOM, MOST_ZOOM),
    st.integers(50, 4000),
    st.integers(50, 2500),
)
pixels = st.tuples(st.floats(-500, 4000), st.floats(-500, 4000))


@given(frames, pixels)
def test_there_and_back(frame: MapFrame, at: tuple[float, float]) -> None:
    assert frame.pixel(*frame.world(*at)) == pytest.approx(at, abs=1e-3)


@given(frames, pixels, st.floats(0.01, 100))
def test_what_is_zoomed_about_stays(frame: MapFrame, at: tuple[float, float], factor: float) -> None:
    zoomed = frame.zoomed(factor, *at)
    assert zoomed.pixel(*frame.world(*at)) == pytest.approx(at, abs=1e-2)
    assert LEAST_ZOOM - 1e-9 <= zoomed.zoom <= MOST_ZOOM + 1e-9


@given(frames, pixels)
def test_what_is_dragged_goes_along(frame: MapFrame, by: tuple[float, float]) -> None:
    moved = frame.moved(*by).pixel(*frame.world(100, 100))
    assert moved == pytest.approx((100 + by[0], 100 + by[1]), abs=1e-2)


@given(frames, st.integers(50, 4000), st.integers(50, 2500))
def test_another_size_has_the_same_middle(frame: MapFrame, width: int, height: int) -> None:
    assert frame.resized(width, height, 2.0).centre == pytest.approx(frame.centre, abs=1e-9)


@given(frames, pixels)
def test_the_middle_stays_in_the_world(frame: MapFrame, by: tuple[float, float]) -> None:
    x, y = frame.moved(*by).kept_inside().centre
    assert -1e-9 <= x <= 1 + 1e-9 and -1e-9 <= y <= 1 + 1e-9


@given(frames, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=5))
def test_many_at_once_are_where_each_is(frame: MapFrame, points: list[tuple[float, float]]) -> None:
    xs, ys = frame.pixels(np.array([x for x, _ in points]), np.array([y for _, y in points]))
    assert list(zip(xs, ys, strict=True)) == [pytest.approx(frame.pixel(*point)) for point in points]


def test_metres_of_bac_ninh() -> None:
    frame = MapFrame(0, 0, TILE_PX * 2**15, 800, 600).centred(*to_world(Position(21.18, 106.07)))
    assert frame.metres_per_pixel() == pytest.approx(4.454, abs=0.01)
    assert frame.zoom == pytest.approx(15)


@given(frames, st.floats(0, 1), st.floats(0, 1), st.floats(LEAST_ZOOM, MOST_ZOOM), st.floats(0, 1))
def test_a_flight_begins_and_ends_where_it_should(start: MapFrame, x: float, y: float, zoom: float, at: float) -> None:
    leg = Leg(start, start.centred(x, y, zoom), 10.0, 1.0)
    assert leg.at(11.0) == leg.goal
    assert leg.at(10.0).centre == pytest.approx(start.centre, abs=1e-9)
    between = leg.at(10 + at)
    assert min(start.zoom, zoom) - 1e-6 <= between.zoom <= max(start.zoom, zoom) + 1e-6
    for axis in (0, 1):
        ends = sorted((start.centre[axis], leg.goal.centre[axis]))
        assert ends[0] - 1e-9 <= between.centre[axis] <= ends[1] + 1e-9


@given(frames, pixels, st.floats(0.1, 10), st.floats(0, 1))
def test_a_flight_about_a_point_keeps_it(start: MapFrame, at: tuple[float, float], factor: float, share: float) -> None:
    leg = Leg(start, start.zoomed(factor, *at), 0.0, 1.0, at)
    assert leg.at(share).pixel(*start.world(*at)) == pytest.approx(at, abs=1e-2)
