"""Starts a simulated city beside the wall, for the demo and the benchmarks, and ends it with them.

The city is another process with its own command line and says what it serves in a list of cameras: the wall learns
nothing that it would not learn of real cameras.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from wall.model.camera import Camera
from wall.model.errors import StartError
from wall.store.inventory import read_cameras, read_devices

DEMO_USER, DEMO_PASSWORD = "admin", "bacninh-2022"
_END_WITHIN_S = 3.0


@dataclass(frozen=True, slots=True)
class City:
    """A running simulated city: its cameras, the addresses of its devices, its control address and its process."""

    cameras: list[Camera]
    devices: tuple[str, ...]
    """The ONVIF addresses of the devices."""
    control: str
    pid: int

    @property
    def addresses(self) -> tuple[str, ...]:
        """The same as a search takes them: host and port."""
        return tuple(urlsplit(each).netloc for each in self.devices)


@contextmanager
def running_city(cameras: int, sites: int, *arguments: str) -> Iterator[City]:
    """A city that runs while the context does; `arguments` go to `citywall simulate`."""
    with tempfile.TemporaryDirectory(prefix="citywall-") as folder:
        inventory = Path(folder) / "cameras.csv"
        size = ("--cameras", str(cameras), "--sites", str(sites))
        with simulator(*size, "--no-discovery", "--inventory", str(inventory), *arguments) as (control, pid):
            yield City(read_cameras(inventory, DEMO_PASSWORD), read_devices(inventory), control, pid)


@contextmanager
def simulator(*arguments: str) -> Iterator[tuple[str, int]]:
    """`citywall simulate` with these arguments, ready, on ports of its choosing: its control address and process id."""
    command = [sys.executable, "-m", "wall", "simulate", "--port", "0", "--control-port", "0", "--until-stdin-closes"]
    process = subprocess.Popen(
        [*command, "--password", DEMO_PASSWORD, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield _wait_until_ready(process)["control"], process.pid
    finally:
        _end(process)


def _wait_until_ready(process: subprocess.Popen[str]) -> dict[str, str]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise StartError("the simulated city did not start: try «citywall simulate» to see why")
    ready: dict[str, str] = json.loads(line)
    return ready


def _end(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.close()
    process.stdout.close()
    try:
        process.wait(_END_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
