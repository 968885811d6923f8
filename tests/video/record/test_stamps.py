"""The clock of a file grows, whatever the cameras and the network do."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from wall.video.record.stamps import TICKS_S, Stamps


def test_from_arrival() -> None:
    stamps = Stamps()
    assert [stamps.next(100 + number / 15)[1] for number in range(4)] == [0, 6000, 12000, 18000]
    assert stamps.next(104.0) == (4 * TICKS_S, 4 * TICKS_S), "a gap stays one"


def test_a_burst_grows_and_catches_up() -> None:
    stamps = Stamps()
    first = [stamps.next(7.0)[1] for _ in range(5)]
    assert first == [0, 90, 180, 270, 360]
    assert stamps.next(8.0)[1] == TICKS_S


def test_time_that_runs_backwards_still_grows() -> None:
    stamps = Stamps()
    assert [stamps.next(at_s)[1] for at_s in (10.0, 11.0, 3.0, 3.0, 11.5)] == [0, 90000, 90090, 90180, 135000]


def test_reordered_pictures_are_shown_when_the_camera_says() -> None:
    """I0 P3 B1 B2 P6 B4 B5, as they are sent; each arrives when it is encoded."""
    stamps, fps = Stamps(), 15
    sent = [0, 3, 1, 2, 6, 4, 5]
    given_out = [
        stamps.next(50 + index / fps, 900 + number / fps, keyframe=index == 0) for index, number in enumerate(sent)
    ]
    shown = [pts for pts, _ in given_out]
    assert [sent[i] for i in sorted(range(7), key=shown.__getitem__)] == list(range(7))
    assert all(pts >= dts for pts, dts in given_out)
    ordered = sorted(shown)
    assert {round((b - a) / TICKS_S * fps) for a, b in itertools.pairwise(ordered)} == {1}


@given(
    st.lists(
        st.tuples(
            st.floats(-1e6, 1e6, allow_nan=False),
            st.none() | st.floats(-1e9, 1e9, allow_nan=False) | st.integers(0, 3).map(float),
            st.booleans(),
        ),
        max_size=60,
    )
)
def test_whatever_is_stamped(told: list[tuple[float, float | None, bool]]) -> None:
    """Decoding stamps grow strictly; nothing is shown before it is decoded, or at the same moment as another."""
    stamps = Stamps()
    given_out = [stamps.next(arrived_s, shown_s, keyframe=keyframe) for arrived_s, shown_s, keyframe in told]
    decoded = [dts for _, dts in given_out]
    assert all(one < other for one, other in itertools.pairwise(decoded))
    assert all(dts <= pts <= dts + TICKS_S for pts, dts in given_out)
