"""A tile of the live view looks back, and comes back: what is told of it meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.services.test_live_view import LIVE, START_WITHIN_S, Watched
from tests.support.waiting import wait_until
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.buffering import BufferSettings
from wall.model.events import Event, KeptChanged, WorkFailed
from wall.model.picture import Picture, PictureFeed
from wall.model.playhead import Playhead
from wall.model.tile import Cause, TileState
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.video.logins import LoginKeeper
from wall.video.memory import PictureMemory
from wall.video.pool import DecodePool
from wall.video.reports import KeepingReport, Report


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(2, 1, "--clip", "bench") as city:
        yield city


@contextmanager
def live_view() -> Iterator[Watched]:
    """One that keeps what it receives."""
    events: list[Event] = []

    def make_pool(on_report: Callable[[Report], None], logins: LoginKeeper) -> DecodePool:
        return DecodePool(1, on_report, None, logins, BufferSettings(memory_mb=32, disk_mb=0))

    with IoLoop() as io:
        live = LiveView(io.loop, events.append, make_pool)
        io.request(live.start()).result(START_WITHIN_S)
        try:
            yield Watched(live, events, io)
        finally:
            io.request(live.stop()).result(START_WITHIN_S)


def next_picture(feed: PictureFeed) -> Picture:
    wait_until(feed.has_newer, 5, "nothing new is shown")
    picture = feed.hold()
    assert picture is not None
    return picture


def spans(watched: Watched, tile: int) -> list[tuple[tuple[float, float], ...]]:
    return [each.spans for each in watched.events if isinstance(each, KeptChanged) and each.tile == tile]


def test_back_and_live_again(city: City) -> None:
    with live_view() as watched:
        live = watched.live
        feed = live.show(1, city.cameras[0].source_for_grid(), 320, 180)
        watched.wait(1, LIVE)
        time.sleep(3)
        now_s = time.monotonic()
        past = live.replay(1, Playhead(now_s - 2, now_s), 321, 181)
        picture = next_picture(past)
        assert (picture.width, picture.height) == (320, 180)
        assert now_s - 2.2 < picture.picture_s <= time.monotonic() - 2
        live.resize(1, 160, 90)
        wait_until(lambda: past.has_newer() and (held := past.hold()) is not None and held.width == 160, 5)
        wait_until(
            lambda: any(end_s > now_s for told in spans(watched, 1) for _, end_s in told),
            5,
            "what is kept does not grow",
        )
        assert watched.statuses(1)[-1] == LIVE, "nothing ails it, and nothing else is said"
        live.steer(1, Playhead(now_s - 1, now_s, 0.0))
        wait_until(lambda: (held := past.hold()) is not None and abs(held.picture_s - now_s + 1) < 0.2, 5)
        live.wake(1, 320, 180)
        back_s = time.monotonic()
        wait_until(lambda: feed.has_newer() and (held := feed.hold()) is not None and held.picture_s > back_s, 5)
        watched.wait(1, LIVE)
        said = len(spans(watched, 1))
        time.sleep(1.5)
        assert len(spans(watched, 1)) == said and not past.has_newer()


def test_a_camera_lost_meanwhile_is_told_and_the_past_goes_on(city: City) -> None:
    control, camera = Control(city.control), city.cameras[1]
    with live_view() as watched:
        watched.live.show(1, camera.source_for_grid(), 320, 180)
        watched.wait(1, LIVE)
        time.sleep(3)
        now_s = time.monotonic()
        past = watched.live.replay(1, Playhead(now_s - 2, now_s, 0.25), 320, 180)
        next_picture(past)
        control.set_fault("outage", [camera.number], on=True)
        try:
            wait_until(lambda: watched.statuses(1)[-1].state is TileState.NO_SIGNAL, 10)
            assert next_picture(past).picture_s < now_s
            watched.live.rest(1)
        finally:
            control.set_fault("outage", [camera.number], on=False)
            control.close()
        watched.live.wake(1, 320, 180)
        watched.wait(1, LIVE)


def test_hidden_while_it_looks_back_everything_is_given_back(city: City) -> None:
    with live_view() as watched:
        watched.live.show(1, city.cameras[0].source_for_grid(), 320, 180)
        watched.wait(1, LIVE)
        now_s = time.monotonic()
        past = watched.live.replay(1, Playhead(now_s, now_s), 320, 180)
        watched.live.hide(1)
        watched.live.steer(1, Playhead(now_s, now_s))
        watched.live.replay(1, Playhead(now_s, now_s), 320, 180)
        time.sleep(0.5)
        assert not past.has_newer() or past.hold() is not None


def test_without_memory_for_it_that_is_told_and_the_tile_can_be_woken(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(width: int, height: int, stretches: bool = False) -> PictureMemory:
        raise OSError("no memory")

    with live_view() as watched:
        watched.live.show(1, city.cameras[0].source_for_grid(), 320, 180)
        watched.wait(1, LIVE)
        with monkeypatch.context() as patch:
            patch.setattr(PictureMemory, "create", none_left)
            watched.live.replay(1, Playhead(0, 0), 320, 180)
            wait_until(lambda: any(isinstance(each, WorkFailed) for each in watched.events), 5)
        watched.live.wake(1, 320, 180)
        watched.wait(1, LIVE)


def test_a_trouble_with_the_disk_is_told_once_for_all_processes() -> None:
    events: list[Event] = []
    reports: list[Callable[[Report], None]] = []

    def make_pool(on_report: Callable[[Report], None], logins: LoginKeeper) -> DecodePool:
        reports.append(on_report)
        return DecodePool(1, on_report, None, logins)

    with IoLoop() as io:
        LiveView(io.loop, events.append, make_pool)
        (hear,) = reports
        for cause in (Cause.KEEPING_FULL, Cause.KEEPING_FULL, Cause.NONE, Cause.NONE, Cause.KEEPING_FULL):
            hear(KeepingReport(cause, "no room"))
    assert [each.cause for each in events if isinstance(each, WorkFailed)] == [Cause.KEEPING_FULL] * 2
