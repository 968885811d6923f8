"""`citywall simulate` as a process of its own, as every user and test starts it."""

from __future__ import annotations

import csv
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.simulator.footage import clip
from tests.simulator.rtsp_client import RtspClient
from wall.simulator.cli import main
from wall.simulator.clips import store
from wall.simulator.clips.recipe import BENCH_SCENE, ClipRecipe
from wall.simulator.digest import Account

PATIENCE_S = 20.0


@contextmanager
def simulate(home: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, object]]]:
    """The command, once it is ready; it is killed in the end if it still runs."""
    line = [sys.executable, "-m", "wall.simulator", "--port", "0", "--no-discovery", *arguments]
    environment = os.environ | {"XDG_CACHE_HOME": str(home)}
    bench = ClipRecipe("bench", BENCH_SCENE, "h264", 640, 360, 15, 512)
    store.save(home / "citywall" / "clips", bench, clip())
    pipe = subprocess.PIPE
    with subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment) as process:
        try:
            assert process.stdout
            yield process, json.loads(process.stdout.readline())
        finally:
            process.kill()


def test_it_says_that_it_is_ready_and_ends_when_told(tmp_path: Path) -> None:
    arguments = ("--cameras", "5", "--sites", "2", "--clip", "bench")
    with simulate(tmp_path, *arguments) as (process, ready):
        assert ready["ready"] is True
        assert (ready["cameras"], ready["sites"], ready["pid"]) == (5, 2, process.pid)
        status = httpx.get(f"{ready['control']}/status").json()
        assert status["cameras"] == 5
        with RtspClient(int(str(ready["rtsp_port"]))) as client:
            client.play()
            assert len(client.frames(3)) == 3
            process.send_signal(signal.SIGTERM)
            rest, log = process.communicate(timeout=PATIENCE_S)
    assert (process.returncode, rest) == (0, "")
    assert "Traceback" not in log


def test_it_ends_with_its_standard_input(tmp_path: Path) -> None:
    with simulate(tmp_path, "--cameras", "1", "--clip", "bench", "--until-stdin-closes") as (process, _):
        process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0


def test_the_inventory_is_what_is_served(tmp_path: Path) -> None:
    file = tmp_path / "cameras.csv"
    options = ("--cameras", "3", "--sites", "2", "--clip", "bench", "--inventory", str(file))
    account = ("--user", "ops", "--password", "Ống-kính")
    with simulate(tmp_path, *options, *account) as (_, ready):
        with file.open(encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        cameras = httpx.get(f"{ready['control']}/cameras").json()
        with RtspClient(int(str(ready["rtsp_port"])), account=Account("ops", "Ống-kính")) as client:
            assert client.ask("DESCRIBE").code == 200
    assert [row["sub_url"] for row in rows] == [camera["sub_url"] for camera in cameras]
    assert {row["username"] for row in rows} == {"ops"}
    assert "Ống-kính" not in file.read_text(encoding="utf-8")


def test_devices_makes_and_https_are_chosen_on_the_line(tmp_path: Path) -> None:
    file = tmp_path / "cameras.csv"
    arguments = ("--devices", "6", "--no-recorders", "--habits", "reoview", "--https", "0.5", "--clip", "bench")
    with simulate(tmp_path, *arguments, "--inventory", str(file)) as (_, ready):
        devices = httpx.get(f"{ready['control']}/devices").json()
    assert (ready["cameras"], len(devices)) == (6, 6)
    assert {device["make"] for device in devices} == {"Reoview"}
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for row, device in zip(rows, devices, strict=True):
        box = (row["device"], row["channel"], row["make"], row["serial"], row["http"])
        assert box == (str(device["number"]), "1", "Reoview", device["serial"], device["http"])
    assert [row["http"].partition(":")[0] for row in rows].count("https") == 3


def test_a_taken_port_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["--cameras", "1", "--port", port, "--no-discovery", "--clip", "bench"]) == 2
    assert "in use" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--cameras", "0"], "cameras must be 1 to"),
        (["--devices", "0"], "devices must be 1 to"),
        (["--habits", "nix"], "no make is called 'nix'; there are: Dong Son Vision, "),
        (["--https", "5"], "must be from 0 to 1, not 5"),
        (["--clip", "/nowhere.mp4"], "/nowhere.mp4 cannot be read as a video"),
    ],
)
def test_a_wrong_line_is_explained(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--port", "0", "--no-discovery"]) == 2
    assert said in capsys.readouterr().err
