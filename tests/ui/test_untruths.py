"""What is said of a camera that says something else of its streams than it sends."""

from __future__ import annotations

from wall.model.seen_stream import SeenStream
from wall.model.stream import Codec
from wall.model.video import StreamSize
from wall.ui.untruths import said_of, untruth

SEEN = SeenStream(Codec.H265, StreamSize(1920, 1080, (1920, 1080)))


def test_size_and_codec_are_named_where_they_differ() -> None:
    assert untruth(SEEN, (640, 360), Codec.H265) == "says 640×360, sends 1920×1080"
    assert untruth(SEEN, (1920, 1080), Codec.H264) == "says H.264, sends H.265"
    assert untruth(SEEN, (640, 360), Codec.H264) == "says 640×360, H.264, sends 1920×1080, H.265"
    assert said_of(SEEN, (640, 360), Codec.H264) == "640×360, H.264"


def test_what_nobody_says_or_nobody_has_seen_is_no_untruth() -> None:
    assert untruth(SEEN, None, None) == untruth(SEEN, (1920, 1080), Codec.H265) == ""
    assert untruth(SeenStream(), (640, 360), Codec.H264) == said_of(SEEN, None, None) == ""


def test_a_camera_may_name_the_size_of_its_picture_or_of_its_pixels() -> None:
    """Where they are wider than high, both are right."""
    wide = SeenStream(size=StreamSize(704, 576, (768, 576)))
    assert untruth(wide, (704, 576), None) == untruth(wide, (768, 576), None) == ""
