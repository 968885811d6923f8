"""A stream is decoded by whom is wanted, and changes hands at a keyframe."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.support.waiting import wait_until
from tests.video.decode.recorded import RecordedEngine
from tests.video.decode.stream import Stream, info
from tests.video.encoded import GREYS, grey_number, greys
from tests.video.screen import colour_at
from wall.model.stream import Codec
from wall.model.video import Decoder, Ease, Level
from wall.video.decode.quick import QuickEngine
from wall.video.engine import Engine
from wall.video.memory import PictureReader


@pytest.fixture
def vlc() -> RecordedEngine:
    return RecordedEngine()


@pytest.fixture
def ffmpeg() -> RecordedEngine:
    return RecordedEngine()


@pytest.fixture
def stream(vlc: RecordedEngine, ffmpeg: RecordedEngine) -> Iterator[Stream]:
    """A stream of H.264 in mid-group, decoded by libVLC."""
    stream = Stream(vlc, ffmpeg)
    stream.maker.begin(info())
    stream.send(b"key", keyframe=True)
    stream.send(b"p1", pass_s=0.1)
    yield stream
    stream.close()
    assert vlc.open == ffmpeg.open == []


def test_it_changes_hands_at_the_next_keyframe(stream: Stream, vlc: RecordedEngine, ffmpeg: RecordedEngine) -> None:
    stream.maker.take_it_easy(Ease(Decoder.FFMPEG))
    stream.send(b"p2", pass_s=0.1)
    assert ffmpeg.players == [] and vlc.players[0].fed == [b"key", b"p1", b"p2"]
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    stream.send(b"p3", pass_s=0.1)
    assert vlc.open == []
    assert ffmpeg.players[0].fed == [b"key2", b"p3"]


def test_it_comes_back_without_a_gap(stream: Stream, vlc: RecordedEngine, ffmpeg: RecordedEngine) -> None:
    """libVLC takes longer for its first picture: until then the other goes on."""
    stream.maker.take_it_easy(Ease(Decoder.FFMPEG))
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    stream.maker.take_it_easy(Ease(Decoder.VLC))
    stream.send(b"key3", keyframe=True, pass_s=0.1)
    stream.send(b"p4", pass_s=0.1)
    assert ffmpeg.players[0].fed == [b"key2", b"key3", b"p4"]
    assert vlc.players[1].fed == [b"key3", b"p4"]
    vlc.players[1].show(stream.now_s)
    stream.send(b"p5", pass_s=0.1)
    assert ffmpeg.open == [] and vlc.players[1].fed[-1] == b"p5"


def test_it_is_told_who_decodes_now(stream: Stream) -> None:
    """Not who shall: that is another one only from the next keyframe on."""

    def told() -> Decoder | None:
        stream.maker.look(time.monotonic())
        return stream.memory.vitals().decoder

    assert told() is Decoder.VLC
    stream.maker.take_it_easy(Ease(Decoder.FFMPEG))
    assert told() is Decoder.VLC
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    assert told() is Decoder.FFMPEG
    stream.maker.rest()
    assert told() is None


def test_the_same_again_changes_nothing(stream: Stream, vlc: RecordedEngine, ffmpeg: RecordedEngine) -> None:
    stream.maker.take_it_easy(Ease(Decoder.VLC))
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    assert len(vlc.players) == 1 and ffmpeg.players == []


def test_after_a_rest_the_one_that_catches_up_stays(
    stream: Stream, vlc: RecordedEngine, ffmpeg: RecordedEngine
) -> None:
    stream.maker.take_it_easy(Ease(Decoder.FFMPEG))
    stream.maker.rest()
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    stream.maker.wake(None)
    stream.send(b"key3", keyframe=True, pass_s=0.1)
    assert vlc.open == [] and len(ffmpeg.players) == 1
    assert ffmpeg.players[0].fed == [b"key2", b"key3"]


def test_every_second_picture_is_left_out_by_who_can(stream: Stream, ffmpeg: RecordedEngine) -> None:
    stream.maker.take_it_easy(Ease(Decoder.FFMPEG, Level.HALF_RATE))
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    assert ffmpeg.players[0].shows_every == 2
    stream.maker.take_it_easy(Ease(Decoder.FFMPEG))
    assert ffmpeg.players[0].shows_every == 1


@pytest.mark.parametrize("decoder", Decoder)
def test_keyframes_alone_are_decoded_from_one_group_to_another(
    stream: Stream, vlc: RecordedEngine, ffmpeg: RecordedEngine, decoder: Decoder
) -> None:
    """A group is whole or nothing but its keyframe: what is built on a picture that was left out is a smear."""
    stream.maker.take_it_easy(Ease(decoder))
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    stream.maker.take_it_easy(Ease(decoder, Level.KEYFRAMES))
    stream.send(b"p2", pass_s=0.1)
    stream.send(b"key3", keyframe=True, pass_s=0.1)
    stream.send(b"p3", pass_s=0.1)
    stream.maker.take_it_easy(Ease(decoder))
    stream.send(b"p4", pass_s=0.1)
    stream.send(b"key4", keyframe=True, pass_s=0.1)
    stream.send(b"p5", pass_s=0.1)
    player = (ffmpeg if decoder is Decoder.FFMPEG else vlc).open[0]
    assert player.fed[-5:] == [b"key2", b"p2", b"key3", b"key4", b"p5"]


def test_what_is_left_out_is_no_damage_and_no_reason_for_another_decoder(stream: Stream, vlc: RecordedEngine) -> None:
    stream.maker.take_it_easy(Ease(level=Level.KEYFRAMES))
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    vlc.players[0].show(stream.now_s)
    for _ in range(40):
        stream.send(b"p", pass_s=0.25)
        stream.maker.look(stream.now_s)
    assert stream.memory.vitals().damaged_share == 0.0
    assert len(vlc.players) == 1


def test_a_new_size_begins_with_the_keyframe_alone_too(
    stream: Stream, vlc: RecordedEngine, ffmpeg: RecordedEngine
) -> None:
    stream.maker.take_it_easy(Ease(Decoder.FFMPEG, Level.KEYFRAMES))
    stream.send(b"key2", keyframe=True, pass_s=0.1)
    stream.send(b"p2", pass_s=0.1)
    stream.maker.rest()
    stream.maker.wake(None)
    assert ffmpeg.open[0].fed == [b"key2"]


def test_real_decoders_hand_over_without_a_picture_out_of_order(engine: Engine, quick: QuickEngine) -> None:
    """Each picture is a brighter grey than the one before: none comes after a newer one, and the last comes."""
    stream = Stream(engine, quick)
    reader = PictureReader(stream.memory)
    stream.maker.begin(info())
    units = greys(Codec.H264)
    seen: list[int] = []

    def shown() -> int:
        picture = reader.hold()
        assert picture is not None
        return grey_number(colour_at(picture, 0.5, 0.5)[1])

    def look() -> bool:
        if reader.has_newer():
            seen.append(shown())
        return bool(seen)

    try:
        for decoder in (Decoder.VLC, Decoder.FFMPEG, Decoder.VLC, Decoder.FFMPEG):
            stream.maker.take_it_easy(Ease(decoder))
            for place, unit in enumerate(units):
                stream.send(unit, keyframe=place == 0, pass_s=1 / 15)
                time.sleep(0.01)
                look()
            wait_until(lambda: look() and seen[-1] == GREYS - 1, 12, f"the last picture of {decoder} did not come")
            assert seen == sorted(seen), f"an older picture came after a newer one, by {decoder}"
            seen.clear()
    finally:
        stream.close()
