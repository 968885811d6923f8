"""Counts that follow what changes are those that are counted anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from wall.model.health import Health, Verdict
from wall.ui.console.tally import Tally

HEALTH = st.sampled_from(list(Verdict)).map(Health)
SOME = st.dictionaries(st.integers(1, 12), HEALTH, max_size=8)


def counted_anew(cameras: set[int], health: Mapping[int, Health]) -> Counter[Verdict]:
    return Counter(health[each].verdict if each in health else Verdict.UNKNOWN for each in cameras)


@given(st.sets(st.integers(1, 10)), SOME, st.lists(SOME, max_size=8))
def test_counts_follow(cameras: set[int], health: dict[int, Health], told: list[dict[int, Health]]) -> None:
    """Some of what is told is of cameras that are not counted."""
    tally = Tally(cameras, health)
    for changes in ({}, *told):
        health = health | changes
        tally.put(changes)
        assert len(tally) == len(cameras)
        assert {each: tally.count(each) for each in Verdict} == {
            each: counted_anew(cameras, health)[each] for each in Verdict
        }
