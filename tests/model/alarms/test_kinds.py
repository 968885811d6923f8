"""Who names a wider kind means the narrower ones, too: wherever kinds are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.alarms.town import T, motion
from wall.model.alarms import kinds
from wall.model.alarms.mute import Mute

KINDS = st.sampled_from((*kinds.SIGHT, *kinds.WALK, "smoke"))


@given(kind=KINDS, wanted=st.frozensets(KINDS))
def test_one_by_one_is_as_all_together(kind: str, wanted: frozenset[str]) -> None:
    assert kinds.is_among(kind, wanted) is (kind in kinds.with_narrower(wanted))


def test_a_rule_that_was_written_in_large_letters_is_about_the_same() -> None:
    assert kinds.is_among("smoke", frozenset({"SMOKE"})) and "smoke" in kinds.with_narrower(frozenset({"Smoke"}))


@pytest.mark.parametrize(
    ("muted", "kind", "is_muted"),
    [
        ("scene", "blinded", True),
        ("scene", "moved", True),
        ("scene", "scene", True),
        ("scene", "black", False),
        ("moved", "scene", False),
        ("moved", "blinded", False),
    ],
)
def test_a_mute_of_another_scene_is_of_what_makes_it_one(muted: str, kind: str, is_muted: bool) -> None:
    mute = Mute(1, 0, T + 100.0, "it is being cleaned", from_s=T, kinds=frozenset({muted}))
    assert mute.covers(motion(1, 1.0, kind), 0, T + 1.0) is is_muted
