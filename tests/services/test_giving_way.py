"""What it means for a stream that another one of its camera may take its place, or has done so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wall.model.decode_cost import Load
from wall.model.degradation import Candidate
from wall.model.other_stream import OtherStream
from wall.model.picture import PictureBox
from wall.model.stream import Codec, Source
from wall.model.video import Decoder, Ease, Level
from wall.services.giving_way import candidate, decoded_so, level_beside, other_of
from wall.services.viewer import Viewer
from wall.video.feed import TileFeed

SMALLER = OtherStream(Source("rtsp://127.0.0.1/sub"), (640, 360), is_smaller=True)
LARGER = OtherStream(Source("rtsp://127.0.0.1/main"), (1280, 720), is_smaller=False)
OWN = Load(Codec.H264, (1280, 720), (960, 540), 15.0, 2048.0)
BESIDE = replace(OWN, stream=(640, 360))


def viewer(tile: int, other: OtherStream | None) -> Viewer:
    return Viewer(tile, PictureBox(960, 540), TileFeed(), other=other)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], None),
        ([None], None),
        ([SMALLER], SMALLER),
        ([SMALLER, SMALLER], SMALLER),
        ([SMALLER, None], None),
        ([None, LARGER], LARGER),
        ([LARGER, SMALLER], LARGER),
    ],
)
def test_it_gives_way_only_where_all_can_do_with_less(
    others: list[OtherStream | None], expected: OtherStream | None
) -> None:
    assert other_of(viewer(tile, other) for tile, other in enumerate(others)) == expected


def test_what_gives_way_is_decoded_in_full_until_it_is_gone() -> None:
    assert decoded_so(Ease(Decoder.VLC, Level.SMALLER_STREAM), SMALLER) == Ease()
    assert decoded_so(Ease(Decoder.FFMPEG, Level.HALF_RATE), SMALLER) == Ease(Decoder.FFMPEG, Level.HALF_RATE)


def test_what_stands_in_is_decoded_in_full_until_the_larger_one_is_back() -> None:
    for level in (Level.FULL, Level.HALF_RATE, Level.SMALLER_STREAM):
        assert decoded_so(Ease(level=level), LARGER) == Ease()
    assert decoded_so(Ease(level=Level.KEYFRAMES), LARGER) == Ease(level=Level.KEYFRAMES)


def test_who_takes_over_goes_on_where_the_other_one_was() -> None:
    assert level_beside(Level.FULL, LARGER, Level.FULL) is Level.SMALLER_STREAM
    assert level_beside(Level.FULL, LARGER, Level.KEYFRAMES) is Level.KEYFRAMES
    assert level_beside(Level.SMALLER_STREAM, None, Level.FULL) is Level.FULL, "it is held, or rests"
    assert level_beside(Level.KEYFRAMES, None, Level.FULL) is Level.KEYFRAMES
    assert level_beside(Level.HALF_RATE, SMALLER, Level.FULL) is Level.HALF_RATE


def test_the_budget_sees_one_cell_and_both_of_its_streams() -> None:
    planned = Ease(level=Level.SMALLER_STREAM)
    gives = candidate(1, 5, OWN, Ease(), (SMALLER, BESIDE))
    assert gives == Candidate(1, OWN, 5, BESIDE)
    stands_in = candidate(2, 5, BESIDE, planned, (LARGER, OWN))
    assert stands_in == Candidate(2, OWN.eased(planned), 5, BESIDE)
    assert stands_in.at(planned).stream == BESIDE.stream and stands_in.at(Ease()).stream == OWN.stream


def test_what_rests_costs_what_it_costs_whatever_might_stand_there() -> None:
    rests = replace(OWN, is_resting=True)
    assert candidate(1, 0, rests, Ease(), (SMALLER, BESIDE)) == Candidate(1, rests, 0)
