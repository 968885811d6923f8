"""What every decoder engine promises (`wall.video.engine`), tried on the real library."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from tests.support.resources import mappings, open_files, threads
from tests.support.waiting import wait_until
from tests.video.encoded import (
    BLUE,
    GREEN,
    GREYS,
    QUARTERS,
    RED,
    WHITE,
    colour_bars,
    damaged,
    encode,
    grey_number,
    greys,
    moving,
    quarters,
)
from tests.video.screen import Screen, are_like, colour_at, colours
from tests.video.weighed import play_and_close
from wall.model.stream import Codec
from wall.video.decode.blank import is_blank
from wall.video.decode.quick import QuickEngine
from wall.video.decode.watch import EVERY_S, DamageWatch
from wall.video.engine import Engine

FRAME_S = 1 / 15
QUIET_S = 0.4
"""Longer than any engine may take for what it still has in hand."""
MakeScreen = Callable[..., Screen]


@pytest.fixture(scope="session", params=["libVLC", "quick"])
def engine(request: pytest.FixtureRequest, engine: Engine, quick: QuickEngine) -> Engine:
    """Each engine there is."""
    return quick if request.param == "quick" else engine


@pytest.fixture
def screen(engine: Engine) -> Iterator[MakeScreen]:
    """Makes screens and closes them."""
    made: list[Screen] = []

    def make(codec: Codec, size: tuple[int, int] = (160, 90), *, strict: bool = True) -> Screen:
        made.append(Screen(engine, codec, size, strict=strict))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.mark.parametrize("codec", Codec)
def test_a_unit_fed_alone_is_shown_at_once(screen: MakeScreen, codec: Codec) -> None:
    """Wanted: 0.1 s. A camera may send a picture every few seconds, or one and no more."""
    playing = screen(codec)
    playing.feed(moving(codec)[:1])
    assert playing.wait_for_more() < 1.0
    assert are_like(colours(playing.held()), QUARTERS)


@pytest.mark.parametrize("codec", Codec)
@pytest.mark.parametrize("size", [(160, 90), (640, 480), (66, 242)])
def test_pictures_have_the_asked_size_and_fill_it(screen: MakeScreen, codec: Codec, size: tuple[int, int]) -> None:
    playing = screen(codec, size)
    playing.feed(moving(codec)[:3], FRAME_S)
    playing.wait_for_more()
    picture = playing.held()
    assert (picture.width, picture.height) == size
    assert picture.stride >= size[0] * 4 and len(picture.pixels) == picture.stride * size[1]
    corners = [colour_at(picture, x, y) for y in (0.01, 0.98) for x in (0.01, 0.98)]
    assert are_like(corners, QUARTERS)


def test_nothing_is_written_beyond_the_memory(screen: MakeScreen) -> None:
    playing = screen(Codec.H264, (4096, 2160))
    playing.feed(moving(Codec.H264)[:1])
    playing.wait_for_more()
    picture = playing.held()
    assert (picture.width, picture.height) == (playing.memory.width, playing.memory.height)


def test_every_unit_becomes_a_picture_in_its_turn(screen: MakeScreen) -> None:
    playing = screen(Codec.H264)
    seen: list[int] = []
    for unit in greys(Codec.H264):
        playing.player.feed(unit)
        end_s = time.monotonic() + FRAME_S
        while time.monotonic() < end_s:
            if playing.reader.has_newer():
                seen.append(grey_number(colour_at(playing.held(), 0.5, 0.5)[1]))
            time.sleep(0.002)
    time.sleep(QUIET_S)
    seen.append(grey_number(colour_at(playing.held(), 0.5, 0.5)[1]))
    assert seen == sorted(seen), "an older picture was shown after a newer one"
    assert (seen[0], seen[-1]) == (0, GREYS - 1)
    # One lost to a busy machine is no fault; each one lost would be.
    assert len(set(seen)) >= GREYS - 4


@pytest.mark.parametrize("codec", Codec)
def test_pictures_that_come_unevenly_are_neither_more_nor_fewer(screen: MakeScreen, codec: Codec) -> None:
    """libVLC shows its last picture again where the next one is late by 15 ms."""
    playing = screen(codec)
    for number, unit in enumerate(moving(codec)):
        playing.feed([unit], FRAME_S + (0.03 if number % 2 else -0.03))
    time.sleep(QUIET_S)
    assert playing.count == len(moving(codec))
    assert playing.memory.vitals().pictures == len(moving(codec))


def test_pictures_in_which_nothing_moves_are_counted_as_they_come(screen: MakeScreen) -> None:
    still = encode(Codec.H264, [quarters(160, 90)] * 30)
    playing = screen(Codec.H264)
    for number, unit in enumerate(still):
        playing.feed([unit], FRAME_S + (0.03 if number % 2 else -0.03))
    time.sleep(QUIET_S)
    assert len(still) - 2 <= playing.memory.vitals().pictures <= len(still)


@pytest.mark.parametrize("codec", Codec)
def test_the_delay_is_short_and_stays_the_same(screen: MakeScreen, codec: Codec) -> None:
    """From feeding to publishing, while units come as unevenly as from a network. Wanted: p95 under 150 ms."""
    playing = screen(codec)
    delays_s = []
    for number, unit in enumerate(greys(codec)):
        fed_s = time.monotonic()
        playing.player.feed(unit)
        wait_until(partial(_shows, playing, number), 2, f"picture {number} was not shown")
        delays_s.append(time.monotonic() - fed_s)
        jitter_s = 0.04 if number % 7 == 3 else 0.0
        time.sleep(max(0.0, fed_s + FRAME_S + jitter_s - time.monotonic()))
    assert sorted(delays_s)[GREYS * 95 // 100] < 0.15
    middle, end = delays_s[8 : GREYS // 2], delays_s[-10:]
    assert abs(statistics.median(end) - statistics.median(middle)) < 0.05


def _shows(playing: Screen, number: int) -> bool:
    return playing.reader.has_newer() and grey_number(colour_at(playing.held(), 0.5, 0.5)[1]) == number


@pytest.mark.parametrize("codec", Codec)
def test_a_burst_is_caught_up_with(screen: MakeScreen, codec: Codec) -> None:
    """A group of pictures fed at once, as after a resize, ends at its last one without playing it in slow motion."""
    playing = screen(codec)
    playing.feed(greys(codec)[:20])
    assert wait_until(lambda: _shows(playing, 19), 5, "the last picture was not shown") < 1.5
    wait_until(lambda: playing.player.progress().waiting == 0, 5, "units wait for ever")


def test_nothing_is_published_when_nothing_is_fed(screen: MakeScreen) -> None:
    """A library that shows its last picture again must not make it young."""
    playing = screen(Codec.H264)
    playing.feed(moving(Codec.H264)[:10], FRAME_S)
    time.sleep(QUIET_S)
    count, picture_s = playing.count, playing.memory.vitals().picture_s
    assert 9 <= count <= 16
    time.sleep(1.0)
    assert (playing.count, playing.memory.vitals().picture_s) == (count, picture_s)


@pytest.mark.alone
def test_it_goes_on_after_a_pause(screen: MakeScreen) -> None:
    playing = screen(Codec.H264)
    units = greys(Codec.H264)
    playing.feed(units[:5], FRAME_S)
    time.sleep(1.5)
    playing.feed(units[5:8], FRAME_S)
    wait_until(lambda: _shows(playing, 7), 2, "it stopped for ever")
    fed_s = time.monotonic()
    playing.player.feed(units[8])
    wait_until(lambda: _shows(playing, 8), 2)
    assert time.monotonic() - fed_s < 0.3


@pytest.mark.parametrize("codec", Codec)
def test_another_size_in_mid_stream(screen: MakeScreen, codec: Codec) -> None:
    """The new pictures have the size asked for then, and the stream's colours in the right places."""
    playing = screen(codec, (160, 90))
    playing.feed(moving(codec)[:8], FRAME_S)
    playing.wait_for_more()
    assert (playing.held().width, playing.held().height) == (160, 90)
    playing.size = (120, 90)
    turned = (WHITE, BLUE, GREEN, RED)
    other = encode(codec, [quarters(352, 264, number, turned) for number in range(15)])
    playing.feed(other, FRAME_S)
    wait_until(lambda: playing.held().width == 120, 5, "the new size never came")
    assert playing.held().height == 90
    assert are_like(colours(playing.held()), turned)


def test_no_picture_of_a_damaged_unit_is_shown(screen: MakeScreen) -> None:
    """Nothing but what was drawn, though half of the groups are damaged; and it is back at each good keyframe."""
    playing = screen(Codec.H264)
    good = colour_bars(Codec.H264)
    odd = [good[0], *(damaged(unit, number) for number, unit in enumerate(good[1:], 1))]
    for unit in (*good, *odd, *good, *odd, *good):
        playing.player.feed(unit)
        time.sleep(FRAME_S / 2)
        if playing.reader.has_newer():
            assert are_like(colours(playing.held()), QUARTERS), "a damaged picture was shown"
    _recovers(playing, good)


def test_no_empty_picture_is_shown_after_a_damaged_keyframe(screen: MakeScreen) -> None:
    """What is built on a keyframe that was refused may be anything; but never a wall of empty green."""
    playing = screen(Codec.H264)
    good = colour_bars(Codec.H264)
    odd = [damaged(unit, number) for number, unit in enumerate(good)]
    for unit in (*good, *odd, *good, *odd, *good):
        playing.player.feed(unit)
        time.sleep(FRAME_S / 2)
        if playing.reader.has_newer():
            picture = playing.held()
            assert not is_blank(picture.pixels.cast("I"), picture.width, picture.height)
    _recovers(playing, good)


def _recovers(playing: Screen, good: Sequence[bytes]) -> None:
    before = playing.count
    playing.feed(good[:3], FRAME_S)
    wait_until(lambda: playing.count > before, 3, "it did not recover")
    time.sleep(QUIET_S)
    assert are_like(colours(playing.held()), QUARTERS)


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_damage_is_counted(screen: MakeScreen, share: float) -> None:
    """`progress` tells how many units gave no picture. Wanted: within a quarter."""
    playing = screen(Codec.H264)
    watch, told = DamageWatch(), None
    next_look_s = time.monotonic() + EVERY_S
    group = colour_bars(Codec.H264)
    playing.feed(group, FRAME_S / 2)
    for number in range(90):
        unit = group[number % len(group)]
        bad = number * share % 1 + share >= 1
        playing.player.feed(damaged(unit, number) if bad else unit)
        if time.monotonic() > next_look_s:
            told = watch.look(playing.player.progress())
            next_look_s += EVERY_S
        time.sleep(FRAME_S / 2)
    assert told is not None and abs(told - share) < 0.25


@pytest.mark.parametrize("codec", Codec)
def test_garbage_is_survived(screen: MakeScreen, codec: Codec) -> None:
    playing = screen(codec, strict=False)
    playing.feed([b"", b"\0", b"\0\0\0\1", b"no video at all" * 100, bytes(range(256)) * 40], FRAME_S)
    good = moving(codec)
    playing.feed([damaged(unit, number) for number, unit in enumerate(good[:15])], FRAME_S / 4)
    playing.feed(good[15:], FRAME_S)
    wait_until(lambda: playing.count and are_like(colours(playing.held()), QUARTERS), 5, "it did not recover")


def test_a_tolerant_player_conceals(screen: MakeScreen) -> None:
    """What a strict player refuses is still shown, as well as can be."""
    playing = screen(Codec.H264, strict=False)
    group = moving(Codec.H264)[:15]
    playing.feed(group, FRAME_S / 2)
    time.sleep(QUIET_S)
    before = playing.count
    playing.feed([group[0], *(damaged(unit, number) for number, unit in enumerate(group[1:]))], FRAME_S / 2)
    time.sleep(QUIET_S)
    assert playing.count - before > 5


def test_a_closed_player_writes_no_more(engine: Engine) -> None:
    """Its memory goes to a successor at once."""
    playing = Screen(engine, Codec.H264)
    playing.feed(moving(Codec.H264)[:5], FRAME_S)
    playing.wait_for_more()
    playing.feed(moving(Codec.H264)[5:])
    playing.player.close()
    count = playing.count
    time.sleep(QUIET_S)
    assert playing.count == count
    playing.memory.close()


def test_a_closed_player_that_learns_of_a_larger_memory_harms_nobody(engine: Engine) -> None:
    """libVLC sets its output up when it likes to; a tile may have grown by then. Written beyond its own memory, the
    picture would be found in another's, or nobody would be left to find it.
    """
    grown = [Screen(engine, Codec.H264, (16, 16)) for _ in range(6)]
    for number, playing in enumerate(grown):
        playing.feed(moving(Codec.H264)[:1])
        time.sleep(number * 0.004)
        playing.player.close()
        playing.size = (4096, 2160)
    time.sleep(QUIET_S)
    assert all(playing.memory.vitals().decoder is None for playing in grown)
    for playing in grown:
        playing.memory.close()


@pytest.mark.alone
def test_close_returns_at_once(engine: Engine) -> None:
    """With nothing fed, in mid-stream, and with much before it. Wanted: 10 ms."""
    for units in ((), moving(Codec.H264)[:3], moving(Codec.H264) * 4):
        playing = Screen(engine, Codec.H264)
        playing.feed(units)
        began_s = time.monotonic()
        playing.close()
        assert time.monotonic() - began_s < 0.1
    wait_until(lambda: engine.overdue_s() == 0, 5, "the library hangs")


def test_everything_is_given_back(engine: Engine) -> None:
    """Threads, descriptors, mappings at once."""
    play_and_close(engine, 10)
    before = threads(), open_files(), mappings("citywall-pictures")
    play_and_close(engine, 50)
    assert threads() <= before[0] and open_files() <= before[1] and mappings("citywall-pictures") <= before[2]


def test_memory_is_given_back(engine: Engine) -> None:
    """To a few megabytes over fifty cycles. Weighed in a process of its own: in one that has run a thousand other
    tests, the holes that they left in the heap weigh more than any leak.
    """
    command = [sys.executable, "-m", "tests.video.weighed", type(engine).__module__, type(engine).__name__]
    weighed = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert weighed.returncode == 0, weighed.stderr
    before_mb, after_mb = map(float, weighed.stdout.split())
    assert after_mb - before_mb < 12
