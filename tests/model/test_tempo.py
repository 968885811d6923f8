"""Is it looked as often as what comes is worth?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.tempo import USUAL_S, Fastest, rest_s


@pytest.mark.parametrize(("fps", "wanted_s"), [(15.0, 1 / 30), (25.0, 0.02), (30.0, 1 / 60)])
def test_twice_for_each_picture(fps: float, wanted_s: float) -> None:
    assert rest_s(fps) == pytest.approx(wanted_s)


def test_nobody_rests_for_long_because_little_comes_nor_runs_hot_because_much_does() -> None:
    assert rest_s(0.0) == rest_s(0.5) == rest_s(15.0)
    assert rest_s(240.0) == 0.01
    assert rest_s(None) == USUAL_S


@given(st.floats(0, 50))
def test_no_picture_is_passed_over(fps: float) -> None:
    assert rest_s(fps) * fps <= 0.5 + 1e-9


def test_the_fastest_is_meant() -> None:
    fastest = Fastest()
    assert fastest.look({1: 100, 2: 7}, 50.0) is None
    assert fastest.look({1: 130, 2: 57}, 52.0) == pytest.approx(25.0)


def test_who_has_just_come_or_begins_anew_is_not_the_fastest() -> None:
    fastest = Fastest()
    fastest.look({1: 100, 2: 1000}, 50.0)
    assert fastest.look({1: 115, 2: 0, 3: 4000}, 51.0) == pytest.approx(15.0)
    assert fastest.look({4: 9}, 52.0) is None
    assert fastest.look({}, 53.0) is None
    assert fastest.look({}, 53.0) is None
