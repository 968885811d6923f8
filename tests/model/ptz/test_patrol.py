"""A patrol under way, by a clock that the test turns."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.ptz.patrol import (
    LEAST_WAY_S,
    LONGEST_WAY_S,
    MOST_STOPS,
    Leg,
    Order,
    Patrol,
    PatrolRun,
    PatrolStop,
    TourOrder,
)

STOPS = (PatrolStop("1", 5.0), PatrolStop("2", 10.0, 0.5), PatrolStop("3", 5.0))
ROUND = Patrol(7, "Chợ", STOPS, resume_after_s=30.0)
OWN = Patrol(7, "Của camera", tour="T1", resume_after_s=30.0)


def walked(run: PatrolRun, looks: list[tuple[float, bool, bool]]) -> tuple[PatrolRun, list[tuple[float, Order]]]:
    """Looks at these moments (seconds, held, moving); what the dome was told when."""
    told: list[tuple[float, Order]] = []
    for now_s, is_held, is_moving in looks:
        run, order = run.looked(now_s, is_held=is_held, is_moving=is_moving)
        if order is not None:
            told.append((now_s, order))
    return run, told


def test_it_goes_from_stop_to_stop_and_round() -> None:
    looks = [(t / 2, False, False) for t in range(100)]
    _, told = walked(PatrolRun(ROUND, 0.0), looks)
    ways = [0.0, LEAST_WAY_S + 5, 2 * LEAST_WAY_S + 15, 3 * LEAST_WAY_S + 20]
    assert told[:4] == list(zip(ways, (*STOPS, STOPS[0]), strict=True))


def test_the_stay_is_counted_from_its_arrival_and_one_that_never_says_that_it_stands_is_not_waited_for() -> None:
    moving = [(float(t), False, t < 8) for t in range(14)]
    run, told = walked(PatrolRun(ROUND, 0.0), moving)
    assert run.leg is Leg.WAY and told[1] == (13.0, STOPS[1])
    _, told = walked(PatrolRun(ROUND, 0.0), [(float(t), False, True) for t in range(40)])
    assert told[1][0] == LONGEST_WAY_S + STOPS[0].dwell_s


def test_a_hand_pauses_it_and_it_goes_on_to_the_same_stop_when_the_hand_has_rested() -> None:
    run, _ = walked(PatrolRun(ROUND, 0.0), [(t / 2, False, False) for t in range(18)])
    assert run.place == 1
    run, told = walked(run, [(9.0, True, True), (20.0, True, False), (49.0, False, False)])
    assert run.is_paused and not told
    run, told = walked(run, [(50.0, False, False)])
    assert told == [(50.0, STOPS[1])] and not run.is_paused


def test_the_camera_s_own_tour_is_started_stopped_once_for_a_hand_and_started_again() -> None:
    looks = [(0.0, False, True), (1.0, False, True), (5.0, True, True), (6.0, True, True), (36.0, False, False)]
    _, told = walked(PatrolRun(OWN, 0.0), looks)
    assert told == [(0.0, TourOrder.START), (5.0, TourOrder.STOP), (36.0, TourOrder.START)]


def test_what_was_refused_is_tried_again_after_the_pause() -> None:
    run, told = walked(PatrolRun(ROUND, 0.0), [(0.0, False, False)])
    run, told = walked(run.refused(0.5), [(10.0, False, False), (30.5, False, False)])
    assert told == [(30.5, STOPS[0])]


@given(
    st.lists(st.tuples(st.floats(0.05, 20), st.booleans(), st.booleans()), max_size=60),
    st.sampled_from([ROUND, OWN]),
)
def test_it_never_moves_a_dome_that_somebody_holds_nor_before_the_hand_has_rested(
    steps: list[tuple[float, bool, bool]], patrol: Patrol
) -> None:
    run, now_s, held_s = PatrolRun(patrol, 0.0), 0.0, -1e9
    for passed_s, is_held, is_moving in steps:
        now_s += passed_s
        held_s = now_s if is_held else held_s
        run, order = run.looked(now_s, is_held=is_held, is_moving=is_moving)
        assert not is_held or order in (None, TourOrder.STOP)
        if order not in (None, TourOrder.STOP):
            assert now_s - held_s >= patrol.resume_after_s
        assert run.leg is Leg.PAUSE or not is_held


@given(st.lists(st.floats(0.05, 7), min_size=1, max_size=200))
def test_every_stop_has_its_turn_in_its_order_and_lasts_as_long_as_it_says(steps: list[float]) -> None:
    run, now_s, told = PatrolRun(ROUND, 0.0), 0.0, list[tuple[float, Order]]()
    for passed_s in steps:
        now_s += passed_s
        run, order = run.looked(now_s, is_held=False, is_moving=False)
        told += [(now_s, order)] if order is not None else []
    assert [order for _s, order in told] == [STOPS[n % 3] for n in range(len(told))]
    for number, ((one_s, _), (two_s, _)) in enumerate(pairwise(told)):
        assert two_s - one_s >= STOPS[number % 3].dwell_s + LEAST_WAY_S


def test_what_cannot_be_is_refused_in_words() -> None:
    for make in (
        lambda: PatrolStop(""),
        lambda: PatrolStop("1", 0.5),
        lambda: PatrolStop("1", float("nan")),
        lambda: PatrolStop("1", speed=0.0),
        lambda: Patrol(1, " ", STOPS),
        lambda: Patrol(1, "x"),
        lambda: Patrol(1, "x", STOPS, tour="T"),
        lambda: Patrol(1, "x", STOPS[:1] * (MOST_STOPS + 1)),
        lambda: Patrol(1, "x", STOPS, resume_after_s=-1),
    ):
        with pytest.raises(ValueError):
            make()
