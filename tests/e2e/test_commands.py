"""The commands as they are typed: what they show, say, give as exit status, keep to themselves, and leave behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest
from PySide6.QtGui import QImage

from tests.e2e.figures import Figures
from tests.e2e.program import run_citywall, started
from tests.support.waiting import wait_until
from wall.bench.crowd import Crowd
from wall.demo import DEMO_PASSWORD, City

pytestmark = pytest.mark.timeout(240)

USER = "admin"
WRONG = "not-the-pass-word"
GONE_S, GONE_IN_A_CROWD_S = 2.0, 6.0


def with_login(url: str, password: str) -> str:
    return url.replace("//", f"//{USER}:{password}@", 1)


def grid_url(city: City, index: int) -> str:
    return city.cameras[index].source_for_grid().url


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def test_view_saves_a_picture_of_live_tiles(city: City, tmp_path: Path) -> None:
    file = tmp_path / "wall.png"
    urls = [grid_url(city, 0), grid_url(city, 1)]
    ended = run_citywall(
        *("view", *urls, "--user", USER, "--grid", "2x1", "--size", "800x450", "--screenshot", str(file)),
        CITYWALL_PASSWORD=DEMO_PASSWORD,
    )
    assert (ended.status, ended.said) == (0, "")
    picture = QImage(str(file))
    assert (picture.width(), picture.height()) == (800, 450)
    for left in (0, 400):
        colours = {picture.pixel(left + x, 200 + y) for x in range(50, 350, 10) for y in range(0, 100, 10)}
        assert len(colours) > 30, "a picture, not a plain ground"


def test_view_names_what_is_not_live_and_keeps_passwords(
    city: City, tmp_path: Path, state_home: Path, closed_port: int
) -> None:
    file = tmp_path / "wall.png"
    urls = [
        with_login(grid_url(city, 0), DEMO_PASSWORD),
        with_login(grid_url(city, 1), WRONG),
        with_login(f"rtsp://127.0.0.1:{closed_port}/1/sub", DEMO_PASSWORD),
    ]
    ended = run_citywall("view", *urls, "--screenshot", str(file), "--timeout", "6")
    assert ended.status == 1
    assert ended.said.splitlines() == [
        f"2 {grid_url(city, 1).removeprefix('rtsp://')}: login refused (wrong user name or password)",
        f"3 127.0.0.1:{closed_port}/1/sub: no signal (the camera refuses connections)",
    ]
    assert file.exists(), "the picture shows it, too"
    assert "wall.video.decode" in ended.seen
    logs = "".join(log.read_text() for log in state_home.rglob("*") if log.is_file())
    for secret in (DEMO_PASSWORD, WRONG):
        assert secret not in ended.said + ended.seen + logs


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["view"], "give addresses, --cameras FILE.csv or --kept"),
        (["view", f"http://{USER}:{WRONG}@127.0.0.1/"], "must look like rtsp://"),
        (["view", f"rtsp://{USER}:{WRONG}@127.0.0.1:port/"], "not a valid address"),
        (["view", f"rtsp://{USER}:{WRONG}@/"], "must look like rtsp://"),
        (["view", "--cameras", "/nowhere/list.csv"], "cannot be read"),
        (["view", "rtsp://127.0.0.1/", "--grid", "9x9"], "a grid is 1x1 to 8x8"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(arguments: list[str], says: str) -> None:
    ended = run_citywall(*arguments, "--screenshot", "/tmp/never.png")
    assert ended.status == 2
    assert says in ended.said and "Traceback" not in ended.said
    assert WRONG not in ended.said


def test_a_picture_that_cannot_be_saved_is_said(city: City) -> None:
    ended = run_citywall("view", grid_url(city, 0), "--screenshot", "/nowhere/wall.png", "--timeout", "1")
    assert ended.status == 2
    assert "/nowhere/wall.png" in ended.said and "Traceback" not in ended.said


def test_demo_saves_a_picture(tmp_path: Path) -> None:
    file = tmp_path / "demo.png"
    demo = ["demo", "--cameras", "4", "--sites", "2", "--screenshot", str(file), "--timeout", "150"]
    ended = run_citywall(*demo)
    assert ended.status == 0, ended.said
    assert QImage(str(file)).width() == 1920


def test_demo_saves_a_picture_of_the_console(tmp_path: Path) -> None:
    file = tmp_path / "console.png"
    ended = run_citywall("demo", "--console", "--cameras", "4", "--sites", "2", "--screenshot", str(file))
    assert ended.status == 0, ended.said
    assert QImage(str(file)).width() == 1440


def family(pid: int) -> list[psutil.Process]:
    return [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]


def is_gone(process: psutil.Process) -> bool:
    """Dead; whether the system's first process has buried it already is not our affair."""
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def is_playing(pid: int, city: City) -> bool:
    """Does one of its processes hold a connection to a camera?"""
    port = urlsplit(grid_url(city, 0)).port
    return any(each.raddr and each.raddr.port == port for member in family(pid) for each in connections_of(member))


def connections_of(process: psutil.Process) -> list[Any]:
    """Of one that is there: libraries are looked for by programs that end as soon as they have started."""
    try:
        return list(process.net_connections("tcp"))
    except psutil.NoSuchProcess:
        return []


@pytest.mark.alone
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_ended_from_outside_it_leaves_nothing(city: City, figures: Figures, number: signal.Signals) -> None:
    view = ["view", grid_url(city, 0), grid_url(city, 1), "--user", USER]
    environment = {"CITYWALL_PASSWORD": DEMO_PASSWORD, "QT_QPA_PLATFORM": "offscreen"}
    with started(*view, **environment) as process:
        wait_until(lambda: is_playing(process.pid, city), 30)
        members = family(process.pid)
        crowd, begin_s = Crowd(), time.monotonic()
        os.kill(process.pid, number)
        process.wait(GONE_IN_A_CROWD_S)
        wait_until(lambda: all(is_gone(member) for member in members), GONE_IN_A_CROWD_S)
        gone_s = time.monotonic() - begin_s
        figures.note(f"{number.name}: all gone", gone_s=gone_s)
        assert len(members) >= 3
        assert gone_s < crowd.allows(GONE_S, GONE_IN_A_CROWD_S)
        assert process.returncode == (-number if number is signal.SIGKILL else 0)
        assert process.stdout is not None and process.stdout.read() == ""


def test_a_killed_demo_takes_its_city_along() -> None:
    with started("demo", "--cameras", "4", "--sites", "2", QT_QPA_PLATFORM="offscreen") as process:
        wait_until(lambda: len(family(process.pid)) >= 4, 30)
        members = family(process.pid)
        process.kill()
        process.wait()
        wait_until(lambda: all(is_gone(member) for member in members), GONE_IN_A_CROWD_S)


@pytest.mark.alone
def test_help_comes_at_once(figures: Figures) -> None:
    def once() -> float:
        begin_s = time.monotonic()
        subprocess.run([sys.executable, "-m", "wall", "--help"], check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - begin_s

    crowd = Crowd()
    best_s = min(once() for _ in range(4))
    figures.note("wall --help", best_s=best_s)
    assert best_s < crowd.allows(0.3, 2.0)
