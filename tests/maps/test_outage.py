"""When a server counts as away, and when it is asked again."""

from __future__ import annotations

from wall.maps.outage import Outage
from wall.model.map_kinds import MapFault

AWAY, NO_TILE = MapFault.UNREACHABLE, MapFault.WRONG_ANSWER


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def outage(clock: Clock) -> Outage:
    return Outage(clock, lambda: 1.0)


def test_one_failure_may_be_chance() -> None:
    tried = outage(Clock())
    assert not tried.failed(AWAY) and not tried.is_away and tried.left_s == 0
    assert not tried.worked(), "nothing was told"
    assert not tried.failed(AWAY), "and it begins anew"


def test_two_in_a_row_are_told_once() -> None:
    tried = outage(Clock())
    assert [tried.failed(AWAY) for _ in range(5)] == [False, True, False, False, False]
    assert tried.is_away
    assert [tried.worked(), tried.worked()] == [True, False]


def test_single_tiles_that_are_none_are_no_outage() -> None:
    tried = outage(Clock())
    for _ in range(20):
        assert not any(tried.failed(NO_TILE) for _ in range(3))
        tried.worked()
    assert [tried.failed(NO_TILE) for _ in range(4)] == [False, False, False, True]


def test_it_waits_longer_each_time_up_to_five_minutes() -> None:
    clock = Clock()
    tried = outage(clock)
    tried.failed(AWAY)
    waits = []
    for _ in range(12):
        tried.failed(AWAY)
        tried.failed(AWAY)  # What was under way does not prolong it.
        waits.append(tried.left_s)
        clock.now_s += tried.left_s
        assert tried.left_s == 0 and tried.is_away
    assert waits[:4] == [1, 2, 4, 8] and waits[-1] == 300
    tried.worked()
    assert [tried.failed(AWAY), tried.failed(AWAY), tried.left_s] == [False, True, 1]
