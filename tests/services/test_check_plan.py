"""When devices are asked: evenly, soon again when they fall silent, and never too late. A day takes milliseconds."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.services.check_plan import CheckPlan, Pace

PACE = Pace()


def play(plan: CheckPlan, seconds: float, silent: set[int], takes_s: float = 0.05) -> list[tuple[float, int]]:
    """Let time pass in tenths of a second; gives when each device was asked. Silent ones take all of the time."""
    asked: list[tuple[float, int]] = []
    answers: list[tuple[float, int]] = []
    for tick in range(int(seconds * 10)):
        now_s = tick / 10
        for answer in [each for each in answers if each[0] <= now_s]:
            answers.remove(answer)
            plan.answered(answer[1], answer[1] not in silent, now_s)
        for device in plan.due(now_s, 64):
            asked.append((now_s, device))
            answers.append((now_s + (PACE.within_s if device in silent else takes_s), device))
    return asked


def plan_of(devices: int) -> CheckPlan:
    plan = CheckPlan(PACE, Random(1))
    plan.follow(range(devices), 0.0)
    return plan


def test_640_devices_are_spread_evenly() -> None:
    asked = play(plan_of(640), 120, set())
    for second in range(120):
        count = sum(1 for at_s, _ in asked if second <= at_s < second + 1)
        assert 15 <= count <= 45, f"{count} in second {second}"


@pytest.mark.parametrize("silent", [set(), set(range(200)), set(range(0, 640, 7))])
def test_no_result_is_ever_older_than_promised(silent: set[int]) -> None:
    asked = play(plan_of(640), 300, silent, takes_s=3.9)
    last: dict[int, float] = {}
    for at_s, device in asked:
        came_s = at_s + PACE.within_s
        assert came_s - last.get(device, 0.0) < PACE.old_s - 1
        last[device] = came_s
    assert min(last.values()) > 300 - PACE.old_s


def test_a_few_devices_need_not_wait_a_round() -> None:
    asked = play(plan_of(3), 2, set())
    assert {device for _, device in asked} == {0, 1, 2}


def test_one_that_falls_silent_is_asked_again_soon_and_then_more_rarely() -> None:
    asked = [at_s for at_s, _ in play(plan_of(1), 120, {0})]
    gaps = [later - earlier - PACE.within_s for earlier, later in pairwise(asked)]
    assert gaps[:3] == pytest.approx([3, 6, 12], abs=1.2)
    assert all(gap == pytest.approx(PACE.every_s, abs=1.2) for gap in gaps[3:]) and len(gaps) > 4


def test_neighbours_are_asked_within_a_second_but_not_those_soon_due_anyway() -> None:
    plan = plan_of(2)
    assert plan.due(0.3, 8) == [0, 1]
    plan.answered(0, True, 0.3)
    plan.answered(1, True, 0.3)
    plan.hurry([0, 5], 1.0)
    assert plan.due(2.0, 8) == [0]
    assert plan.due(20.0, 8) == []


def test_no_more_are_taken_than_there_are_places_and_none_twice() -> None:
    plan = plan_of(10)
    assert plan.due(60, 4) == [0, 1, 2, 3]
    assert plan.due(60, 20) == [4, 5, 6, 7, 8, 9]
    assert plan.due(60, 20) == []


def test_removed_devices_are_not_asked_and_may_come_back() -> None:
    plan = plan_of(3)
    assert plan.due(0, 1) == [0]
    plan.follow([2], 0)
    plan.answered(0, True, 1)
    assert plan.due(60, 8) == [2]
    plan.follow([2, 0], 60)
    assert plan.due(61, 8) == [0]


@given(st.lists(st.tuples(st.sampled_from("fadh"), st.integers(0, 5), st.booleans()), max_size=40))
def test_whatever_happens_each_device_is_planned_once_or_under_way(steps: list[tuple[str, int, bool]]) -> None:
    plan, now_s, under_way, devices = CheckPlan(PACE, Random(2)), 0.0, set[int](), set[int]()
    for step, number, flag in steps:
        now_s += number
        if step == "f":
            devices = devices | {number} if flag else devices - {number}
            plan.follow(sorted(devices), now_s)
            under_way &= devices
        elif step == "a":
            plan.answered(number, flag, now_s)
            under_way.discard(number)
        elif step == "h":
            plan.hurry([number], now_s)
        else:
            due = plan.due(now_s, 2)
            assert len(set(due)) == len(due) and not under_way & set(due) and set(due) <= devices
            under_way |= set(due)
    late = now_s + 1000
    assert sorted(plan.due(late, 100)) == sorted(devices - under_way)
