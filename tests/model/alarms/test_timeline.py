"""Alarms over the time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.timeline import LEAST_S, NONE, PARTS, Tally

T = 1_790_000_000.0


def alarm(at_s: float, priority: int = 3) -> Alarm:
    return Alarm("line", 1, at_s, at_s, at_s, priority)


def test_one_alarm_alone_has_time_around_it() -> None:
    tally = Tally(T, T)
    tally.take([alarm(T, 1)])
    line = tally.timeline()
    assert (line.from_s, line.until_s, len(line.counts)) == (T - LEAST_S, T, PARTS)
    assert line.counts[-1] == (1, 0, 0, 0, 0)
    assert (line.total, line.most) == (1, 1)


def test_what_is_counted_in_pieces_is_counted_together() -> None:
    tally = Tally(T - 1200, T, parts=2)
    tally.add({(0, 1): 3, (1, 5): 2})
    tally.add({(0, 1): 1})
    assert tally.timeline().counts == ((4, 0, 0, 0, 0), (0, 0, 0, 0, 2))


@given(st.lists(st.tuples(st.floats(-10_000, 10_000), st.integers(1, 5)), max_size=50))
def test_every_alarm_stands_where_it_began(told: list[tuple[float, int]]) -> None:
    tally = Tally(T - 7200, T)
    tally.take(alarm(T + at_s, priority) for at_s, priority in told)
    line = tally.timeline()
    assert line.total == len(told), "one before or after all counts at the rim"
    for at_s, priority in told:
        assert line.counts[line.part_at(T + at_s)][priority - 1] > 0
    assert Tally(T - 7200, T).timeline().counts == (NONE,) * PARTS
