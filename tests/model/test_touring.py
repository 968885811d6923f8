"""A tour under way, by a clock that the test turns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.touring import DOWN_DWELL_S, Touring
from wall.model.view import Order, Stop, Tour

TOUR = Tour("Đêm", (Stop(1), Stop(2, dwell_s=30.0), Stop(3)), dwell_s=12.0)
NEVER_SEEN = 0.0


def begun(tour: Tour = TOUR, now_s: float = 0.0) -> Touring:
    return Touring.begun(tour, None, now_s, lambda _: NEVER_SEEN)


def test_it_goes_round_as_listed() -> None:
    touring = begun()
    places = [touring.stepped(steps, 5.0).stop.view_id for steps in (0, 1, 2, 3, 4, -1, -4)]
    assert places == [1, 2, 3, 1, 2, 3, 3]
    assert [touring.stepped(n, 5.0).next_stop.view_id for n in range(3)] == [2, 3, 1]


def test_what_was_seen_longest_ago_comes_first_and_what_never_was_before_it() -> None:
    seen_s = {1: 2000.0, 2: NEVER_SEEN, 3: 1000.0, 4: NEVER_SEEN}
    tour = replace(TOUR, stops=tuple(Stop(n) for n in seen_s), order=Order.UNSEEN_FIRST)
    touring = Touring.begun(tour, None, 0.0, lambda stop: seen_s[stop.view_id])
    assert [stop.view_id for stop in touring.stops] == [2, 4, 3, 1]
    assert begun(tour=replace(tour, order=Order.LISTED)).stops == tour.stops


def test_a_stop_stays_as_long_as_it_says_or_the_tour_and_shorter_when_all_of_it_is_down() -> None:
    touring = begun(now_s=100.0)
    assert touring.left_s(104.0, is_down=False) == 8.0
    assert touring.left_s(101.0, is_down=True) == DOWN_DWELL_S - 1.0
    assert touring.stepped(1, 120.0).left_s(120.0, is_down=False) == 30.0
    assert begun(replace(TOUR, dwell_s=3.0)).dwell_s(is_down=True) == 3.0


@pytest.mark.parametrize("halted_s", [0.0, 100.0])
def test_halted_it_stands_still_and_goes_on_with_what_was_left(halted_s: float) -> None:
    touring = begun(now_s=halted_s - 5.0).paused(halted_s)
    assert touring.is_paused
    assert touring.left_s(halted_s + 1000.0, is_down=False) == 7.0
    assert touring.paused(halted_s + 500.0) == touring
    gone_on = touring.resumed(halted_s + 1000.0)
    assert not gone_on.is_paused
    assert gone_on.left_s(halted_s + 1002.0, is_down=False) == 5.0
    assert gone_on.resumed(halted_s + 1003.0) == gone_on


def test_a_halted_tour_can_be_stepped_and_then_has_all_its_time() -> None:
    touring = begun().paused(5.0).stepped(1, 60.0)
    assert touring.is_paused and touring.stop == Stop(2, dwell_s=30.0)
    assert touring.left_s(99.0, is_down=False) == 30.0
    assert touring.resumed(100.0).left_s(110.0, is_down=False) == 20.0


@given(
    st.lists(st.tuples(st.sampled_from(["paused", "resumed", "stepped", "waited"]), st.integers(0, 20)), max_size=20)
)
def test_no_stop_is_left_later_than_it_says_nor_has_more_time_than_it_has(steps: list[tuple[str, int]]) -> None:
    touring, now_s = begun(now_s=0), 0
    for name, after_s in steps:
        now_s += after_s
        before_s = touring.left_s(now_s, is_down=False)
        match name:
            case "paused":
                touring = touring.paused(now_s)
            case "resumed":
                touring = touring.resumed(now_s)
            case "stepped":
                touring = touring.stepped(1, now_s)
        left_s = touring.left_s(now_s, is_down=False)
        assert left_s <= touring.dwell_s(is_down=False)
        assert left_s == (touring.dwell_s(is_down=False) if name == "stepped" else before_s)
