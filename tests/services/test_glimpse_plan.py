"""When small pictures are taken: evenly, those in sight first, and nobody is asked too much."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from random import Random

from wall.services.glimpse_plan import GlimpsePlan, Pace

PACE = Pace()


def plan_of(devices: dict[int, str], in_sight: int = 0, pace: Pace = PACE) -> GlimpsePlan:
    plan = GlimpsePlan(pace, Random(1))
    plan.follow(devices)
    plan.want(list(devices), in_sight)
    return plan


def single(count: int) -> dict[int, str]:
    """Each camera a device of its own."""
    return {camera: f"10.0.0.{camera}" for camera in range(count)}


def play(
    plan: GlimpsePlan, seconds: float, takes_s: float = 0.2, failing: frozenset[int] = frozenset()
) -> list[tuple[float, int]]:
    """Let time pass; gives when each camera was asked."""
    asked: list[tuple[float, int]] = []
    under_way: list[tuple[float, int]] = []
    for tick in range(int(seconds * 20)):
        now_s = 1000.0 + tick / 20
        for each in [each for each in under_way if each[0] <= now_s]:
            under_way.remove(each)
            plan.ended(each[1], now_s, went_well=each[1] not in failing)
        for camera in plan.due(now_s):
            plan.begun(camera, now_s)
            asked.append((now_s - 1000.0, camera))
            under_way.append((now_s + takes_s, camera))
    return asked


def longest_s(asked: list[tuple[float, int]], seconds: float) -> float:
    """The longest that a camera waited for its turn, from its first one on."""
    times = defaultdict(list)
    for at_s, camera in asked:
        times[camera].append(at_s)
    return max(b - a for each in times.values() for a, b in zip(each, [*each[1:], seconds], strict=True))


def test_640_cameras_have_their_turn_within_eight_seconds() -> None:
    asked = play(plan_of(single(640)), 30)
    assert len({camera for at_s, camera in asked if at_s < 7.5}) == 640
    assert longest_s(asked, 30) < 8.0


def test_they_are_spread_evenly() -> None:
    seconds = Counter(int(at_s) for at_s, _ in play(plan_of(single(640)), 30))
    assert max(seconds.values()) <= 110 and min(seconds.values()) >= 40
    few = Counter(int(at_s) for at_s, _ in play(plan_of(single(40)), 300) if at_s > 200)
    assert max(few.values()) < 20


def test_those_in_sight_come_first() -> None:
    devices = single(640)
    asked = play(plan_of(devices, in_sight=100), 3)
    assert [camera for _, camera in asked[:100]] == list(range(100))


def test_those_in_sight_come_first_where_there_are_too_many() -> None:
    asked = play(plan_of(single(2000), in_sight=200), 40)
    turns = Counter(camera for at_s, camera in asked if at_s > 10)
    assert min(turns[camera] for camera in range(200)) >= 3
    assert len(turns) > 1600


def test_a_recorder_is_asked_for_one_picture_at_a_time() -> None:
    devices = dict.fromkeys(range(16), "recorder") | {16: "camera"}
    asked = play(plan_of(devices), 20, takes_s=0.3)
    recorder = [at_s for at_s, camera in asked if camera < 16]
    assert min(b - a for a, b in pairwise(recorder)) >= 0.35
    assert len({camera for at_s, camera in asked if at_s < 8}) == 17


def test_no_more_than_so_many_are_under_way() -> None:
    pace = Pace(most=8)
    plan = plan_of(single(100), pace=pace)
    now_s = 1000.0
    for _ in range(50):
        now_s += 0.05
        for camera in plan.due(now_s):
            plan.begun(camera, now_s)
    assert plan.due(now_s) == []
    plan.put_off(0, now_s)
    assert len(plan.due(now_s + 0.05)) == 1


def test_who_fails_is_asked_ever_more_rarely_and_holds_nobody_up() -> None:
    failing = frozenset(range(0, 640, 4))
    asked = play(plan_of(single(640)), 120, takes_s=0.3, failing=failing)
    times = [at_s for at_s, camera in asked if camera == 0]
    apart = [round(b - a) for a, b in pairwise(times)]
    assert apart[:3] == [10, 20, 40]
    well = [(at_s, camera) for at_s, camera in asked if camera not in failing]
    assert longest_s(well, 120) < 8.0


def test_who_is_back_is_asked_at_once() -> None:
    plan = plan_of(single(2))
    play(plan, 25, failing=frozenset({0}))
    assert 0 not in plan.due(1026.0)
    plan.hurry([0])
    assert 0 in plan.due(1026.0)


def test_what_was_nobodys_fault_is_tried_again_soon() -> None:
    plan = plan_of(single(1))
    plan.begun(0, 1000.0)
    plan.put_off(0, 1000.5)
    assert plan.due(1001.0) == [] and plan.due(1002.6) == [0]


def test_what_nobody_wants_is_not_asked() -> None:
    plan = plan_of(single(10))
    plan.want([3, 4], 2)
    assert plan.due(1000.0) == [3] or plan.due(1000.0) == [3, 4]
    plan.want([], 0)
    assert plan.due(1010.0) == []


def test_a_camera_that_goes_while_it_is_asked() -> None:
    plan = plan_of({1: "recorder", 2: "recorder"})
    plan.begun(1, 1000.0)
    plan.follow({2: "recorder"})
    assert plan.due(1001.0) == []
    plan.ended(1, 1001.0, went_well=True)
    assert plan.due(1002.0) == [2]
