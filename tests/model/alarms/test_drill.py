"""When the nightly drill comes, and what came of one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.model.alarms.town import T
from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import MINUTES_A_DAY, DrillResult, is_due


@pytest.mark.parametrize(
    ("nightly", "last", "minute", "comes"),
    [
        *((180, 179, 180, True), (180, 180, 180, False), (180, 180, 181, False), (180, 179, 181, True)),
        *((180, 178, 179, False), (0, 1439, 0, True), (1439, 1439, 0, False), (0, 1438, 1, False)),
        *((180, 100, 200, False), (None, 179, 180, False), (180, None, 180, False), (180, 181, 180, False)),
    ],
)
def test_it_comes_at_its_minute_and_not_late(nightly: int | None, last: int | None, minute: int, comes: bool) -> None:
    assert is_due(nightly, last, minute) is comes


def test_it_comes_once_a_day_however_often_one_looks() -> None:
    minutes = [minute for minute in range(MINUTES_A_DAY) for _ in range(3)] * 2
    assert sum(is_due(180, last, minute) for last, minute in pairwise(minutes)) == 2


def test_people_have_noticed_what_they_acknowledged() -> None:
    alarm = Alarm(kinds.PANIC, 0, T, T, T)
    assert DrillResult.of(alarm).people_s is None
    noticed = Alarm(kinds.PANIC, 0, T, T, T, acknowledged_s=T + 12.5)
    assert DrillResult.of(noticed).people_s == 12.5
