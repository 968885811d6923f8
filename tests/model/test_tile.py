"""What a tile says: each state with its cause, and never "live" without proof."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wall.model.scene import Scene
from wall.model.tile import Cause, Observation, Phase, Thresholds, TileState, TileStatus, judge
from wall.model.video import Level

LIMITS = Thresholds()
NOW_S = 1000.0
LIVE = Observation(
    Phase.PLAYING, opened_s=NOW_S - 60, packet_s=NOW_S - 0.02, picture_s=NOW_S - 0.1, changed_s=NOW_S - 0.3
)
OPENED = Observation(Phase.PLAYING, opened_s=NOW_S - 0.3, packet_s=NOW_S - 0.02)


def said(seen: Observation) -> tuple[TileState, Cause]:
    status = judge(seen, NOW_S, LIMITS)
    return status.state, status.cause


def test_live() -> None:
    assert judge(LIVE, NOW_S, LIMITS) == TileStatus(TileState.LIVE)


@pytest.mark.parametrize(
    ("cause", "state"),
    [
        (Cause.LOGIN, TileState.LOGIN_REFUSED),
        (Cause.LOGIN_NEEDED, TileState.LOGIN_REFUSED),
        (Cause.SESSIONS_FULL, TileState.SESSIONS_FULL),
        (Cause.CODEC, TileState.UNSUPPORTED),
        (Cause.NO_VIDEO, TileState.UNSUPPORTED),
        (Cause.DECODER, TileState.DECODER_FAILED),
        (Cause.REFUSED, TileState.NO_SIGNAL),
        (Cause.RESET, TileState.NO_SIGNAL),
        (Cause.SILENT, TileState.NO_SIGNAL),
        (Cause.TIMEOUT, TileState.NO_SIGNAL),
        (Cause.NOT_VIDEO, TileState.NO_SIGNAL),
        (Cause.OVERSIZE, TileState.NO_SIGNAL),
        (Cause.UNKNOWN, TileState.NO_SIGNAL),
    ],
)
def test_a_failure_has_its_state_and_keeps_its_cause(cause: Cause, state: TileState) -> None:
    assert said(replace(LIVE, phase=Phase.FAILED, cause=cause)) == (state, cause)


@pytest.mark.parametrize(
    ("seen", "state", "cause"),
    [
        (Observation(Phase.OPENING), TileState.CONNECTING, Cause.OPENING),
        (replace(LIVE, phase=Phase.OPENING), TileState.CONNECTING, Cause.OPENING),
        (replace(LIVE, phase=Phase.LOST), TileState.DECODER_FAILED, Cause.DECODER_LOST),
        (OPENED, TileState.CONNECTING, Cause.FIRST_PICTURE),
        (replace(OPENED, packet_s=None), TileState.CONNECTING, Cause.FIRST_PICTURE),
        (replace(OPENED, damaged_share=0.9), TileState.DECODER_FAILED, Cause.DAMAGED),
        (replace(OPENED, opened_s=NOW_S - 10.1), TileState.DECODER_FAILED, Cause.DECODER),
        (
            replace(OPENED, opened_s=NOW_S - 10.1, packet_s=NOW_S - 2),
            TileState.CONNECTING,
            Cause.FIRST_PICTURE,
        ),
        (replace(LIVE, damaged_share=0.26), TileState.DECODER_FAILED, Cause.DAMAGED),
        (replace(LIVE, damaged_share=0.25), TileState.LIVE, Cause.DAMAGED),
        (replace(LIVE, damaged_share=0.02), TileState.LIVE, Cause.NONE),
        (replace(LIVE, picture_s=NOW_S - 1.6), TileState.LATE, Cause.SLOW),
        (replace(LIVE, picture_s=NOW_S - 1.6, packet_s=NOW_S - 1.6), TileState.LATE, Cause.SILENT),
        (replace(LIVE, picture_s=NOW_S - 1.5), TileState.LIVE, Cause.NONE),
        (replace(LIVE, changed_s=NOW_S - 2.1), TileState.FROZEN, Cause.STANDING),
        (replace(LIVE, changed_s=NOW_S - 2.0), TileState.LIVE, Cause.NONE),
        (replace(LIVE, repeats=True), TileState.FROZEN, Cause.STANDING),
        (replace(LIVE, clock_offset_s=-3600.0), TileState.LIVE, Cause.CLOCK),
        (replace(LIVE, clock_offset_s=4.9), TileState.LIVE, Cause.NONE),
        (replace(LIVE, skips=True), TileState.LIVE, Cause.SKIPPING),
        (replace(LIVE, is_black=True), TileState.LIVE, Cause.BLACK),
        (replace(LIVE, is_black=True, level=Level.KEYFRAMES), TileState.LIVE, Cause.BLACK),
        (replace(LIVE, is_black=True, damaged_share=0.1), TileState.LIVE, Cause.BLACK),
        (replace(LIVE, scene=Scene.BLINDED), TileState.LIVE, Cause.BLINDED),
        (replace(LIVE, scene=Scene.MOVED, level=Level.HALF_RATE), TileState.LIVE, Cause.MOVED),
        (replace(LIVE, scene=Scene.MOVED, is_black=True), TileState.LIVE, Cause.BLACK),
        (replace(LIVE, scene=Scene.MOVED, damaged_share=0.1), TileState.LIVE, Cause.DAMAGED),
        (replace(LIVE, scene=Scene.BLINDED, repeats=True), TileState.FROZEN, Cause.STANDING),
        (replace(LIVE, is_black=True, repeats=True), TileState.FROZEN, Cause.STANDING),
        (replace(LIVE, skips=True, level=Level.HALF_RATE), TileState.LIVE, Cause.HALF_RATE),
        (replace(LIVE, format_s=NOW_S - 3.9), TileState.LIVE, Cause.FORMAT),
        (replace(LIVE, format_s=NOW_S - 4.1), TileState.LIVE, Cause.NONE),
        (replace(LIVE, format_s=NOW_S - 1, clock_offset_s=60.0), TileState.LIVE, Cause.FORMAT),
    ],
)
def test_what_is_seen_and_what_is_said(seen: Observation, state: TileState, cause: Cause) -> None:
    assert said(seen) == (state, cause)


@pytest.mark.parametrize(
    ("seen", "easing"),
    [
        (replace(LIVE, is_black=True, level=Level.KEYFRAMES), Cause.KEYFRAMES),
        (replace(LIVE, scene=Scene.MOVED, skips=True), Cause.SKIPPING),
        (replace(LIVE, level=Level.HALF_RATE), Cause.HALF_RATE),
        (replace(LIVE, damaged_share=0.1, level=Level.HALF_RATE), Cause.HALF_RATE),
        (replace(LIVE, damaged_share=0.1, skips=True), Cause.SKIPPING),
        (replace(LIVE, format_s=NOW_S - 1, level=Level.SMALLER_STREAM), Cause.SMALLER_STREAM),
        (replace(LIVE, is_black=True, clock_offset_s=60.0), Cause.NONE),
    ],
)
def test_what_is_left_out_is_told_beside_whatever_else_is_wrong(seen: Observation, easing: Cause) -> None:
    assert judge(seen, NOW_S, LIMITS).easing is easing


@pytest.mark.parametrize("changed_s", [None, NOW_S - 30, NOW_S - 0.4])
def test_a_first_picture_is_no_proof_until_it_was_looked_at(changed_s: float | None) -> None:
    """Nor does a picture that changed before this connection was opened prove that it moves now."""
    seen = replace(OPENED, picture_s=NOW_S - 0.1, changed_s=changed_s)
    assert said(seen) == (TileState.CONNECTING, Cause.FIRST_PICTURE)


@pytest.mark.parametrize("changed_s", [None, NOW_S - 30])
def test_a_connection_whose_picture_never_changes_is_frozen(changed_s: float | None) -> None:
    seen = replace(LIVE, opened_s=NOW_S - 2.1, changed_s=changed_s)
    assert said(seen) == (TileState.FROZEN, Cause.STANDING)


MOMENTS = st.floats(NOW_S - 20, NOW_S)
OBSERVATIONS = st.builds(
    Observation,
    phase=st.sampled_from(Phase),
    cause=st.sampled_from(Cause),
    opened_s=MOMENTS,
    packet_s=st.none() | MOMENTS,
    picture_s=st.none() | MOMENTS,
    changed_s=st.none() | MOMENTS,
    damaged_share=st.floats(0, 1),
    clock_offset_s=st.none() | st.floats(-1e9, 1e9),
    format_s=st.none() | MOMENTS,
    repeats=st.booleans(),
    skips=st.booleans(),
)


@given(OBSERVATIONS)
def test_live_has_a_young_and_changing_picture_of_this_connection(seen: Observation) -> None:
    if not judge(seen, NOW_S, LIMITS).is_live:
        return
    assert seen.phase is Phase.PLAYING
    assert seen.damaged_share <= LIMITS.damaged_share and not seen.repeats
    assert seen.picture_s is not None and seen.changed_s is not None
    assert NOW_S - seen.picture_s <= LIMITS.late_after_s
    assert NOW_S - seen.changed_s <= LIMITS.frozen_after_s
    assert min(seen.picture_s, seen.changed_s) >= seen.opened_s


@given(OBSERVATIONS)
def test_whatever_is_not_live_has_a_cause(seen: Observation) -> None:
    assume(not (seen.phase is Phase.FAILED and seen.cause is Cause.NONE))
    status = judge(seen, NOW_S, LIMITS)
    assert status.is_live or status.cause is not Cause.NONE


@given(OBSERVATIONS, st.floats(3, 1e6))
def test_nothing_stays_live_by_itself(seen: Observation, later_s: float) -> None:
    """Without news, no tile is live for longer than a picture may be old."""
    assert not judge(seen, NOW_S + later_s, LIMITS).is_live


@given(OBSERVATIONS)
def test_a_remark_does_not_change_the_state(seen: Observation) -> None:
    plain = replace(seen, clock_offset_s=None, format_s=None)
    assert judge(seen, NOW_S, LIMITS).state is judge(plain, NOW_S, LIMITS).state


@given(OBSERVATIONS)
def test_the_cause_of_a_former_failure_is_not_repeated(seen: Observation) -> None:
    """The phase says whether the cause still holds."""
    assume(seen.phase is not Phase.FAILED)
    assert judge(seen, NOW_S, LIMITS) == judge(replace(seen, cause=Cause.NONE), NOW_S, LIMITS)


def test_other_limits_are_heeded() -> None:
    strict = Thresholds(late_after_s=0.05)
    assert judge(LIVE, NOW_S, strict) == TileStatus(TileState.LATE, Cause.SLOW)
