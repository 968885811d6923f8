"""Recordings played back: real files, libVLC in a process of its own, and what is seen of them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.support.waiting import wait_until
from tests.video.encoded import GREYS, grey_number
from tests.video.playback.test_stills import FPS, recorded
from tests.video.screen import colour_at
from wall.model.events import Event, PlaybackChanged
from wall.model.film import FilmPhase
from wall.model.picture import PictureFeed
from wall.model.recording import Part
from wall.model.stream import Codec
from wall.services import playback as playback_module
from wall.services.io import IoLoop
from wall.services.playback import Playback

PATIENCE_S = 15.0
SECONDS = 4 * GREYS / FPS


class Cinema:
    """A playback, what it told, and what is seen."""

    def __init__(self, playback: Playback, events: list[Event]) -> None:
        self.playback = playback
        self.events = events
        self.token = 0
        self.feed: PictureFeed | None = None

    def open(self, *paths: Path, runs: bool = True, size: tuple[int, int] = (320, 180)) -> None:
        parts = [Part(str(path), 1000.0 + 100 * place, SECONDS) for place, path in enumerate(paths)]
        self.token, self.feed = self.playback.open(parts, *size, runs=runs)

    @property
    def now(self) -> PlaybackChanged | None:
        told = [each for each in self.events if isinstance(each, PlaybackChanged) and each.token == self.token]
        return told[-1] if told else None

    def wait(self, phase: FilmPhase, patience_s: float = PATIENCE_S) -> None:
        wait_until(lambda: self.now is not None and self.now.phase is phase, patience_s, lambda: f"{self.now}")

    def wait_at(self, at_s: float, within_s: float = 0.05) -> None:
        wait_until(lambda: self.now is not None and abs(self.now.at_s - at_s) < within_s, 5, lambda: f"{self.now}")

    def number(self) -> int | None:
        """Which grey picture is seen."""
        assert self.feed is not None
        picture = self.feed.hold()
        return grey_number(colour_at(picture, 0.5, 0.5)[2]) if picture is not None else None

    def wait_number(self, number: int) -> None:
        wait_until(lambda: self.number() == number, 5, lambda: f"{self.number()} is seen, {self.now}")


@contextmanager
def cinema() -> Iterator[Cinema]:
    events: list[Event] = []
    with IoLoop() as io:
        playback = Playback(io.loop, events.append)
        try:
            yield Cinema(playback, events)
        finally:
            io.request(playback.stop()).result(PATIENCE_S)


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> dict[Codec, Path]:
    folder = tmp_path_factory.mktemp("films")
    return {codec: recorded(folder / codec.name, codec) for codec in Codec}


@pytest.mark.parametrize("codec", list(Codec))
def test_it_runs_to_its_end_at_its_own_pace(films: dict[Codec, Path], codec: Codec) -> None:
    with cinema() as here:
        here.open(films[codec])
        here.wait(FilmPhase.RUNNING)
        began_s = time.monotonic()
        seen = set()
        while here.now is not None and here.now.phase is not FilmPhase.ENDED:
            assert time.monotonic() - began_s < SECONDS + 5
            seen.add(here.number())
            time.sleep(0.01)
        assert time.monotonic() - began_s == pytest.approx(SECONDS, abs=1.5)
        assert len(seen & set(range(GREYS))) >= GREYS - 3
        ats = [each.at_s for each in here.events if isinstance(each, PlaybackChanged)]
        assert ats[-1] == pytest.approx(SECONDS, abs=0.5)
        here.playback.play()
        wait_until(lambda: here.now is not None and here.now.phase is FilmPhase.RUNNING and here.now.at_s < 2)


def test_every_picture_can_be_had(films: dict[Codec, Path]) -> None:
    """Standing: a jump to any moment, and steps in both directions, show exactly what is there."""
    with cinema() as here:
        here.open(films[Codec.H264], runs=False)
        here.wait(FilmPhase.STANDING)
        here.wait_number(0)
        for at_s, number in ((5.0, 75), (1.0, 15), (7.93, 118), (3.1, 46)):
            here.playback.seek(at_s)
            here.wait_number(number % GREYS)
            here.wait_at(number / FPS)
        for steps, number in ((1, 47), (1, 48), (-1, 47), (-3, 44), (5, 49)):
            here.playback.step(steps)
            here.wait_number(number % GREYS)
            here.wait_at(number / FPS)


def test_a_dragged_slider_ends_where_it_was_let_go(films: dict[Codec, Path]) -> None:
    with cinema() as here:
        here.open(films[Codec.H265], runs=False)
        here.wait(FilmPhase.STANDING)
        for number in range(100):
            here.playback.seek(number / FPS + 0.01)
        here.wait_number(99 % GREYS)
        here.wait_at(99 / FPS)


def test_halted_and_gone_on_with(films: dict[Codec, Path]) -> None:
    with cinema() as here:
        here.open(films[Codec.H264])
        wait_until(lambda: here.now is not None and here.now.at_s > 1)
        here.playback.pause()
        here.wait(FilmPhase.STANDING)
        time.sleep(0.3)
        assert here.now is not None
        stood_s, number = here.now.at_s, here.number()
        assert number == round(stood_s * FPS) % GREYS
        time.sleep(0.4)
        assert here.now.at_s == stood_s and here.number() == number
        here.playback.play()
        here.wait(FilmPhase.RUNNING)
        wait_until(lambda: here.now is not None and stood_s + 0.5 < here.now.at_s < stood_s + 2)
        here.playback.step(-1)
        here.wait(FilmPhase.STANDING)


def test_jumps_while_it_runs(films: dict[Codec, Path]) -> None:
    with cinema() as here:
        here.open(films[Codec.H264])
        here.wait(FilmPhase.RUNNING)
        for at_s in (5.0, 1.0, 6.0, 2.0):
            here.playback.seek(at_s)
            begin = int(at_s * FPS)
            wanted = {number % GREYS for number in range(begin, begin + 9)}
            wait_until(lambda wanted=wanted: here.number() in wanted)  # type: ignore[misc]
            wait_until(lambda at_s=at_s: here.now is not None and at_s <= here.now.at_s < at_s + 2)  # type: ignore[misc]


def test_faster_and_slower(films: dict[Codec, Path]) -> None:
    with cinema() as here:
        here.open(films[Codec.H264])
        here.wait(FilmPhase.RUNNING)
        here.playback.set_rate(4.0)
        began_s = time.monotonic()
        here.wait(FilmPhase.ENDED)
        assert time.monotonic() - began_s < SECONDS / 2
        here.playback.set_rate(0.25)
        here.playback.seek(2.0)
        here.wait(FilmPhase.RUNNING)
        began_s, begin_s = time.monotonic(), here.now.at_s if here.now else 0.0
        time.sleep(2)
        assert here.now is not None and here.now.rate == 0.25
        assert here.now.at_s - begin_s < (time.monotonic() - began_s) * 0.5


def test_several_files_are_one_film(films: dict[Codec, Path], tmp_path: Path) -> None:
    """One after the other, jumps over the seams, and a file that is gone is passed over."""
    with cinema() as here:
        here.open(films[Codec.H264], tmp_path / "gone.mp4", films[Codec.MJPEG])
        here.wait(FilmPhase.RUNNING)
        assert here.now is not None and here.now.seconds == pytest.approx(3 * SECONDS)
        here.playback.seek(SECONDS - 1)
        wait_until(lambda: here.now is not None and here.now.at_s > 2 * SECONDS + 0.5)
        here.playback.pause()
        here.playback.seek(3.1)
        here.wait_number(46 % GREYS)
        here.playback.seek(2 * SECONDS + 1.01)
        here.wait_number(15)
        here.wait_at(2 * SECONDS + 1.0)


def test_another_size(films: dict[Codec, Path]) -> None:
    with cinema() as here:
        here.open(films[Codec.H264], runs=False)
        here.wait_number(0)
        for runs in (False, True):
            if runs:
                here.playback.play()
                here.wait(FilmPhase.RUNNING)
            here.playback.resize(200 if runs else 161, 91)
            width = 160
            wait_until(lambda width=width: (held := here.feed and here.feed.hold()) and held.width == width)  # type: ignore[misc]


def test_what_is_no_film(tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("no film")
    with cinema() as here:
        here.open(tmp_path / "text.mp4")
        here.wait(FilmPhase.FAILED)
        here.open()
        here.wait(FilmPhase.FAILED)


def test_a_player_that_dies_takes_nothing_along(films: dict[Codec, Path]) -> None:
    with cinema() as here:
        here.open(films[Codec.H264])
        wait_until(lambda: here.now is not None and here.now.at_s > 1)
        (player,) = _players()
        os.kill(player, signal.SIGKILL)
        here.wait(FilmPhase.FAILED)
        here.playback.play()
        here.wait(FilmPhase.RUNNING)
        wait_until(lambda: here.now is not None and here.now.at_s > 1.5)


def test_one_that_is_not_needed_ends(films: dict[Codec, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playback_module, "_IDLE_S", 0.2)
    with cinema() as here:
        here.open(films[Codec.H264])
        here.wait(FilmPhase.RUNNING)
        here.playback.close()
        wait_until(lambda: not _players())
        here.open(films[Codec.H264])
        here.wait(FilmPhase.RUNNING)


def _players() -> list[int]:
    return [child.pid for child in psutil.Process().children() if _plays(child)]


def _plays(process: psutil.Process) -> bool:
    try:
        return "wall.video.playback" in process.cmdline()
    except psutil.Error:
        return False
