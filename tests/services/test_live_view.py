"""What the wall shows, in what state, and since when: on real decode processes and simulated cameras."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.resources import open_files
from tests.support.waiting import wait_until
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.degradation import Candidate
from wall.model.events import Event, StreamMeasured, StreamOpened, StreamSized, TileChanged
from wall.model.picture import PictureDrill, PictureFeed
from wall.model.stream import Credentials, Source
from wall.model.tile import Cause, TileState, TileStatus
from wall.model.video import Decoder, Ease, Level, StreamSize
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.services.scene_book import SceneBook
from wall.store.scene_folder import SceneFolder
from wall.video.logins import LoginKeeper
from wall.video.memory import PictureMemory
from wall.video.pool import DecodePool
from wall.video.reports import Report

START_WITHIN_S = 20.0
LIVE = TileStatus(TileState.LIVE)


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(3, 1, "--clip", "bench") as city:
        yield city


@pytest.fixture
def control(city: City) -> Iterator[Control]:
    control = Control(city.control)
    yield control
    control.close()


class Watched:
    """A live view and what it published."""

    def __init__(self, live: LiveView, events: list[Event], io: IoLoop) -> None:
        self.live = live
        self.events = events
        self.io = io

    def candidates(self) -> list[Candidate]:
        """What the budget is told, asked for on the loop."""

        async def ask() -> list[Candidate]:
            return self.live.candidates()

        return self.io.request(ask()).result(START_WITHIN_S)

    def statuses(self, tile: int) -> list[TileStatus]:
        """Every state of a tile, in order."""
        return [event.status for event in self.events if isinstance(event, TileChanged) and event.tile == tile]

    def ends_refused(self, tile: int) -> bool:
        """Is its last state that no login lets it in?"""
        return any(status.state is TileState.LOGIN_REFUSED for status in self.statuses(tile)[-1:])

    def wait(self, tile: int, wanted: TileStatus, patience_s: float = START_WITHIN_S) -> float:
        """Until a tile says so; gives how long it took."""
        return wait_until(
            lambda: self.statuses(tile)[-1:] == [wanted],
            patience_s,
            lambda: f"{wanted} is not the last of {self.statuses(tile)}",
        )


@contextmanager
def live_view(processes: int = 1, scenes: Path | None = None) -> Iterator[Watched]:
    """A started live view on a loop of its own, stopped with the block. What cameras show is kept in `scenes`."""
    events: list[Event] = []

    def make_pool(on_report: Callable[[Report], None], logins: LoginKeeper) -> DecodePool:
        return DecodePool(processes, on_report, None, logins)

    with IoLoop() as io:
        book = SceneBook(io.loop, SceneFolder(scenes), lambda _url: True) if scenes is not None else None
        live = LiveView(io.loop, events.append, make_pool, scenes=book)
        io.request(live.start()).result(START_WITHIN_S)
        try:
            yield Watched(live, events, io)
        finally:
            began_s = time.monotonic()
            io.request(live.stop()).result(START_WITHIN_S)
            assert time.monotonic() - began_s < 2
            if book is not None:
                book.close()


def source(city: City, index: int = 0) -> Source:
    return city.cameras[index].source_for_grid()


def size_of(feed: PictureFeed) -> tuple[int, int] | None:
    picture = feed.hold()
    return (picture.width, picture.height) if picture is not None else None


def test_a_camera_becomes_live_and_its_pictures_move(city: City) -> None:
    with live_view() as watched:
        feed = watched.live.show(1, source(city), 321, 181)
        assert feed.hold() is None
        watched.wait(1, LIVE)
        assert set(watched.statuses(1)[:-1]) <= {
            TileStatus(TileState.CONNECTING, Cause.OPENING),
            TileStatus(TileState.CONNECTING, Cause.FIRST_PICTURE),
        }
        (opened,) = [event for event in watched.events if isinstance(event, StreamOpened)]
        assert opened.tile == 1
        first = feed.hold()
        assert first is not None and (first.width, first.height) == (320, 180)
        wait_until(lambda: (held := feed.hold()) is not None and held.count > first.count + 5)
        assert watched.statuses(1).count(LIVE) == 1, "a state is published only when it changes"


def test_what_a_stream_delivers_is_measured(city: City) -> None:
    """640x360, 15 frames a second, 512 kbit/s; a resize tells nothing wrong."""
    with live_view() as watched:
        watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        _measured(watched, 3)
        watched.live.resize(1, 160, 90)
        last = _measured(watched, 7)[-1]
    sized = [event for event in watched.events if isinstance(event, StreamSized)]
    assert sized == [StreamSized(1, StreamSize(640, 360, (640, 360)))]
    assert last.fps == pytest.approx(15, abs=4)
    assert last.kbit_s == pytest.approx(512, rel=0.4)
    assert last.latency_ms is not None and 10 < last.latency_ms < 500
    assert (last.damaged_share, last.decoder) == (0.0, Decoder.VLC)


def _measured(watched: Watched, least: int) -> list[StreamMeasured]:
    def measured() -> list[StreamMeasured]:
        return [event for event in watched.events if isinstance(event, StreamMeasured)]

    wait_until(lambda: len(measured()) >= least, START_WITHIN_S, "too few measurements")
    assert all(0 <= each.fps < 40 and 0 <= each.kbit_s < 5000 for each in measured())
    return measured()


def test_resized_it_stays_live(city: City) -> None:
    with live_view() as watched:
        feed = watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        for width, height in ((160, 90), (640, 360)):
            watched.live.resize(1, width, height)
            wait_until(lambda wanted=(width, height): size_of(feed) == wanted)  # type: ignore[misc]
        assert watched.statuses(1)[-1] == LIVE and watched.statuses(1).count(LIVE) == 1


def test_in_a_drill_it_stands_is_noticed_as_any_that_stands_and_goes_on(city: City) -> None:
    with live_view() as watched:
        feed = watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        watched.live.drill(1, PictureDrill.STANDS, 3.0)
        watched.wait(1, TileStatus(TileState.FROZEN, Cause.STANDING))
        first = feed.hold()
        assert first is not None and not feed.has_newer()
        time.sleep(0.3)
        again = feed.hold()
        assert again is not None and again.count == first.count
        watched.wait(1, LIVE)
        wait_until(lambda: (held := feed.hold()) is not None and held.count > first.count)


def test_in_a_drill_it_is_black_and_says_so(city: City) -> None:
    with live_view() as watched:
        feed = watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        watched.live.drill(1, PictureDrill.BLACK, 2.0)
        watched.wait(1, TileStatus(TileState.LIVE, Cause.BLACK))
        black = feed.hold()
        assert black is not None and not any(black.pixels)
        watched.wait(1, LIVE)
        wait_until(lambda: (held := feed.hold()) is not None and any(held.pixels))


def test_stretched_and_whole_again(city: City) -> None:
    with live_view() as watched:
        feed = watched.live.show(1, source(city), 181, 180, True)
        watched.wait(1, LIVE)
        assert size_of(feed) == (180, 180)
        watched.live.resize(1, 180, 180)
        wait_until(lambda: size_of(feed) == (180, 100), what="its own proportions")
        watched.live.rest(1)
        watched.live.wake(1, 180, 180, True)
        wait_until(lambda: size_of(feed) == (180, 180))


def test_hidden_it_says_nothing_more_and_the_session_is_given_back(city: City, control: Control) -> None:
    with live_view() as watched:
        watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        watched.live.hide(1)
        wait_until(lambda: control.status()["sessions"] == 0, 5, "the session was not given back")
        said = len(watched.events)
        watched.live.resize(1, 160, 90)
        watched.live.retry(1)
        watched.live.hide(1)
        time.sleep(0.5)
        assert len(watched.events) == said


def test_shown_again_under_the_same_number_it_is_another_tile(city: City) -> None:
    with live_view() as watched:
        watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        said = len(watched.events)
        feed = watched.live.show(1, Source("rtsp://127.0.0.1:9/none"), 320, 180)
        watched.wait(1, TileStatus(TileState.NO_SIGNAL, Cause.REFUSED))
        later = [each.status for each in watched.events[said:] if isinstance(each, TileChanged)]
        assert LIVE not in later
        assert feed.hold() is None, "it shows the former camera's picture"


def test_a_tile_that_failed_can_be_retried(city: City, control: Control) -> None:
    camera = city.cameras[1]
    with live_view() as watched:
        control.set_fault("password", [camera.number], on=True)
        try:
            watched.live.show(2, source(city, 1), 320, 180)
            watched.wait(2, TileStatus(TileState.LOGIN_REFUSED, Cause.LOGIN))
        finally:
            control.set_fault("password", [camera.number], on=False)
        watched.live.retry(2)
        assert watched.wait(2, LIVE) < 10


def test_a_wrong_password_is_refused_by_one_camera(city: City, control: Control) -> None:
    """The others say why they do not even try; put right, it opens them all."""
    with live_view() as watched:
        before = refused(control)
        wrong = Credentials("admin", "not-the-password")
        for tile in range(3):
            watched.live.show(tile, replace(source(city, tile), credentials=wrong), 320, 180)
        for tile in range(3):
            wait_until(lambda tile=tile: watched.ends_refused(tile), START_WITHIN_S)  # type: ignore[misc]
        causes = sorted(watched.statuses(tile)[-1].cause.name for tile in range(3))
        assert causes == ["LOGIN", "LOGIN_WITHHELD", "LOGIN_WITHHELD"]
        time.sleep(2)  # Longer than the first back-off.
        assert refused(control) == before + 1
        for tile in range(3):
            watched.live.retry(tile)
        wait_until(lambda: refused(control) > before + 1, START_WITHIN_S)
        time.sleep(1)
        assert refused(control) == before + 2, "an operator's wish costs one attempt"


def refused(control: Control) -> int:
    """Wrong logins that the cameras have counted."""
    return sum(each["rtsp"] for each in control.status()["refused_logins"].values())


def test_a_login_put_right_on_one_camera_opens_the_others(city: City, control: Control) -> None:
    everyone = [camera.number for camera in city.cameras]
    with live_view() as watched:
        control.set_fault("password", everyone, on=True)
        try:
            for tile in range(3):
                watched.live.show(tile, source(city, tile), 320, 180)
            for tile in range(3):
                wait_until(lambda tile=tile: watched.ends_refused(tile), START_WITHIN_S)  # type: ignore[misc]
        finally:
            control.set_fault("password", everyone, on=False)
        withheld = [tile for tile in range(3) if watched.statuses(tile)[-1].cause is Cause.LOGIN_WITHHELD]
        watched.live.retry(withheld[0])
        for tile in withheld:
            watched.wait(tile, LIVE)


def test_a_standing_picture_is_not_live(city: City, control: Control) -> None:
    """Wanted: told within 3 s, live 5 s after it moves again."""
    camera = city.cameras[2]
    with live_view() as watched:
        feed = watched.live.show(3, source(city, 2), 320, 180)
        watched.wait(3, LIVE)
        control.set_fault("frozen", [camera.number], on=True)
        try:
            assert watched.wait(3, TileStatus(TileState.FROZEN, Cause.STANDING)) < 5
            picture = feed.hold()
            assert picture is not None and time.monotonic() - picture.picture_s > 1.5, "its age is hidden"
        finally:
            control.set_fault("frozen", [camera.number], on=False)
        assert watched.wait(3, LIVE) < 8


def test_without_memory_for_pictures_the_tile_says_so(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(width: int, height: int, stretches: bool) -> PictureMemory:
        raise OSError("no memory")

    with live_view() as watched:
        with monkeypatch.context() as patch:
            patch.setattr(PictureMemory, "create", none_left)
            watched.live.show(1, source(city), 320, 180)
            watched.wait(1, TileStatus(TileState.DECODER_FAILED, Cause.MEMORY))
            watched.live.resize(1, 160, 90)
            watched.live.retry(1)
        watched.live.retry(1)
        watched.wait(1, LIVE)


def test_everything_is_given_back(city: City) -> None:
    with live_view():
        pass
    before = open_files()
    with live_view() as watched:
        feeds = [watched.live.show(tile, source(city, tile), 320, 180) for tile in range(3)]
        for tile in range(3):
            watched.wait(tile, LIVE)
            assert feeds[tile].hold() is not None
    feeds.clear()
    watched.events.clear()
    wait_until(lambda: open_files() <= before, 5, "descriptors stay open")


def test_what_is_left_out_is_said_and_is_no_fault(city: City) -> None:
    """Keyframes alone: one picture in two seconds, and still live. In full again, the pictures move as before."""
    with live_view() as watched:
        feed = watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        _ease(watched, Ease(level=Level.KEYFRAMES))
        watched.wait(1, TileStatus(TileState.LIVE, Cause.KEYFRAMES))
        time.sleep(2.5)  # The group that was under way ends.
        before = feed.hold()
        time.sleep(4.5)
        after = feed.hold()
        # libVLC shows what it has up to three times.
        assert before is not None and after is not None and 1 <= after.count - before.count <= 12
        assert watched.statuses(1)[-1] == TileStatus(TileState.LIVE, Cause.KEYFRAMES)
        _ease(watched, Ease(Decoder.FFMPEG, Level.HALF_RATE))
        watched.wait(1, TileStatus(TileState.LIVE, Cause.HALF_RATE))
        _ease(watched, Ease())
        watched.wait(1, LIVE)
        assert {status.state for status in watched.statuses(1)} == {TileState.CONNECTING, TileState.LIVE}


def test_pictures_that_there_is_no_time_for_are_no_secret(city: City) -> None:
    """A decode process that gets a processor only now and then shows some of what comes, and its tile says so."""
    said = TileStatus(TileState.LIVE, Cause.SKIPPING)
    with live_view() as watched:
        watched.live.show(1, source(city), 320, 180)
        watched.wait(1, LIVE)
        _ease(watched, Ease(Decoder.FFMPEG))
        pids, until_s = watched.live.decode_pids(), time.monotonic() + 20
        while watched.statuses(1)[-1] != said:
            assert time.monotonic() < until_s, watched.statuses(1)
            for what, seconds in ((signal.SIGSTOP, 0.3), (signal.SIGCONT, 0.08)):
                for pid in pids:
                    os.kill(pid, what)
                time.sleep(seconds)
        wait_until(lambda: watched.statuses(1)[-1] == LIVE, 10)
        assert {status.state for status in watched.statuses(1)} == {TileState.CONNECTING, TileState.LIVE}


def test_the_budget_is_told_what_is_decoded(city: City) -> None:
    with live_view() as watched:
        watched.live.show(1, source(city), 320, 180)
        watched.live.weigh(1, 7)
        watched.wait(1, LIVE)
        (candidate,) = watched.candidates()
        assert (candidate.key, candidate.importance) == (1, 7)
        assert (candidate.load.stream, candidate.load.shown) == ((640, 360), (320, 180))
        assert candidate.load.ease == Ease() and not candidate.load.is_resting
        watched.live.rest(1)
        wait_until(lambda: watched.candidates()[0].load.is_resting)


def _ease(watched: Watched, ease: Ease) -> None:
    watched.io.loop.call_soon_threadsafe(watched.live.ease, 1, ease)
