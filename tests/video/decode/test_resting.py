"""A tile rests and wakes: what is decoded, by which engine, and how old its pictures say they are."""

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
from wall.video.decode.quick import QuickEngine
from wall.video.engine import Engine, Progress
from wall.video.memory import PictureMemory, PictureReader, PictureWriter
from wall.video.rtsp import AccessUnit

FRAME_S = 1 / 15


@pytest.fixture
def stream(steady: RecordedEngine, catching: RecordedEngine) -> Iterator[Stream]:
    """A stream of H.264 in mid-group, with recorded engines."""
    stream = Stream(steady, catching)
    stream.maker.begin(info())
    stream.send(b"key", keyframe=True)
    stream.send(b"p1", pass_s=0.1)
    yield stream
    stream.close()
    assert steady.open == catching.open == []


def test_resting_decodes_nothing_and_says_that_packets_come(stream: Stream, steady: RecordedEngine) -> None:
    stream.maker.rest()
    stream.send(b"p2", pass_s=1)
    stream.send(b"key2", keyframe=True, pass_s=1)
    stream.maker.look(stream.now_s)
    assert steady.open == [] and steady.players[0].fed == [b"key", b"p1"]
    assert stream.memory.vitals().packet_s == stream.now_s


def test_waking_catches_up_from_the_last_keyframe(
    stream: Stream, steady: RecordedEngine, catching: RecordedEngine
) -> None:
    """Each unit with the time at which it came: its picture must not pass for a new one."""
    stream.maker.rest()
    stream.send(b"key2", keyframe=True, pass_s=1)
    came_s = stream.now_s
    stream.send(b"p2", pass_s=1)
    stream.maker.wake(None)
    (player,) = catching.open
    assert (player.fed, player.arrived) == ([b"key2", b"p2"], [came_s, came_s + 1])
    assert steady.open == []
    stream.send(b"p3")
    assert player.fed[-1] == b"p3"


def test_libvlc_takes_over_with_its_first_picture(
    stream: Stream, steady: RecordedEngine, catching: RecordedEngine
) -> None:
    """Until then the other goes on, so that no picture is missing; and never do both write."""
    stream.maker.rest()
    stream.maker.wake(None)
    stream.send(b"key2", keyframe=True)
    stream.send(b"p2")
    (first,), (second,) = catching.open, steady.open
    assert first.fed == [b"key", b"p1", b"key2", b"p2"] and second.fed == [b"key2", b"p2"]
    second.show(stream.now_s)
    assert first.closed
    stream.send(b"p3")
    assert second.fed[-1] == b"p3" and first.fed[-1] == b"p2"


def test_while_a_wall_wakes_libvlc_waits_for_the_keyframe_after(
    stream: Stream, steady: RecordedEngine, catching: RecordedEngine
) -> None:
    """Setting up a player would cost the others their picture."""
    stream.maker.rest()
    stream.maker.wake(None)
    catching.busy = True
    stream.send(b"key2", keyframe=True)
    assert steady.open == [] and catching.open[0].fed[-1] == b"key2"
    catching.busy = False
    stream.send(b"p2")
    assert steady.open == []
    stream.send(b"key3", keyframe=True)
    assert steady.open[0].fed == [b"key3"]


def test_rested_again_before_libvlc_has_taken_over(
    stream: Stream, steady: RecordedEngine, catching: RecordedEngine
) -> None:
    stream.maker.rest()
    stream.maker.wake(None)
    stream.send(b"key2", keyframe=True)
    stream.maker.rest()
    assert steady.open == catching.open == []


def test_waking_at_another_size(stream: Stream, catching: RecordedEngine) -> None:
    stream.maker.rest()
    larger = PictureMemory.create(640, 360)
    stream.maker.wake(larger)
    (player,) = catching.open
    assert player.writer.memory is larger and player.size() == (640, 360)
    larger.close()


def test_moved_while_it_rests_it_goes_on_resting(stream: Stream, catching: RecordedEngine) -> None:
    stream.maker.rest()
    stream.maker.move(stream.memory)
    assert catching.players == []
    stream.maker.wake(None)
    assert len(catching.open) == 1


def test_waking_without_a_keyframe_waits_for_one(
    stream: Stream, steady: RecordedEngine, catching: RecordedEngine
) -> None:
    """As after a reconnection: nothing can be shown of what came before."""
    stream.maker.rest()
    stream.maker.pause()
    stream.maker.begin(info())
    stream.maker.wake(None)
    stream.send(b"p", pass_s=0.1)
    assert steady.open == catching.open == []
    stream.send(b"key2", keyframe=True)
    assert steady.open[0].fed == [b"key2"]


def test_another_codec_while_it_rests(stream: Stream, catching: RecordedEngine) -> None:
    stream.maker.rest()
    stream.maker.begin(info(Codec.H265))
    stream.send(b"key2", keyframe=True)
    stream.maker.wake(None)
    assert (catching.open[0].codec, catching.open[0].fed) == (Codec.H265, [b"key2"])


def test_a_long_group_is_given_time_to_be_caught_up_with(stream: Stream, catching: RecordedEngine) -> None:
    stream.maker.rest()
    stream.send(*[b"p"] * 200)
    stream.maker.wake(None)
    (player,) = catching.open
    player.told = Progress(10, 10, 192)
    stream.maker.look(time.monotonic())
    assert not player.closed
    stream.maker.look(time.monotonic() + 2)
    assert player.closed, "late for ever"


def test_what_was_lost_while_it_rested_is_not_told_later(stream: Stream, catching: RecordedEngine) -> None:
    stream.maker.rest()
    for _ in range(50):
        stream.maker.unit(AccessUnit(b"half", 0.0, stream.now_s, False, damaged=True))
    stream.maker.wake(None)
    stream.send(*[b"p"] * 9)
    for _ in range(12):
        stream.maker.look(time.monotonic())
    assert stream.memory.vitals().damaged_share == 0


def test_when_it_changed_is_not_known_until_it_moves(stream: Stream, steady: RecordedEngine) -> None:
    """Neither stale, as if it had stood during the rest, nor new before that is seen."""
    changed_s = time.monotonic() - 60
    stream.maker.writer.saw_change(changed_s)
    stream.maker.rest()
    assert stream.maker.standing_s(time.monotonic()) == 0
    stream.maker.wake(None)
    assert stream.memory.vitals().changed_s is None
    assert stream.maker.standing_s(time.monotonic()) == 0


def test_waking_shows_the_present_picture_at_once_and_goes_on(engine: Engine, quick: QuickEngine) -> None:
    """Wanted: the first picture is the newest, as old as its unit; then each in its turn, over to libVLC and on."""
    stream = Stream(engine, quick)
    stream.maker.begin(info())
    stream.maker.rest()
    units = greys(Codec.H264)
    stream.send(units[0], keyframe=True)
    stream.send(*units[1:20], pass_s=FRAME_S)
    reader = PictureReader(stream.memory)
    stream.maker.wake(None)
    assert wait_until(reader.has_newer) < 1
    vitals = stream.memory.vitals()
    seen = [_number(reader)]
    assert seen == [19] and vitals.picture_s == pytest.approx(stream.now_s, abs=1e-3)
    for unit in (*units[20:], *units):
        stream.send(unit, keyframe=unit is units[0])
        end_s = time.monotonic() + FRAME_S
        while time.monotonic() < end_s:
            if reader.has_newer():
                seen.append(_number(reader))
            time.sleep(0.002)
    first, second = seen[: seen.index(GREYS - 1) + 1], seen[seen.index(GREYS - 1) + 1 :]
    assert first == sorted(first) and second == sorted(second), "it went back in time"
    assert len(set(second)) >= GREYS - 6, "pictures are missing where libVLC takes over"
    stream.close()


def test_what_has_been_shown_is_not_shown_again_by_libvlc(engine: Engine) -> None:
    """Though it is late, and has much to do: it begins with what comes after the other one has ended."""
    memory = PictureMemory.create(320, 180)
    reader, ended = PictureReader(memory), []
    units = greys(Codec.H264)

    def end() -> None:
        ended.append(reader.has_newer())

    player = engine.player(Codec.H264, PictureWriter(memory), lambda: (320, 180), strict=True, before_first=end)
    for unit in units[:10]:
        player.feed(unit)
    wait_until(lambda: ended and player.progress().waiting == 0)
    seen = set()
    for unit in units[10:20]:
        player.feed(unit)
        wait_until(reader.has_newer)
        seen.add(_number(reader))
        time.sleep(FRAME_S)
    assert ended == [False]
    assert min(seen) >= 9 and max(seen) >= 18, "9 is the newest of what it was fed before"
    player.close()
    memory.close()


def _number(reader: PictureReader) -> int:
    picture = reader.hold()
    assert picture is not None
    return grey_number(colour_at(picture, 0.5, 0.5)[1])
