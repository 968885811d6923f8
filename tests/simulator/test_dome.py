"""A dome's position is a function of time: it moves, stops, and never leaves its limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.simulator.onvif.dome import MAX_PRESETS, PAN_SPEED, Axis, Dome

SPEEDS = st.floats(-1, 1)
TIMES = st.floats(0, 100)


def axis() -> Axis:
    return Axis(-1.0, 1.0, 0.5)


def test_it_moves_for_the_time_given() -> None:
    moving = axis().run(10.0, 1.0, 1.0)
    assert [moving.at(t) for t in (10.0, 10.5, 11.0, 60.0)] == [0.0, 0.25, 0.5, 0.5]
    assert [moving.is_moving(t) for t in (10.5, 11.0)] == [True, False]


def test_it_stands_at_its_limit() -> None:
    moving = axis().run(0.0, -1.0, 60.0)
    assert moving.at(30.0) == -1.0
    assert not moving.is_moving(30.0)


def test_stop_stops_on_the_way() -> None:
    stopped = axis().run(0.0, 1.0, 60.0).stop(1.0)
    assert stopped.at(1.0) == stopped.at(99.0) == 0.5


def test_it_goes_where_it_is_sent_and_stays() -> None:
    going = axis().run(0.0, 1.0, 60.0).go(1.0, -0.5, 1.0)
    assert going.at(2.0) == pytest.approx(0.0)
    assert going.at(3.0) == pytest.approx(-0.5)
    assert going.at(50.0) == pytest.approx(-0.5)
    assert not going.is_moving(3.1)


@given(st.lists(st.tuples(SPEEDS, TIMES, TIMES), max_size=8))
def test_it_never_leaves_its_limits(moves: list[tuple[float, float, float]]) -> None:
    one, now_s = axis(), 0.0
    for speed, for_s, wait_s in moves:
        one = one.run(now_s, speed, for_s)
        now_s += wait_s
        assert -1.0 <= one.at(now_s) <= 1.0


@given(st.floats(-3, 3), st.floats(0, 1), st.floats(-1, 1))
def test_it_arrives_at_the_nearest_place_it_can_reach(target: float, speed: float, start: float) -> None:
    one = Axis(-1.0, 1.0, 0.5, start=start).go(0.0, target, speed)
    assert one.at(1e6) == pytest.approx(min(1.0, max(-1.0, target)))


def test_an_axis_that_is_not_named_goes_on() -> None:
    dome = Dome()
    dome.run(0.0, (1.0, 0.0), 0.5, 10.0)
    dome.stop(1.0, pan_tilt=True, zoom=False)
    pan, tilt, zoom = dome.position(2.0)
    assert (pan, tilt, zoom) == (PAN_SPEED, 0.0, 0.25)


def test_presets_run_out() -> None:
    dome = Dome()
    kept = [dome.keep("", "", 0.0) for _ in range(MAX_PRESETS + 1)]
    assert kept[-1] is None
    assert len({preset.token for preset in kept if preset}) == MAX_PRESETS
