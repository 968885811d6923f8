"""When the nightly drill comes, and what came of one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.alarms.town import T
from wall.model.alarms.drill import (
    MINUTES_A_DAY,
    Drill,
    DrillKind,
    DrillPart,
    DrillStanding,
    DrillVerdict,
    DrillWhy,
    Proof,
    is_due,
    next_kind,
)
from wall.model.tile import Cause


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


def test_in_the_nights_all_kinds_take_turns() -> None:
    kinds = [next_kind(None)]
    for _ in DrillKind:
        kinds.append(next_kind(kinds[-1]))
    assert kinds[:-1] == list(DrillKind)
    assert kinds[-1] is DrillKind.ALARM


def ended(*proofs: tuple[DrillPart, Proof], is_nightly: bool = False) -> Drill:
    return Drill(DrillKind.ALARM, T, is_nightly=is_nightly, proofs=dict(proofs), standing=DrillStanding.ENDED)


SEEN, HEARD = (DrillPart.NOTICED, Proof(0.1)), (DrillPart.SOUND, Proof(0.6))
SILENT = (DrillPart.SOUND, Proof(why=Cause.NO_SOUND_DEVICE))
NO_WAY = (DrillPart.PUSH, Proof(why=DrillWhy.NO_WAY, is_wanted=False))


@pytest.mark.parametrize(
    ("drill", "verdict"),
    [
        (ended(SEEN, HEARD, NO_WAY), DrillVerdict.PASSED),
        (ended(SEEN, SILENT, NO_WAY), DrillVerdict.FAILED),
        (ended(NO_WAY), DrillVerdict.NOTHING),
        (Drill(DrillKind.ALARM, T), DrillVerdict.UNDER_WAY),
        (Drill(DrillKind.ALARM, T).proven(*SEEN), DrillVerdict.UNDER_WAY),
        (Drill(DrillKind.ALARM, T).proven(*SILENT), DrillVerdict.FAILED),
        (replace(ended(SEEN, HEARD), standing=DrillStanding.CUT_OFF), DrillVerdict.CUT_OFF),
    ],
)
def test_one_part_that_failed_fails_the_drill(drill: Drill, verdict: DrillVerdict) -> None:
    assert drill.verdict is verdict


@given(
    st.dictionaries(st.sampled_from(DrillPart), st.builds(Proof, st.none() | st.floats(0, 9), st.none(), st.booleans()))
)
def test_whatever_is_proven_there_is_one_verdict_and_failures_are_named(proofs: dict[DrillPart, Proof]) -> None:
    drill = ended(*proofs.items(), is_nightly=True)
    assert (drill.verdict is DrillVerdict.FAILED) is bool(drill.failed) is drill.is_to_be_seen
    assert drill.verdict is not DrillVerdict.UNDER_WAY


@pytest.mark.parametrize("kind", DrillKind)
def test_it_is_settled_once_each_of_its_parts_is_known(kind: DrillKind) -> None:
    drill = Drill(kind, T)
    for part in kind.parts:
        assert not drill.is_settled
        drill = drill.proven(part, Proof(1.0))
    assert drill.is_settled


def test_what_was_not_noticed_is_settled() -> None:
    assert Drill(DrillKind.FROZEN, T).proven(DrillPart.NOTICED, Proof(why=DrillWhy.NO_RULE)).is_settled


def test_only_a_night_that_failed_is_to_be_seen_and_only_until_somebody_has() -> None:
    failed = ended(SEEN, SILENT, is_nightly=True)
    assert failed.is_to_be_seen
    assert not replace(failed, seen_s=T).is_to_be_seen
    assert not replace(failed, is_nightly=False).is_to_be_seen
    assert not replace(failed, standing=DrillStanding.UNDER_WAY).is_to_be_seen
    assert not ended(SEEN, HEARD, is_nightly=True).is_to_be_seen
    assert replace(failed, standing=DrillStanding.CUT_OFF, proofs={}).is_to_be_seen
