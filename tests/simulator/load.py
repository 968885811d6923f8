"""Interrogates a whole simulated city as a fleet's client would, and says what a call costs the simulator.

    python -m tests.simulator.load --devices 640

It starts `citywall simulate`, asks every device some sixteen questions over connections that are kept, and reads the
simulator's CPU time from its control port before and after. No test: figures depend on the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.simulator.caller import Caller
from tests.simulator.soap import DEVICE, EVENTS, MEDIA, MEDIA2, PTZ

_AT_ONCE = 64
_ALL = "<Type>All</Type>"
_TOKEN = re.compile(r'Profiles[^<>]* token="([^"]+)"')
_STREAM = '<StreamSetup><Transport xmlns="http://www.onvif.org/ver10/schema"><Protocol>RTSP</Protocol></Transport></StreamSetup>'
QUESTIONS = (
    ("device", "GetSystemDateAndTime", DEVICE, ""),
    ("device", "GetServices", DEVICE, "<IncludeCapability>false</IncludeCapability>"),
    ("device", "GetCapabilities", DEVICE, ""),
    ("device", "GetDeviceInformation", DEVICE, ""),
    ("device", "GetScopes", DEVICE, ""),
    ("media", "GetVideoSources", MEDIA, ""),
    ("media", "GetProfiles", MEDIA, ""),
    ("media2", "GetProfiles", MEDIA2, _ALL),
    ("media", "GetStreamUri", MEDIA, f"{_STREAM}<ProfileToken>%s</ProfileToken>"),
    ("media", "GetStreamUri", MEDIA, f"{_STREAM}<ProfileToken>%s</ProfileToken>"),
    ("media", "GetSnapshotUri", MEDIA, "<ProfileToken>%s</ProfileToken>"),
    ("media", "GetSnapshotUri", MEDIA, "<ProfileToken>%s</ProfileToken>"),
    ("ptz", "GetNodes", PTZ, ""),
    ("ptz", "GetPresets", PTZ, "<ProfileToken>%s</ProfileToken>"),
    ("event", "GetEventProperties", EVENTS, ""),
    ("device", "GetRelayOutputs", DEVICE, ""),
)


def main(argv: list[str]) -> int:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulator.load", description=__doc__)
    parser.add_argument("--devices", type=int, default=640)
    options, rest = parser.parse_known_args(argv)
    with simulated(options.devices, rest) as (control, addresses):
        before_s, began_s = _cpu_s(control), time.monotonic()
        calls = asyncio.run(_interrogate_all(addresses))
        took_s, cpu_s = time.monotonic() - began_s, _cpu_s(control) - before_s
        rss_mb = _status(control)["rss_mb"]
    figures = {"devices": len(addresses), "calls": calls, "seconds": round(took_s, 2), "rss_mb": rss_mb}
    print(json.dumps(figures | {"simulator_cpu_ms_per_call": round(cpu_s * 1000 / calls, 3)}))
    return 0


@contextmanager
def simulated(devices: int, rest: list[str]) -> Iterator[tuple[str, list[str]]]:
    """A city of its own process: its control address and the addresses of its devices."""
    with tempfile.TemporaryDirectory() as folder:
        inventory = Path(folder) / "cameras.csv"
        line = [sys.executable, "-m", "wall.simulator", "--devices", str(devices), "--port", "0"]
        line += ["--control-port", "0", "--no-discovery", "--clip", "bench", "--inventory", str(inventory), *rest]
        with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:
            try:
                assert process.stdout
                control = json.loads(process.stdout.readline())["control"]
                with inventory.open(encoding="utf-8", newline="") as file:
                    yield control, list(dict.fromkeys(row["http"] for row in csv.DictReader(file)))
            finally:
                process.terminate()


def _status(control: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"{control}/status", timeout=20) as answer:
        status: dict[str, Any] = json.load(answer)
        return status


def _cpu_s(control: str) -> float:
    return float(_status(control)["cpu_s"])


async def _interrogate_all(addresses: list[str]) -> int:
    room = asyncio.Semaphore(_AT_ONCE)
    return sum(await asyncio.gather(*(_interrogate(address, room) for address in addresses)))


async def _interrogate(address: str, room: asyncio.Semaphore) -> int:
    async with room, Caller(address) as caller:
        tokens = [""]
        for service, name, namespace, inner in QUESTIONS:
            asked = inner % tokens[0] if "%s" in inner else inner
            answer = await caller.ask(f"/onvif/{service}_service", name, namespace, asked)
            tokens = _TOKEN.findall(answer.body.decode()) or tokens[::-1]
        return caller.calls


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
