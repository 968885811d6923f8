"""The real program records, is killed in the middle of it, and comes back: what was written plays, and is listed."""

from __future__ import annotations

import csv
import signal
import time
from pathlib import Path

import psutil
import pytest

from tests.e2e.program import run_citywall, started
from tests.e2e.wall_program import ENVIRONMENT, WITHIN_S, come, keys_go_to
from tests.services.test_playback import cinema
from tests.support.virtual_desktop import virtual_desktop
from tests.support.waiting import wait_until
from tests.video.record.films import are_growing, files_in, film
from wall.demo import DEMO_PASSWORD, DEMO_USER, City
from wall.model.board import Board
from wall.model.film import FilmPhase
from wall.model.grid import Rect
from wall.model.layout import Layout
from wall.model.recording import End, Recording
from wall.model.screen import DisplayId, Screen
from wall.model.view import CameraCell
from wall.store.database import Database
from wall.store.recording_store import RecordingStore
from wall.store.wall_store import WallStore

pytestmark = pytest.mark.timeout(180)

PANEL = Rect(0, 0, 1280, 720)
WALL = "CityWall – Screen 1"


@pytest.fixture
def database(tmp_path: Path, city: City) -> Path:
    """The cameras of the city, and the first of them on one screen."""
    table, database = tmp_path / "cameras.csv", tmp_path / "city" / "citywall.db"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = [(each.number, each.name, each.source_for_grid().url, DEMO_USER, DEMO_PASSWORD) for each in city.cameras]
        csv.writer(file).writerows([("number", "name", "url", "username", "password"), *rows])
    ended = run_citywall("cameras", "import", str(table), "--database", str(database), **ENVIRONMENT)
    assert ended.status == 0, ended.said
    opened = Database(database)
    wall = WallStore(opened)
    wall.keep_screens([Screen("1", 1, DisplayId(connector="DP-1"))])
    wall.keep_boards({1: Board(Layout.plain(1, 1)).put(0, CameraCell(1))})
    opened.close()
    return database


def kept(database: Path) -> list[Recording]:
    opened = Database(database)
    found = RecordingStore(opened).find("").recordings
    opened.close()
    return list(found)


def lasts(folder: Path) -> int:
    """Bytes of the recordings so far."""
    return sum(path.stat().st_size for path in files_in(folder))


def test_killed_while_it_records(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "films"
    options = ("--database", str(database), "--language", "en", "--recordings", str(folder), "--record-reserve", "0")
    with virtual_desktop(1280, 720) as desktop:
        desktop.plug("DP-1", PANEL, primary=True)
        desktop.hand.press("Num_Lock")
        for turn in (1, 2):
            with started("wall", *options, DISPLAY=desktop.name, **ENVIRONMENT) as program:
                come(desktop, program, {1: PANEL})
                keys_go_to(desktop, WALL)
                wait_until(lambda turn=turn: all(each.end for each in kept(database)[-turn + 1 :]), WITHIN_S)  # type: ignore[misc]
                before = lasts(folder)
                desktop.hand.press("Shift+r")
                wait_until(lambda before=before: lasts(folder) > before + 300_000, WITHIN_S, "nothing is written")  # type: ignore[misc]
                family = [*psutil.Process(program.pid).children(recursive=True)]
                killed_s = time.time()
                program.send_signal(signal.SIGKILL)
                wait_until(lambda family=family: not any(map(psutil.Process.is_running, family)), 10)  # type: ignore[misc]
            path = files_in(folder)[-1]
            played = film(path)
            assert played.count > 30 and are_growing(played.stamps_s)
            (last, *_) = kept(database)
            assert last.end is None and len(kept(database)) == turn
            assert last.parts[0].started_s + played.stamps_s[-1] > killed_s - 2.5, "little is lost"
            _plays_in_libvlc(path)
        with started("wall", *options, DISPLAY=desktop.name, **ENVIRONMENT):
            wait_until(lambda: {each.end for each in kept(database)} == {End.BROKEN_OFF}, WITHIN_S)
    for recording in kept(database):
        assert recording.seconds == pytest.approx(film(Path(recording.parts[0].path)).stamps_s[-1], abs=0.2)


def _plays_in_libvlc(path: Path) -> None:
    with cinema() as here:
        here.open(path)
        here.wait(FilmPhase.RUNNING)
        here.playback.set_rate(8.0)
        here.wait(FilmPhase.ENDED)
        assert here.now is not None and here.now.at_s > 1.5
