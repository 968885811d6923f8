"""The decoder that catches up: what it shows of much, and how old it says that is. The rest: `test_engine_contract`."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.support.waiting import wait_until
from tests.video.encoded import encode, grey_number, greys, moving, quarters
from tests.video.screen import Screen, colour_at
from wall.model.stream import Codec
from wall.video.decode import quick as quick_module
from wall.video.decode.quick import QuickEngine, QuickPlayer


@pytest.fixture
def screen(quick: QuickEngine) -> Iterator[Screen]:
    screen = Screen(quick, Codec.H264)
    yield screen
    screen.close()


def player_of(screen: Screen) -> QuickPlayer:
    assert isinstance(screen.player, QuickPlayer)
    return screen.player


def number_on(screen: Screen) -> int:
    return grey_number(colour_at(screen.held(), 0.5, 0.5)[1])


def is_done(screen: Screen) -> bool:
    progress = screen.player.progress()
    return progress.waiting == 0 and progress.taken == progress.decoded


def feed_held_back(engine: QuickEngine, screen: Screen, units: tuple[bytes, ...], first_s: float) -> None:
    """Feed units a second apart, and let the thread see them all at once."""
    with engine._news:
        for number, unit in enumerate(units):
            player_of(screen).feed(unit, first_s + number)


def test_of_much_only_the_newest_is_shown_as_old_as_it_is(quick: QuickEngine, screen: Screen) -> None:
    first_s = time.monotonic() - 60
    feed_held_back(quick, screen, greys(Codec.H264)[:20], first_s)
    screen.wait_for_more()
    assert number_on(screen) == 19
    wait_until(lambda: is_done(screen))
    assert screen.count == 1
    assert screen.memory.vitals().picture_s == pytest.approx(first_s + 19, abs=1e-3)


def test_of_what_takes_long_some_is_shown_on_the_way(
    quick: QuickEngine, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick_module, "_SHOW_EVERY_S", 0.0)
    feed_held_back(quick, screen, greys(Codec.H264)[:20], time.monotonic() - 60)
    wait_until(lambda: is_done(screen) and screen.reader.has_newer())
    assert number_on(screen) == 19 and screen.count > 10


def test_on_the_way_it_never_goes_back_in_time(
    quick: QuickEngine, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was shown before the rest is not shown again; but the newest is, in whatever memory."""
    monkeypatch.setattr(quick_module, "_SHOW_EVERY_S", 0.0)
    screen.writer.saw_picture(time.monotonic())
    feed_held_back(quick, screen, greys(Codec.H264)[:20], time.monotonic() - 60)
    wait_until(lambda: is_done(screen) and screen.reader.has_newer())
    assert number_on(screen) == 19 and screen.count == 1


def test_those_with_little_before_them_come_first(quick: QuickEngine) -> None:
    """A large stream that takes long does not hold up a wall of small ones."""
    large = tuple(encode(Codec.H264, [quarters(1280, 960, number) for number in range(30)], keyframe_every=30))
    screens = [Screen(quick, Codec.H264) for _ in range(4)]
    with quick._news:
        feed_held_back(quick, screens[0], large, time.monotonic())
        for screen in screens[1:]:
            feed_held_back(quick, screen, moving(Codec.H264)[:15], time.monotonic())
    for screen in screens[1:]:
        wait_until(lambda screen=screen: is_done(screen))  # type: ignore[misc]
        assert screens[0].player.progress().taken <= 1
    for screen in screens:
        screen.close()


def test_what_is_fed_after_closing_is_passed_over(screen: Screen) -> None:
    """Its successor closes it on another thread."""
    screen.player.close()
    screen.player.feed(moving(Codec.H264)[0])
    screen.player.close()
    assert screen.player.progress().waiting == 0


def test_closed_with_much_before_it_the_others_go_on(quick: QuickEngine, screen: Screen) -> None:
    leaving = Screen(quick, Codec.H264)
    feed_held_back(quick, leaving, moving(Codec.H264) * 20, time.monotonic())
    leaving.close()
    screen.feed(moving(Codec.H264)[:1])
    assert screen.wait_for_more() < 2
    assert leaving.player.progress().taken < 600
