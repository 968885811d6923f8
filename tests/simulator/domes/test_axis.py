"""A motor's position is a function of time: it gains speed, brakes, arrives, and never leaves its limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.simulator.domes.axis import Axis

SPEEDS = st.floats(-1, 1)
TIMES = st.floats(0, 20)
STEP_S = 0.004


def axis(start: float = 0.0) -> Axis:
    """Full speed after 0.25 s."""
    return Axis(-1.0, 1.0, 0.5, 2.0, start)


def test_it_never_moved_and_stands_where_it_was_put() -> None:
    assert (axis(0.3).at(-5.0), axis(0.3).at(99.0), axis(0.3).is_moving(0.0)) == (0.3, 0.3, False)


def test_it_gains_speed_and_brakes_when_its_time_is_over() -> None:
    moving = axis().run(10.0, 1.0, 1.0)
    assert [moving.at(t) for t in (10.0, 10.25, 11.0)] == pytest.approx([0.0, 0.0625, 0.4375])
    assert [moving.speed(t) for t in (10.125, 10.5, 11.125)] == pytest.approx([0.25, 0.5, 0.25])
    assert moving.at(11.25) == moving.at(60.0) == pytest.approx(0.5)
    assert [moving.is_moving(t) for t in (10.0, 11.2, 11.25)] == [True, True, False]


def test_no_speed_is_no_motion_however_long() -> None:
    assert not axis().run(10.0, 0.0, 60.0).is_moving(10.0)


def test_a_second_order_takes_over_the_speed_that_it_has() -> None:
    turned = axis().run(0.0, 1.0, 60.0).run(1.0, -1.0, 60.0)
    assert turned.speed(1.0) == pytest.approx(0.5)
    assert turned.speed(1.25) == pytest.approx(0.0)
    assert turned.speed(1.5) == pytest.approx(-0.5)


def test_it_stands_at_its_limit() -> None:
    moving = axis().run(0.0, -1.0, 60.0)
    assert moving.at(30.0) == -1.0
    assert moving.rests_s == pytest.approx(2.125)
    assert not moving.run(30.0, -1.0, 60.0).is_moving(30.1)
    assert moving.run(30.0, 1.0, 1.0).at(31.25) == pytest.approx(-0.5)


def test_stop_brakes_on_the_way() -> None:
    stopped = axis().run(0.0, 1.0, 60.0).stop(1.0)
    assert stopped.rests_s == pytest.approx(1.25)
    assert stopped.at(1.25) == stopped.at(99.0) == pytest.approx(0.5)


def test_it_goes_where_it_is_sent_although_it_went_the_other_way() -> None:
    going = axis().run(0.0, 1.0, 60.0).go(1.0, -0.5, 1.0)
    assert going.at(1.1) > going.at(1.0)
    assert going.at(50.0) == -0.5
    assert going.rests_s == pytest.approx(1.25 + 1.0 / 0.5 + 0.25)


def _is_smooth(one: Axis, from_s: float, to_s: float) -> bool:
    """No step over which it gains more speed than a motor can, but for the buffer at its limits."""
    for i in range(int((to_s - from_s) / STEP_S)):
        one_s, other_s = from_s + i * STEP_S, from_s + (i + 1) * STEP_S
        gained = abs(one.speed(other_s) - one.speed(one_s))
        if gained > one.acceleration * STEP_S * 1.001 and abs(one.at(other_s)) < 1.0:
            return False
    return True


@given(st.lists(st.tuples(st.booleans(), SPEEDS, TIMES, st.floats(0, 3)), max_size=6))
def test_whatever_it_is_told_it_keeps_within_limits_and_gains_speed_as_a_motor_does(
    orders: list[tuple[bool, float, float, float]],
) -> None:
    one, now_s = axis(), 0.0
    for runs, value, for_s, wait_s in orders:
        before = one.at(now_s), one.speed(now_s)
        one = one.run(now_s, value, for_s) if runs else one.go(now_s, value, 1.0)
        at_limit = abs(before[0]) == 1.0
        assert one.at(now_s) == pytest.approx(before[0], abs=1e-9)
        assert at_limit or one.speed(now_s) == pytest.approx(before[1], abs=1e-9)
        assert _is_smooth(one, now_s, now_s + min(wait_s, 0.5))
        now_s += wait_s
        assert -1.0 <= one.at(now_s) <= 1.0
    assert one.speed(one.rests_s if one.phases else 0.0) == 0.0


@given(st.floats(-3, 3), st.floats(0, 1), st.floats(-1, 1), SPEEDS)
def test_it_arrives_at_the_nearest_place_it_can_reach(target: float, speed: float, start: float, before: float) -> None:
    one = axis(start).run(0.0, before, 0.5).go(0.3, target, speed)
    assert one.at(1e6) == pytest.approx(min(1.0, max(-1.0, target)))
    assert one.at(one.rests_s - 1e-6) == pytest.approx(one.at(1e6), abs=1e-3)
