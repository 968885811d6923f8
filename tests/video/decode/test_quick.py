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


def test_what_there_is_no_time_to_show_is_counted_and_catching_up_is_not(quick: QuickEngine, screen: Screen) -> None:
    units = greys(Codec.H264)
    feed_held_back(quick, screen, units[:10], time.monotonic() - 60)
    screen.wait_for_more()
    wait_until(lambda: is_done(screen))
    assert screen.memory.vitals().skipped == 0
    feed_held_back(quick, screen, units[10:20], time.monotonic())
    wait_until(lambda: is_done(screen) and screen.count == 2)
    assert screen.memory.vitals().skipped == 9


def test_of_what_takes_long_some_is_shown_on_the_way(
    quick: QuickEngine, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick_module, "_SHOW_EVERY_S", 0.0)
    feed_held_back(quick, screen, greys(Codec.H264)[:20], time.monotonic() - 60)
    wait_until(lambda: is_done(screen) and screen.reader.has_newer())
    wait_until(lambda: number_on(screen) == 19)  # What is decoded is shown a moment later.
    assert screen.count > 10


def test_on_the_way_it_never_goes_back_in_time(
    quick: QuickEngine, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was shown before the rest is not shown again; but the newest is, in whatever memory."""
    monkeypatch.setattr(quick_module, "_SHOW_EVERY_S", 0.0)
    screen.writer.saw_picture(time.monotonic())
    feed_held_back(quick, screen, greys(Codec.H264)[:20], time.monotonic() - 60)
    wait_until(lambda: is_done(screen) and screen.reader.has_newer())
    assert number_on(screen) == 19 and screen.count == 1


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch) -> list[QuickPlayer]:
    """Whose units are decoded, one after the other."""
    decoded: list[QuickPlayer] = []
    decode = QuickPlayer.decode

    def remembered(player: QuickPlayer, unit: bytes, arrived_s: float) -> None:
        decoded.append(player)
        decode(player, unit, arrived_s)

    monkeypatch.setattr(QuickPlayer, "decode", remembered)
    return decoded


@pytest.fixture
def screens(quick: QuickEngine) -> Iterator[list[Screen]]:
    screens = [Screen(quick, Codec.H264) for _ in range(4)]
    yield screens
    for screen in screens:
        screen.close()


def test_those_with_little_before_them_come_first(
    quick: QuickEngine, screens: list[Screen], order: list[QuickPlayer]
) -> None:
    """A large stream that takes long does not hold up a wall of small ones."""
    large = tuple(encode(Codec.H264, [quarters(1280, 960, number) for number in range(40)], keyframe_every=40))
    with quick._news:
        feed_held_back(quick, screens[0], large, time.monotonic())
        for screen in screens[1:]:
            feed_held_back(quick, screen, moving(Codec.H264)[:15], time.monotonic())
    wait_until(lambda: len(order) == 85)
    assert order[45:] == [player_of(screens[0])] * 40


def test_of_those_that_show_something_none_is_forgotten(
    quick: QuickEngine, screens: list[Screen], order: list[QuickPlayer]
) -> None:
    """One that has much before it is not put off for ever by those that have little."""
    units = moving(Codec.H264)
    for screen in screens:
        screen.feed(units[:1])
        screen.wait_for_more()
    with quick._news:
        screens[0].feed(units[1:])
        for screen in screens[1:]:
            screen.feed(units[1:3])
    wait_until(lambda: len(order) == 4 + 29 + 6)
    assert order[4:33] == [player_of(screens[0])] * 29, "its picture was the oldest"


def test_what_waits_before_a_keyframe_is_passed_over(quick: QuickEngine, screen: Screen) -> None:
    units = greys(Codec.H264)
    with quick._news:
        feed_held_back(quick, screen, units[:20], time.monotonic())
        player_of(screen).feed(units[0], begins=True)
    screen.wait_for_more()
    assert number_on(screen) == 0
    wait_until(lambda: is_done(screen))
    assert screen.player.progress().taken <= 2


def test_it_is_busy_while_a_player_has_shown_nothing(quick: QuickEngine, screen: Screen) -> None:
    assert not quick.is_busy()
    with quick._news:
        player_of(screen).feed(moving(Codec.H264)[0])
        assert quick.is_busy()
    screen.wait_for_more()
    with quick._news:
        player_of(screen).feed(moving(Codec.H264)[1])
        assert not quick.is_busy()


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


def test_every_second_picture_is_decoded_and_not_shown(quick: QuickEngine, screen: Screen) -> None:
    player_of(screen).show_every(2)
    for unit in greys(Codec.H264)[:20]:
        before = screen.player.progress().decoded
        screen.player.feed(unit)
        wait_until(lambda before=before: screen.player.progress().decoded > before, 5)  # type: ignore[misc]
    wait_until(lambda: screen.count >= 10, 5)
    assert screen.count in (10, 11)
    assert screen.player.progress().decoded == 20
