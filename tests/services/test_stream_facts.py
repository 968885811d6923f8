"""What a stream is expected to cost before it was ever received."""

from __future__ import annotations

import pytest

from wall.model.stream import Codec
from wall.model.video import Ease, Level, StreamSize
from wall.services.flow import Rate
from wall.services.stream_facts import StreamFacts


@pytest.mark.parametrize(
    ("shown", "expected"), [((310, 174), (640, 360)), ((932, 524), (1280, 720)), ((1870, 1052), (1280, 720))]
)
def test_of_what_nobody_tells_it_is_what_is_usual_for_a_picture_so_large(
    shown: tuple[int, int], expected: tuple[int, int]
) -> None:
    load = StreamFacts().expected(shown)
    assert (load.stream, load.fps, load.codec) == (expected, 15.0, Codec.H264)
    assert load.kbit_s == pytest.approx(2200 * expected[0] * expected[1] / 1e6)


def test_what_the_camera_says_comes_before_what_is_usual_and_what_was_seen_before_both() -> None:
    facts = StreamFacts()
    said = facts.expected((310, 174), (1920, 1080), Codec.H265)
    assert (said.stream, said.codec) == ((1920, 1080), Codec.H265)
    facts.codec, facts.size = Codec.H264, StreamSize(704, 576, (768, 576))
    facts.measured(Rate(25.0, 900.0), Level.FULL)
    seen = facts.expected((310, 174), (1920, 1080), Codec.H265)
    assert (seen.stream, seen.codec, seen.fps, seen.kbit_s) == ((704, 576), Codec.H264, 25.0, 900.0)


def test_what_is_left_out_is_not_taken_for_what_the_camera_sends() -> None:
    facts = StreamFacts(codec=Codec.H264, size=StreamSize(640, 360, (640, 360)))
    facts.measured(Rate(15.0, 500.0), Level.FULL)
    facts.measured(Rate(0.5, 540.0), Level.KEYFRAMES)
    load = facts.load((310, 174), Ease(), is_resting=False)
    assert load is not None and load.fps == 15.0 and 500.0 < load.kbit_s < 540.0


def test_one_look_that_sees_a_picture_more_says_little() -> None:
    facts = StreamFacts(codec=Codec.H264, size=StreamSize(640, 360, (640, 360)))
    for fps in (18.0, 15.0, 15.0, 14.5, 15.5, 15.0, 15.0, 15.0, 17.0):
        facts.measured(Rate(fps, 500.0), Level.FULL)
    load = facts.load((310, 174), Ease(), is_resting=False)
    assert load is not None and load.fps == pytest.approx(15.5, abs=0.4)
    for _ in range(12):
        facts.measured(Rate(25.0, 500.0), Level.FULL)
    load = facts.load((310, 174), Ease(), is_resting=False)
    assert load is not None and load.fps > 24.5


def test_nothing_is_known_before_something_came() -> None:
    assert StreamFacts().load((310, 174), Ease(), is_resting=False) is None
