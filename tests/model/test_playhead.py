"""Where in the past one is: the same answer for everybody who asks at the same time."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.playhead import RATES, Playhead, faster, slower

moments = st.floats(0, 1e6)


def test_it_goes_on_as_fast_as_it_is_told() -> None:
    head = Playhead(at_s=100, since_s=1000, rate=2)
    assert (head.position(1000), head.position(1003)) == (100, 106)
    assert head.due_s(106) == 1003


def test_one_that_stands_shows_nothing_later() -> None:
    head = Playhead(100, 1000).paused(1005)
    assert head.stands and head.position(2000) == 105
    assert head.due_s(105.5) == math.inf and head.due_s(105) <= 1005
    assert head.paused(1500) == head


@given(moments, moments, st.sampled_from(RATES), moments)
def test_whatever_is_done_does_not_jump(at_s: float, since_s: float, rate: float, passed_s: float) -> None:
    head, now_s = Playhead(at_s, since_s, rate, speed=rate), since_s + passed_s
    here = head.position(now_s)
    for changed in (
        head.paused(now_s),
        head.resumed(now_s),
        head.at_speed(4, now_s),
        head.paused(now_s).resumed(now_s),
    ):
        assert changed.position(now_s) == pytest.approx(here, abs=1e-3)
    assert head.moved(7, now_s).position(now_s) == 7 and head.moved(7, now_s).rate == rate


def test_a_pause_remembers_the_speed() -> None:
    head = Playhead(100, 1000).at_speed(0.5, 1000).paused(1002)
    assert head.resumed(1002).rate == 0.5
    assert head.at_speed(2, 1002).stands and head.at_speed(2, 1002).resumed(1002).rate == 2


def test_steps_are_forgotten_when_it_moves() -> None:
    head = Playhead(100, 1000, 0.0).stepped(1).stepped(1)
    assert head.steps == 2 and head.moved(50, 1001).steps == 0 and head.resumed(1001).steps == 0


def test_the_speeds_end_where_they_end() -> None:
    speed, went = RATES[0], []
    for _ in range(8):
        went.append(speed)
        speed = faster(speed)
    assert went == [0.25, 0.5, 1, 2, 4, 8, 8, 8]
    assert [slower(each) for each in (8, 1, 0.25)] == [4, 0.5, 0.25]
