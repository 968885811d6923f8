"""How soon a stream that has just been opened is seen."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.video.decode.recorded import RecordedEngine
from tests.video.decode.stream import Stream, info
from wall.model.video import Decoder, Ease


@pytest.fixture
def vlc() -> RecordedEngine:
    return RecordedEngine()


@pytest.fixture
def ffmpeg() -> RecordedEngine:
    return RecordedEngine()


@pytest.fixture
def large(vlc: RecordedEngine, ffmpeg: RecordedEngine) -> Iterator[Stream]:
    """A picture alone on the wall."""
    stream = Stream(vlc, ffmpeg, (1920, 1080))
    stream.maker.begin(info())
    yield stream
    stream.close()
    assert vlc.open == ffmpeg.open == []


def test_a_large_picture_is_made_by_the_quick_engine_until_the_other_has_one(
    large: Stream, vlc: RecordedEngine, ffmpeg: RecordedEngine
) -> None:
    large.send(b"key", keyframe=True)
    large.send(b"p1", pass_s=0.1)
    assert vlc.players[0].fed == ffmpeg.players[0].fed == [b"key", b"p1"]
    vlc.players[0].show(large.now_s)
    large.send(b"p2", pass_s=0.1)
    assert ffmpeg.open == [] and vlc.players[0].fed == [b"key", b"p1", b"p2"]
    large.send(b"key2", keyframe=True, pass_s=0.1)
    assert (len(vlc.players), len(ffmpeg.players)) == (1, 1)


def test_what_the_quick_engine_decodes_anyway_is_decoded_once(
    large: Stream, vlc: RecordedEngine, ffmpeg: RecordedEngine
) -> None:
    large.maker.take_it_easy(Ease(Decoder.FFMPEG))
    large.send(b"key", keyframe=True)
    assert vlc.players == [] and len(ffmpeg.players) == 1


def test_a_small_picture_of_a_wall_costs_one_decoder(vlc: RecordedEngine, ffmpeg: RecordedEngine) -> None:
    small = Stream(vlc, ffmpeg, (320, 180))
    small.maker.begin(info())
    small.send(b"key", keyframe=True)
    assert (len(vlc.players), ffmpeg.players) == (1, [])
    small.close()


def test_the_first_picture_is_looked_for_often_and_not_for_ever(large: Stream, vlc: RecordedEngine) -> None:
    assert large.maker.wants_glances
    large.send(b"key", keyframe=True)
    large.maker.glance(large.now_s)
    assert large.memory.vitals().changed_s is None and large.maker.wants_glances
    vlc.players[0].show(large.now_s)
    seen_s = time.monotonic()
    large.maker.glance(seen_s)
    assert large.memory.vitals().changed_s == seen_s and not large.maker.wants_glances


def test_a_camera_that_sends_nothing_is_not_looked_at_often_for_ever(
    large: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    began_s = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: began_s + 4)
    assert not large.maker.wants_glances


def test_each_connection_begins_anew(large: Stream, vlc: RecordedEngine) -> None:
    large.send(b"key", keyframe=True)
    vlc.players[0].show(large.now_s)
    large.maker.glance(time.monotonic())
    large.maker.begin(info())
    assert large.maker.wants_glances
