"""A small tile that nobody looks at any more is decoded on for a while, so that the way back is short."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.support.waiting import wait_until
from tests.video.decode.recorded import RecordedEngine, RecordedPlayer
from tests.video.decode.stream import Stream, info
from tests.video.encoded import encode, greys, quarters
from tests.video.screen import Screen
from wall.model.stream import Codec
from wall.model.video import Decoder, Ease, Level
from wall.video.decode import players as players_module
from wall.video.decode import quick as quick_module
from wall.video.decode.quick import QuickEngine, QuickPlayer
from wall.video.memory import PictureMemory
from wall.video.rtsp import AccessUnit

KEY, *FOLLOWING = greys(Codec.H264)


@pytest.fixture
def stream(steady: RecordedEngine, catching: RecordedEngine) -> Iterator[Stream]:
    """A small stream in mid-group, with recorded engines."""
    stream = Stream(steady, catching)
    yield stream
    stream.close()
    assert steady.open == catching.open == []


def begin(stream: Stream, decoder: Decoder, level: Level = Level.FULL, key: bytes = KEY) -> None:
    stream.maker.take_it_easy(Ease(decoder, level))
    stream.maker.begin(info())
    stream.send(key, keyframe=True)
    stream.send(FOLLOWING[0])


def resting_of(engine: RecordedEngine) -> list[RecordedPlayer]:
    return [player for player in engine.open if player.rests]


def test_ffmpegs_decoder_goes_on_in_the_middle_of_the_group(stream: Stream, catching: RecordedEngine) -> None:
    begin(stream, Decoder.FFMPEG)
    stream.maker.rest()
    stream.send(FOLLOWING[1])
    (player,) = catching.players
    assert resting_of(catching) == [player] and player.fed == [KEY, *FOLLOWING[:2]]
    stream.maker.wake(None)
    stream.send(FOLLOWING[2])
    assert resting_of(catching) == [] and player.fed[-1] == FOLLOWING[2]


def test_for_libvlc_the_quick_one_begins_at_the_next_keyframe(
    stream: Stream, steady: RecordedEngine, catching: RecordedEngine
) -> None:
    begin(stream, Decoder.VLC)
    stream.maker.rest()
    stream.send(FOLLOWING[1])
    assert steady.open == catching.players == []
    held_off = catching.held_off
    stream.send(KEY, keyframe=True)
    stream.send(FOLLOWING[0])
    (player,) = catching.players
    assert resting_of(catching) == [player] and player.fed == [KEY, FOLLOWING[0]]
    assert catching.held_off == held_off > 0, "the wall has changed before, and not now"
    stream.maker.wake(None)
    assert resting_of(catching) == [] and catching.open == [player]
    held_off = catching.held_off
    stream.send(KEY, keyframe=True)
    assert steady.open[0].fed == [KEY], "libVLC takes over where it always does"
    assert catching.held_off == held_off, "its picture is there already"
    steady.open[0].show(stream.now_s)


def test_after_a_while_nothing_is_decoded(
    stream: Stream, catching: RecordedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(stream, Decoder.FFMPEG)
    monkeypatch.setattr(players_module, "_SOON_S", 0.0)
    stream.maker.rest()
    stream.send(FOLLOWING[1])
    stream.send(KEY, keyframe=True)
    assert catching.open == [] and len(catching.players) == 1
    stream.maker.wake(None)
    assert catching.open[0].fed == [KEY]


def test_ended_by_the_engine_it_begins_with_what_was_kept(stream: Stream, catching: RecordedEngine) -> None:
    begin(stream, Decoder.FFMPEG)
    stream.maker.rest()
    catching.players[0].can_wake = False
    stream.send(FOLLOWING[1])
    stream.maker.wake(None)
    assert catching.open[0].fed == [KEY, *FOLLOWING[:2]]


def test_at_another_size_it_begins_with_what_was_kept(stream: Stream, catching: RecordedEngine) -> None:
    begin(stream, Decoder.FFMPEG)
    stream.maker.rest()
    larger = PictureMemory.create(640, 360)
    stream.maker.wake(larger)
    (player,) = catching.open
    assert player.writer.memory is larger and player.fed == [KEY, FOLLOWING[0]]
    larger.close()


def test_a_lost_connection_ends_it(stream: Stream, catching: RecordedEngine) -> None:
    begin(stream, Decoder.FFMPEG)
    stream.maker.rest()
    stream.maker.pause()
    assert catching.open == []


@pytest.mark.parametrize("level", [Level.HALF_RATE, Level.KEYFRAMES])
def test_a_machine_that_has_too_little_does_not(stream: Stream, catching: RecordedEngine, level: Level) -> None:
    begin(stream, Decoder.FFMPEG, level)
    stream.maker.rest()
    stream.send(KEY, keyframe=True)
    assert catching.open == []


def test_neither_does_a_large_stream(stream: Stream, catching: RecordedEngine) -> None:
    begin(stream, Decoder.FFMPEG, key=encode(Codec.H264, [quarters(1280, 720, 0)])[0])
    stream.maker.rest()
    stream.send(KEY, keyframe=True)
    assert catching.open == []


def test_what_was_never_shown_is_not_decoded(stream: Stream, catching: RecordedEngine) -> None:
    """It is warmed for a tour, whose turn may be far away."""
    stream.maker.rest()
    begin(stream, Decoder.FFMPEG)
    assert catching.players == []


def test_damage_meanwhile_is_looked_at_anew(stream: Stream, catching: RecordedEngine) -> None:
    """From a network that loses packets it is decoded with other care than before."""
    begin(stream, Decoder.FFMPEG)
    stream.maker.rest()
    lost = AccessUnit(FOLLOWING[1], 0.0, time.monotonic(), False, damaged=True, lost_packets=3)
    stream.maker.unit(lost)
    stream.maker.wake(None)
    (player,) = catching.open
    assert not player.strict and player.fed[0] == KEY


# -- the quick engine's own


@pytest.fixture
def at_once(quick: QuickEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_module, "_CALM_S", 0.0)
    quick.hold_off()


def resting(engine: QuickEngine) -> tuple[Screen, QuickPlayer]:
    screen = Screen(engine, Codec.H264)
    player = screen.player
    assert isinstance(player, QuickPlayer)
    screen.feed((KEY,))
    screen.wait_for_more()
    player.rest()
    return screen, player


def test_it_decodes_in_lots_shows_nothing_and_then_the_newest(quick: QuickEngine, at_once: None) -> None:
    screen, player = resting(quick)
    came_s = time.monotonic() - 50
    for number, unit in enumerate(FOLLOWING[:20]):
        player.feed(unit, came_s + number)
    wait_until(lambda: player.progress().waiting < quick_module._LOT)
    assert screen.count == 1, "nobody looks"
    left = player.progress().waiting
    assert left >= 1
    assert player.wake()
    wait_until(lambda: screen.count == 2)
    assert screen.memory.vitals().picture_s == pytest.approx(came_s + 19, abs=1e-3)
    assert player.progress().taken == 21
    screen.close()


def test_a_few_units_wake_nobody(quick: QuickEngine, at_once: None) -> None:
    screen, player = resting(quick)
    screen.feed(tuple(FOLLOWING[: quick_module._LOT - 1]))
    time.sleep(0.1)
    assert player.progress().taken == 1
    screen.close()


def test_after_a_wall_has_changed_they_wait(quick: QuickEngine) -> None:
    quick.hold_off()
    screen, player = resting(quick)
    screen.feed(tuple(FOLLOWING[:12]))
    time.sleep(0.1)
    assert player.progress().taken == 1, "whoever came on needs all there is"
    screen.close()


def test_of_too_many_the_oldest_is_ended(quick: QuickEngine, at_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_module, "_MOST_RESTING", 2)
    made = [resting(quick) for _ in range(3)]
    assert [player.wake() for _, player in made] == [False, True, True]
    for screen, _ in made:
        screen.close()


def test_who_is_looked_at_comes_first(quick: QuickEngine, at_once: None) -> None:
    screen, _ = resting(quick)
    other = Screen(quick, Codec.H264)
    with quick._news:
        screen.feed(tuple(FOLLOWING[:12]))
        other.feed((KEY,))
        assert quick._next() is other.player and quick.is_busy()
    other.close()
    screen.close()


def test_a_long_group_in_a_hurry_is_not_gone_on_with(quick: QuickEngine, at_once: None) -> None:
    """What is left out adds up."""
    screen, player = resting(quick)
    for _ in range(2):
        with quick._news:
            player.feed(KEY, begins=True)
            screen.feed(tuple(FOLLOWING[:12]))
        wait_until(lambda: player.progress().waiting == 1)
    for _ in range(8):
        screen.feed(tuple(FOLLOWING[12:20]))
    assert not player.wake()
    screen.close()
