"""When a reference picture is due, and which may go."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.ptz.duty import DutyView
from wall.model.ptz.reference import (
    KEEP_ALL_DAYS,
    Occasion,
    Reference,
    is_due,
    may_follow_return,
    to_let_go,
)

VIEW = DutyView(3, "5", picture_minute=9 * 60)
TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("now", "last", "due"),
    [
        ((8, 59), None, False),
        ((9, 0), None, True),
        ((23, 59), (28, 9), True),
        ((9, 5), (29, 9), False),
        ((9, 5), (28, 23), True),
    ],
)
def test_one_a_day_at_its_hour_or_later(now: tuple[int, int], last: tuple[int, int] | None, due: bool) -> None:
    taken = datetime(2026, 11, last[0], last[1]) if last else None
    assert is_due(VIEW, datetime(2026, 11, 29, *now), taken) is due


def test_one_without_an_hour_has_none() -> None:
    assert not is_due(DutyView(3, "5", picture_minute=None), datetime(2026, 11, 29, 12), None)


def test_not_every_return_gives_a_picture() -> None:
    assert may_follow_return(5000.0, None) and may_follow_return(5000.0, 1000.0)
    assert not may_follow_return(5000.0, 4000.0)


def reference(day: date, token: str = "5", occasion: Occasion = Occasion.DAILY, key: int = 0) -> Reference:
    return Reference(3, token, datetime(day.year, day.month, day.day, 9).timestamp(), occasion, reference_id=key)


def test_old_ones_thin_out_to_one_a_week_of_each_preset_and_those_by_hand_stay() -> None:
    days = [TODAY - timedelta(days=back) for back in range(200)]
    kept = [reference(day, token, key=n) for n, (day, token) in enumerate((d, t) for d in days for t in ("5", "6"))]
    by_hand = reference(TODAY - timedelta(days=150), occasion=Occasion.HAND, key=-1)
    gone = to_let_go([*kept, by_hand], TODAY)
    left = [each for each in kept if each not in gone]
    assert by_hand not in gone
    assert all(datetime.fromtimestamp(each.taken_s).date() < TODAY - timedelta(days=KEEP_ALL_DAYS) for each in gone)
    old = [e for e in left if datetime.fromtimestamp(e.taken_s).date() < TODAY - timedelta(days=KEEP_ALL_DAYS)]
    weeks = [(e.token, datetime.fromtimestamp(e.taken_s).date().isocalendar()[:2]) for e in old]
    assert len(weeks) == len(set(weeks)) and len(weeks) >= 2 * 20


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from("56"), st.sampled_from(Occasion)), max_size=60))
def test_what_stays_stays_for_good_and_each_week_keeps_one(kinds: list[tuple[int, str, Occasion]]) -> None:
    every = [
        reference(TODAY - timedelta(days=back), token, occasion, key)
        for key, (back, token, occasion) in enumerate(kinds)
    ]
    gone = set(to_let_go(every, TODAY))
    left = [each for each in every if each not in gone]
    assert not to_let_go(left, TODAY)
    assert all(each.occasion is not Occasion.HAND for each in gone)
    for each in gone:
        week = datetime.fromtimestamp(each.taken_s).isocalendar()[:2]
        assert any(e.token == each.token and datetime.fromtimestamp(e.taken_s).isocalendar()[:2] == week for e in left)
