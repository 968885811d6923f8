"""From access units to pictures: which decoder, since when, at which size."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

import pytest

from tests.support.waiting import wait_until
from tests.video.decode.recorded import RecordedEngine, RecordedPlayer
from tests.video.decode.stream import Stream, info
from tests.video.encoded import QUARTERS, encode, moving, quarters
from tests.video.screen import are_like, colours
from wall.model.stream import Codec
from wall.model.video import StreamSize
from wall.video.decode.quick import QuickEngine
from wall.video.engine import Engine, Progress
from wall.video.memory import PictureMemory, PictureReader
from wall.video.rtsp import AccessUnit


@pytest.fixture
def recorded() -> RecordedEngine:
    return RecordedEngine()


@pytest.fixture
def stream(recorded: RecordedEngine) -> Iterator[Stream]:
    """A stream of H.264 that was just opened, with a recorded engine."""
    stream = Stream(recorded, recorded)
    stream.maker.begin(info())
    yield stream
    stream.close()
    assert recorded.open == []


def playing(engine: RecordedEngine) -> RecordedPlayer:
    (player,) = engine.open
    return player


def test_it_begins_with_a_keyframe(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(b"p1", b"p2", pass_s=0.1)
    assert recorded.players == []
    stream.send(b"key", keyframe=True)
    stream.send(b"p3")
    assert playing(recorded).fed == [b"key", b"p3"]
    assert playing(recorded).strict


def test_packets_are_seen_even_before(stream: Stream) -> None:
    stream.send(b"p1", pass_s=1)
    assert stream.memory.vitals().packet_s == stream.now_s


def test_a_camera_without_keyframes_is_shown_after_a_while(stream: Stream, recorded: RecordedEngine) -> None:
    """Gradual refresh sends none."""
    stream.send(*[b"p"] * 40, pass_s=0.1)
    assert recorded.players == []
    stream.send(*[b"q"] * 5, pass_s=0.1)
    assert 2 < len(playing(recorded).fed) <= 5


@pytest.mark.parametrize("keyframes", [True, False])
def test_a_very_long_group_is_fed_without_a_gap(stream: Stream, recorded: RecordedEngine, keyframes: bool) -> None:
    """Its beginning is no longer kept, which is no reason to withhold anything from a decoder that has it."""
    stream.send(b"key", keyframe=keyframes, pass_s=5)
    stream.send(b"key", keyframe=keyframes, pass_s=5)
    stream.send(*[b"p"] * 2000, pass_s=0.04)
    assert len(playing(recorded).fed) == 2000 + (2 if keyframes else 1)


def test_moving_in_a_very_long_group_waits_for_the_next_keyframe(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(b"key", keyframe=True)
    stream.send(*[b"p"] * 2000, pass_s=0.04)
    stream.maker.move(stream.memory)
    stream.send(b"p", pass_s=0.04)
    assert recorded.open == []
    stream.send(b"key2", keyframe=True)
    assert playing(recorded).fed == [b"key2"]


def test_a_reconnection_keeps_the_decoder_and_waits_for_a_keyframe(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(b"key", keyframe=True)
    stream.maker.pause()
    stream.maker.begin(info())
    stream.send(b"p", pass_s=0.1)
    stream.send(b"key2", keyframe=True)
    assert playing(recorded).fed == [b"key", b"key2"]
    assert stream.memory.vitals().format_s is None


def test_another_codec_gets_another_decoder(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(b"key", keyframe=True)
    stream.maker.begin(info(Codec.H265))
    stream.send(b"key2", keyframe=True)
    assert (playing(recorded).codec, playing(recorded).fed) == (Codec.H265, [b"key2"])
    assert stream.memory.vitals().format_s is not None


def test_moving_goes_on_from_the_last_keyframe(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(b"key", keyframe=True)
    stream.send(b"key2", keyframe=True)
    stream.send(b"p", b"q")
    larger = PictureMemory.create(640, 360)
    stream.maker.move(larger)
    player = playing(recorded)
    assert player.fed == [b"key2", b"p", b"q"]
    assert player.writer.memory is larger and player.size() == (640, 360)
    stream.send(b"r")
    assert player.fed[-1] == b"r"
    larger.close()


def test_moving_before_anything_came(stream: Stream, recorded: RecordedEngine) -> None:
    stream.maker.move(stream.memory)
    assert recorded.players == []


def test_a_decoder_that_cannot_keep_up_begins_again_at_a_keyframe(stream: Stream, recorded: RecordedEngine) -> None:
    """Late for ever would be worse than a gap."""
    stream.send(b"p", pass_s=0.1)
    stream.send(b"key", keyframe=True, pass_s=10)
    first = playing(recorded)
    first.told = Progress(10, 5, 31)
    stream.maker.look(stream.now_s)
    assert first.closed
    stream.send(b"p", pass_s=0.1)
    stream.send(b"key2", keyframe=True)
    assert playing(recorded).fed == [b"key2"]


def test_a_decoder_that_gives_nothing_is_replaced_by_a_tolerant_one(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(b"key", keyframe=True)
    stream.send(b"p", pass_s=3.1)
    stream.maker.look(stream.now_s)
    assert len(recorded.players) == 2
    assert (playing(recorded).strict, playing(recorded).fed) == (False, [b"key", b"p"])


def test_a_decoder_that_stopped_giving_pictures_is_replaced_by_its_like(
    stream: Stream, recorded: RecordedEngine
) -> None:
    """It showed that it can be strict with this camera: what it refuses now is damaged."""
    stream.send(b"key", keyframe=True)
    playing(recorded).show(stream.now_s)
    stream.send(b"p", pass_s=3.1)
    stream.maker.look(stream.now_s)
    assert len(recorded.players) == 2 and playing(recorded).strict


def test_nothing_is_replaced_when_nothing_comes(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(b"key", keyframe=True)
    stream.maker.look(stream.now_s + 60)
    assert len(recorded.players) == 1


def test_damage_is_told(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(b"key", keyframe=True)
    for taken in range(4, 100, 4):
        playing(recorded).told = Progress(taken, taken // 2, 0)
        stream.maker.look(stream.now_s)
    assert stream.memory.vitals().damaged_share == pytest.approx(0.5)


def test_a_decoder_without_time_is_late_and_its_camera_sends_no_rubbish(
    stream: Stream, recorded: RecordedEngine
) -> None:
    stream.send(b"key", keyframe=True, pass_s=1)
    playing(recorded).show(stream.now_s)
    playing(recorded).told = Progress(1, 1, 8, 8)
    stream.send(b"p", pass_s=1.5)
    stream.maker.look(stream.now_s)
    assert stream.memory.vitals().damaged_share == 0
    playing(recorded).told = Progress(9, 1, 0, 0)
    stream.send(b"p", pass_s=0.1)
    stream.maker.look(stream.now_s)
    assert stream.memory.vitals().damaged_share == 1


def test_what_follows_a_damaged_keyframe_counts_as_damaged(stream: Stream, recorded: RecordedEngine) -> None:
    """It came whole, but there is nothing to build it on."""
    stream.send(b"key", keyframe=True)
    for taken in range(4, 100, 4):
        playing(recorded).told = Progress(taken, taken, 0)
        stream.maker.look(stream.now_s)
    assert stream.memory.vitals().damaged_share == 0
    stream.maker.unit(AccessUnit(b"half a key", 0.0, stream.now_s, True, damaged=True))
    stream.send(*[b"p"] * 9)
    stream.maker.look(stream.now_s)
    assert stream.memory.vitals().damaged_share == pytest.approx(1.0)
    stream.send(b"key2", keyframe=True)
    stream.send(*[b"q"] * 9)
    stream.maker.look(stream.now_s)
    assert stream.memory.vitals().damaged_share == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("tile", "coarse"), [((320, 180), True), ((368, 206), True), ((400, 226), False), ((640, 360), False)]
)
def test_only_what_is_shown_much_smaller_is_decoded_coarsely(
    recorded: RecordedEngine, tile: tuple[int, int], coarse: bool
) -> None:
    small = Stream(recorded, recorded, tile)
    small.maker.begin(info())
    small.send(encode(Codec.H264, [quarters(640, 360, 0)])[0], keyframe=True)
    assert playing(recorded).coarse is coarse
    small.close()


def test_another_size_gets_its_own_care(stream: Stream, recorded: RecordedEngine) -> None:
    stream.send(encode(Codec.H264, [quarters(640, 360, 0)])[0], keyframe=True)
    assert playing(recorded).coarse
    stream.send(encode(Codec.H264, [quarters(320, 180, 0)])[0], keyframe=True)
    stream.maker.look(stream.now_s)
    assert not playing(recorded).coarse


def test_standing_is_measured_from_the_last_change(stream: Stream, recorded: RecordedEngine) -> None:
    assert stream.maker.standing_s(stream.now_s) == 0
    stream.send(b"key", keyframe=True)
    playing(recorded).show(stream.now_s)
    stream.maker.look(stream.now_s)
    playing(recorded).show(stream.now_s + 5)
    stream.maker.look(stream.now_s + 5)
    assert stream.maker.standing_s(stream.now_s + 5) == pytest.approx(5)


@pytest.fixture
def real(engine: Engine, quick: QuickEngine) -> Iterator[Stream]:
    stream = Stream(engine, quick)
    yield stream
    stream.close()


@pytest.mark.parametrize(
    ("size", "aspect", "shown"),
    [
        ((320, 180), Fraction(1), (320, 180)),
        ((352, 288), Fraction(12, 11), (240, 180)),
        ((180, 320), Fraction(1), (100, 180)),
        ((640, 180), Fraction(1), (320, 90)),
    ],
)
@pytest.mark.parametrize("codec", [Codec.H264, Codec.H265])
def test_the_picture_has_the_proportions_of_the_street(
    real: Stream, codec: Codec, size: tuple[int, int], aspect: Fraction, shown: tuple[int, int]
) -> None:
    real.maker.begin(info(codec))
    key, *rest = encode(codec, [quarters(*size, number) for number in range(3)], aspect=aspect)
    real.send(key, keyframe=True)
    real.send(*rest)
    reader = PictureReader(real.memory)
    wait_until(reader.has_newer)
    picture = reader.hold()
    assert picture is not None and (picture.width, picture.height) == shown
    assert are_like(colours(picture), QUARTERS)


@pytest.mark.parametrize("codec", [Codec.H264, Codec.H265])
def test_parameter_sets_may_stand_in_the_description_alone(real: Stream, codec: Codec) -> None:
    key, *rest = moving(codec)[:3]
    start = b"\0\0\0\1"
    pieces = [start + piece for piece in key.replace(b"\0\0\1", start).split(start) if piece]
    sets = [piece for piece in pieces if _is_parameter_set(codec, piece[4])]
    assert len(sets) == (2 if codec is Codec.H264 else 3)
    real.maker.begin(info(codec, b"".join(sets)))
    real.send(b"".join(piece for piece in pieces if piece not in sets), keyframe=True)
    real.send(*rest)
    reader = PictureReader(real.memory)
    wait_until(reader.has_newer)
    picture = reader.hold()
    assert picture is not None and are_like(colours(picture), QUARTERS)


def _is_parameter_set(codec: Codec, header: int) -> bool:
    return header & 0x1F in (7, 8) if codec is Codec.H264 else header >> 1 & 0x3F in (32, 33, 34)


def test_a_new_size_of_the_stream_is_noted_and_pictures_go_on(real: Stream) -> None:
    real.maker.begin(info())
    reader = PictureReader(real.memory)
    for size, shown in (((320, 180), 320), ((320, 240), 240)):
        assert real.memory.vitals().format_s is None
        key, *rest = encode(Codec.H264, [quarters(*size, number) for number in range(4)])
        real.send(key, keyframe=True)
        for unit in rest:
            real.send(unit)
            time.sleep(0.05)
        wait_until(partial(_has_width, reader, shown))
        assert real.memory.vitals().stream_size == StreamSize(*size, size)
    assert real.memory.vitals().format_s is not None


def test_it_is_stretched_over_all_of_its_box_where_that_is_wanted(real: Stream) -> None:
    real.maker.begin(info())
    square = PictureMemory.create(180, 180, stretches=True)
    real.maker.move(square)
    units = encode(Codec.H264, [quarters(320, 180, number) for number in range(3)])
    real.send(units[0], keyframe=True)
    real.send(*units[1:])
    reader = PictureReader(square)
    wait_until(reader.has_newer)
    picture = reader.hold()
    assert picture is not None and (picture.width, picture.height) == (180, 180)
    assert are_like(colours(picture), QUARTERS)
    square.close()


def test_the_size_of_the_stream_is_told_in_whatever_memory(real: Stream) -> None:
    """Also while it rests: nobody decodes, and the stream is known all the same."""
    real.maker.begin(info())
    real.maker.rest()
    key, *_ = encode(Codec.H264, [quarters(320, 240)], aspect=Fraction(4, 3))
    real.send(key, keyframe=True)
    told = StreamSize(320, 240, (427, 240))
    assert real.memory.vitals().stream_size == told
    other = PictureMemory.create(64, 36)
    real.maker.wake(other)
    assert other.vitals().stream_size == told
    other.close()


def _has_width(reader: PictureReader, width: int) -> bool:
    picture = reader.hold()
    return picture is not None and picture.width == width
