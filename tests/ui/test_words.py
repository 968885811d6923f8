"""What a live tile says of what the camera sees, and of what is left out."""

from __future__ import annotations

import pytest

from wall.model.camera import Camera, streams_of
from wall.model.stream import Source
from wall.model.tile import Cause, TileState, TileStatus
from wall.ui import words
from wall.ui.alarms.words import kind_word

CAMERA = Camera(7, "Cổng", streams_of(Source("rtsp://127.0.0.1/")))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (TileStatus(TileState.LIVE), ("",)),
        (TileStatus(TileState.LIVE, Cause.KEYFRAMES), ("chỉ hình khóa",)),
        (TileStatus(TileState.LIVE, Cause.BLACK), ("hình đen",)),
        (TileStatus(TileState.LIVE, Cause.BLACK, Cause.KEYFRAMES), ("hình đen  ·  chỉ hình khóa", "hình đen")),
        (TileStatus(TileState.LIVE, Cause.BLINDED), ("bị che hoặc mờ",)),
        (TileStatus(TileState.LIVE, Cause.MOVED, Cause.HALF_RATE), ("lệch hướng  ·  nửa số hình", "lệch hướng")),
    ],
)
def test_what_the_camera_sees_comes_first(vietnamese: None, status: TileStatus, said: tuple[str, ...]) -> None:
    assert words.state_words(status) == said


def test_the_tooltip_says_both_in_full(vietnamese: None) -> None:
    told = words.whole_story(CAMERA, TileStatus(TileState.LIVE, Cause.BLINDED, Cause.KEYFRAMES)).splitlines()
    assert told[0] == "7  Cổng"
    assert told[2].startswith("Camera bị che") and len(told) == 4 and told[3].startswith("Máy")


def test_alarms_of_cameras_that_are_covered_or_turned_away_have_names(vietnamese: None) -> None:
    assert (kind_word("blinded"), kind_word("moved")) == ("Camera bị che", "Camera bị lệch hướng")
