"""A stream that stands on several tiles: received once, decoded once, told to each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.services.test_live_view import LIVE, START_WITHIN_S, Watched, live_view, refused, size_of, source
from tests.support.resources import mappings
from tests.support.waiting import wait_until
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.events import StreamMeasured, StreamOpened, StreamSized, TileChanged
from wall.model.picture import PictureFeed
from wall.model.stream import Codec, Credentials
from wall.model.tile import Cause, TileState, TileStatus
from wall.model.video import StreamSize

A_WHILE_S = 0.6


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(2, 1, "--clip", "bench") as city:
        yield city


@pytest.fixture
def control(city: City) -> Iterator[Control]:
    control = Control(city.control)
    yield control
    control.close()


def _sessions(control: Control) -> int:
    return int(control.status()["sessions"])


def _moves(feed: PictureFeed, patience_s: float = 5.0) -> None:
    first = feed.hold()
    wait_until(lambda: (held := feed.hold()) is not None and held is not first, patience_s, "its picture stands")


def test_two_tiles_of_a_camera_are_one_session_and_one_decoder(city: City, control: Control) -> None:
    with live_view() as watched:
        before = mappings("citywall-pictures")
        small = watched.live.show(1, source(city), 160, 90)
        large = watched.live.show(2, source(city), 640, 360)
        for tile, feed in ((1, small), (2, large)):
            watched.wait(tile, LIVE)
            wait_until(lambda feed=feed: size_of(feed) == (640, 360), 5, "not the largest size wanted")  # type: ignore[misc]
            _moves(feed)
        assert _sessions(control) == 1
        assert [each.load.shown for each in watched.candidates()] == [(640, 360)]
        small.hold()
        large.hold()
        wait_until(lambda: mappings("citywall-pictures") <= before + 1, 5, "pictures of another size are kept")
        wait_until(lambda: {1, 2} <= {each.tile for each in watched.events if isinstance(each, StreamMeasured)})


def test_who_comes_later_is_told_what_is_known_at_once(city: City) -> None:
    with live_view() as watched:
        watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        live_since_s = [each.since_s for each in watched.events if isinstance(each, TileChanged)][-1]
        feed = watched.live.show(2, source(city), 320, 180)
        assert wait_until(lambda: feed.hold() is not None) < 1
        assert watched.wait(2, LIVE) < 1
        told = [each for each in watched.events if getattr(each, "tile", 0) == 2]
        (opened,) = [each for each in told if isinstance(each, StreamOpened)]
        assert opened.codec is Codec.H264
        assert [each for each in told if isinstance(each, StreamSized)] == [
            StreamSized(2, StreamSize(640, 360, (640, 360)))
        ]
        assert [each.since_s for each in told if isinstance(each, TileChanged)] == [live_since_s]


def test_one_is_given_back_and_the_other_does_not_notice(city: City, control: Control) -> None:
    """Neither the one that came first nor the larger one: the picture goes on, and nothing is said."""
    with live_view() as watched:
        kept = watched.live.show(2, source(city), 320, 180)
        watched.wait(2, LIVE)
        for tile, size in ((1, (640, 360)), (3, (160, 90))):
            watched.live.show(tile, source(city), *size)
            watched.wait(tile, LIVE)
            said = len(watched.statuses(2))
            watched.live.hide(tile)
            wait_until(lambda: size_of(kept) == (320, 180), 5, "it is decoded as large as nobody wants it")
            for _ in range(5):
                _moves(kept)
            assert watched.statuses(2)[said:] == [] and _sessions(control) == 1
        watched.live.hide(2)
        wait_until(lambda: _sessions(control) == 0, 5, "the session was not given back")


def test_it_is_told_whether_somebody_else_looks_at_a_stream(city: City) -> None:
    """By the number of the tile: who has higher ones follows those below."""
    with live_view() as watched:
        live, stream = watched.live, source(city)
        assert not live.is_shown(stream, 100)
        live.show(200, stream, 160, 90)
        watched.wait(200, LIVE)
        assert not live.is_shown(stream, 100) and live.is_shown(stream, 201)
        live.show(7, stream, 160, 90)
        wait_until(lambda: live.is_shown(stream, 100))
        assert not live.is_shown(source(city, 1), 100)
        live.rest(7)
        wait_until(lambda: not live.is_shown(stream, 100))
        live.wake(7, 160, 90)
        wait_until(lambda: live.is_shown(stream, 100))
        live.hide(7)
        wait_until(lambda: not live.is_shown(stream, 100))


def test_it_rests_when_all_rest(city: City, control: Control) -> None:
    with live_view() as watched:
        one = watched.live.show(1, source(city), 320, 180)
        other = watched.live.show(2, source(city), 320, 180)
        watched.wait(1, LIVE)
        watched.wait(2, LIVE)
        watched.live.rest(1)
        said = len(watched.statuses(1))
        _moves(other)
        assert not _is_resting(watched) and watched.statuses(1)[said:] == []
        watched.live.wake(1, 320, 180)
        wait_until(lambda: watched.statuses(1)[said:] == [LIVE], 5, "it was live all the time")
        watched.live.rest(1)
        watched.live.rest(2)
        wait_until(lambda: _is_resting(watched))
        time.sleep(A_WHILE_S)
        one.hold()
        assert not one.has_newer() and _sessions(control) == 1
        before = len(watched.statuses(2))
        watched.live.wake(2, 320, 180)
        first_picture = TileStatus(TileState.CONNECTING, Cause.FIRST_PICTURE)
        wait_until(lambda: watched.statuses(2)[before:] == [first_picture, LIVE], START_WITHIN_S)
        _moves(other)


def _is_resting(watched: Watched) -> bool:
    (candidate,) = watched.candidates()
    return candidate.load.is_resting


def test_a_warm_tile_beside_a_live_one_is_shown_at_once(city: City, control: Control) -> None:
    with live_view() as watched:
        watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        warm = watched.live.warm(2, source(city), 320, 180)
        time.sleep(A_WHILE_S)
        assert watched.statuses(2) == []
        watched.live.wake(2, 320, 180)
        assert watched.wait(2, LIVE) < 1
        assert warm.hold() is not None and _sessions(control) == 1


def test_what_ails_the_camera_both_say(city: City, control: Control) -> None:
    camera = city.cameras[1]
    with live_view() as watched:
        for tile in (1, 2, 3):
            watched.live.show(tile, source(city, 1), 320, 180)
            watched.wait(tile, LIVE)
        watched.live.rest(3)
        control.set_fault("outage", [camera.number], on=True)
        try:
            for tile in (1, 2, 3):
                wait_until(lambda tile=tile: watched.statuses(tile)[-1].state is TileState.NO_SIGNAL, 15)  # type: ignore[misc]
        finally:
            control.set_fault("outage", [camera.number], on=False)
        watched.live.retry(2)
        watched.wait(1, LIVE)
        watched.wait(2, LIVE)
        watched.wait(3, TileStatus(TileState.CONNECTING, Cause.FIRST_PICTURE))


def test_a_wrong_password_is_sent_once_for_all_tiles_of_a_camera(city: City, control: Control) -> None:
    before = refused(control)
    wrong = replace(source(city), credentials=Credentials("admin", "not-the-password"))
    with live_view() as watched:
        for tile in range(3):
            watched.live.show(tile, wrong, 320, 180)
        for tile in range(3):
            watched.wait(tile, TileStatus(TileState.LOGIN_REFUSED, Cause.LOGIN))
        watched.live.show(3, wrong, 320, 180)
        watched.wait(3, TileStatus(TileState.LOGIN_REFUSED, Cause.LOGIN))
        time.sleep(A_WHILE_S)
        assert refused(control) == before + 1


def test_the_same_address_with_another_login_is_another_stream(city: City, control: Control) -> None:
    with live_view() as watched:
        watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        other = replace(source(city), credentials=Credentials("admin", "not-the-password"))
        watched.live.show(2, other, 320, 180)
        wait_until(lambda: watched.ends_refused(2), START_WITHIN_S)
        assert watched.statuses(1)[-1] == LIVE


def test_the_most_important_tile_speaks_for_the_stream(city: City) -> None:
    with live_view() as watched:
        for tile, weight in ((1, 3), (2, 9)):
            watched.live.show(tile, source(city), 320, 180)
            watched.live.weigh(tile, weight)
        watched.wait(1, LIVE)
        assert [each.importance for each in watched.candidates()] == [9]
        watched.live.hide(2)
        wait_until(lambda: [each.importance for each in watched.candidates()] == [3])


def test_what_was_seen_of_a_stream_is_remembered(city: City) -> None:
    with live_view() as watched:
        assert watched.live.seen(source(city)).size is None
        watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        watched.live.hide(1)
        seen = watched.live.seen(source(city))
        assert (seen.codec, seen.size) == (Codec.H264, StreamSize(640, 360, (640, 360)))
