"""Which of the open alarms the filter of the page lets through."""

from __future__ import annotations

import pytest

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.state import State
from wall.ui.console.alarms.asking import fits, of_all

T = 1_800_000_000.0
MOVED = Alarm("moved", 1, T, T, priority=2, owner="Bình", state=State.IN_PROGRESS)


@pytest.mark.parametrize(
    ("asked", "is_it"),
    [
        (AlarmFilter(), True),
        (AlarmFilter(frozenset({State.NEW})), False),
        (AlarmFilter(kinds=frozenset({"scene"})), True),
        (AlarmFilter(kinds=frozenset({"moved"})), True),
        (AlarmFilter(kinds=frozenset({"blinded"})), False),
        (AlarmFilter(priorities=frozenset({1, 2})), True),
        (AlarmFilter(priorities=frozenset({1})), False),
        (AlarmFilter(owner="Bình"), True),
        (AlarmFilter(owner="An"), False),
        (AlarmFilter(from_s=T, to_s=T + 1.0), True),
        (AlarmFilter(to_s=T), False),
        (AlarmFilter(from_s=T + 1.0), False),
    ],
)
def test_an_open_alarm_is_listed_where_it_is_asked_for(asked: AlarmFilter, is_it: bool) -> None:
    assert fits(MOVED, asked) is is_it


def test_closed_ones_are_history_unless_they_are_asked_for() -> None:
    closed = AlarmFilter(frozenset({State.CLOSED}))
    assert State.CLOSED not in of_all(AlarmFilter(), is_history=False).states
    assert of_all(AlarmFilter(), is_history=True) == AlarmFilter()
    assert of_all(closed, is_history=False) == closed
