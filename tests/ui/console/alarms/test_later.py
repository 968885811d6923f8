"""Days and hours as one types them."""

from __future__ import annotations

from datetime import datetime

import pytest

from wall.ui.alarms.words import until_text
from wall.ui.console.alarms.later import time_in, usual_times

NOW = datetime(2026, 11, 30, 14, 0)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", datetime(2026, 11, 30, 14, 30)),
        ("6h", datetime(2026, 12, 1, 6, 0)),
        ("14:00", datetime(2026, 12, 1, 14, 0)),
        ("5/12", datetime(2026, 12, 5, 6, 0)),
        ("5/12 22h15", datetime(2026, 12, 5, 22, 15)),
        ("2/1 8:00", datetime(2027, 1, 2, 8, 0)),
        ("30/11 13:00", datetime(2027, 11, 30, 13, 0)),
        ("30/11/2026 15:00", datetime(2026, 11, 30, 15, 0)),
        ("30/11/2026 13:00", None),
        ("29/2", None),
        ("31/2 8:00", None),
        ("25:00", None),
        ("12:75", None),
        ("14", None),
        ("tomorrow", None),
        (" ", None),
    ],
)
def test_a_moment_is_understood_or_refused(typed: str, meant: datetime | None) -> None:
    assert time_in(typed, NOW.timestamp()) == (meant.timestamp() if meant else None)


def test_the_usual_times_and_how_they_are_said() -> None:
    now_s = NOW.timestamp()
    times = [each for _, each in usual_times(now_s)]
    assert times == [now_s + 900, now_s + 3600, now_s + 14400, datetime(2026, 12, 1, 6).timestamp(), None]
    assert [until_text(each, now_s) for each in times[:4] if each] == ["14:15", "15:00", "18:00", "06:00 1/12"]
