"""Lengths on the map, and the bar of its scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.course import destination
from wall.model.geo.measure import bar_m, legs_m, running_m
from wall.model.inventory import Position

HERE = Position(21.1861, 106.0763)


def test_a_line_is_as_long_as_its_legs() -> None:
    corner = destination(HERE, 90, 300)
    line = (HERE, corner, destination(corner, 0, 400))
    assert legs_m(line) == pytest.approx((300, 400), rel=1e-6)
    assert running_m(line) == pytest.approx((0, 300, 700), rel=1e-6)
    assert running_m(line[:1]) == (0,) and running_m(()) == () and legs_m(line[:1]) == ()


@given(st.floats(1e-3, 1e5), st.floats(20, 400))
def test_the_bar_is_a_round_length_that_fits_and_fills_two_fifths(metres_per_pixel: float, most: float) -> None:
    length = bar_m(metres_per_pixel, most)
    assert 0.39 * most <= length / metres_per_pixel <= most * (1 + 1e-9)
    assert float(f"{length:.0e}") == pytest.approx(length) and f"{length:.0e}"[0] in "125"


@pytest.mark.parametrize("nothing", [0.0, float("nan"), float("inf")])
def test_where_there_is_no_scale_there_is_no_bar(nothing: float) -> None:
    assert bar_m(nothing, 100) == 0
