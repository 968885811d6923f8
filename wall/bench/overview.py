"""`citywall bench overview`: every camera of a city in small, beside a wall of live tiles. How new are the pictures?

Over a steady minute: `overview_refresh_s_max` is the longest that any camera waited for its next picture;
`oldest_s_max` the oldest that any picture was by the time at which it was taken. `cpu` is in cores, by what uses it:
the window, what decodes tiles, what makes small pictures. `away_cpu` is the last one's once nobody looks any more.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import psutil
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from wall.behind import ConsoleLook, Opened, opened
from wall.bench.crowd import Crowd
from wall.bench.heartbeat import Beats, Heartbeat
from wall.bench.percentile import percentile
from wall.bench.processes import wall_processes
from wall.bench.report import tell
from wall.console import console_on
from wall.demo import DEMO_PASSWORD, DEMO_USER, City, running_city
from wall.model.board import Board, Slot
from wall.model.glimpse import Glimpse
from wall.model.layout import Layout
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.model.view import CameraCell
from wall.services.overview import Overview
from wall.ui.console.pages import HEALTH, OVERVIEW
from wall.ui.console.window import ConsoleWindow
from wall.ui.spin import spin
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

_PATIENCE_S = 120.0
_SAMPLE_MS = 100
_MOST_SITES = 180
_PARTS = {"wall.video.decode": "tiles", "wall.video.glimpse": "small_pictures"}


@dataclass(frozen=True, slots=True)
class Spans:
    """Seconds."""

    watched: float = 60.0
    settle: float = 10.0
    """From when every camera was seen until the watching begins."""
    away: float = 10.0


def run(cameras: int, tiles: int, spans: Spans, json_file: str | None) -> int:
    """Measure and tell; 0 when every camera was seen, else 1."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    figures = overview_figures(app, cameras, tiles, spans)
    tell(figures, json_file)
    return 0 if figures["seen"] == figures["cameras"] else 1


def overview_figures(app: QApplication, cameras: int, tiles: int, spans: Spans) -> dict[str, object]:
    """All figures, for whichever benchmark wants them."""
    os.environ["CITYWALL_PASSPHRASE"] = token_hex()
    with (
        running_city(cameras, min(cameras, _MOST_SITES), "--clip", "bench") as city,
        tempfile.TemporaryDirectory(prefix="citywall-") as folder,
        opened(app, Path(folder) / "citywall.db", ConsoleLook()) as behind,
        console_on(behind, ConsoleLook()) as console,
    ):
        console.resize(1920, 1080)
        console.show()
        _keep_all(console, behind, city)
        with _wall_of(behind, tiles) as wall:
            spin(_PATIENCE_S, lambda: not wall.tiles_not_live())
            return _Watch(behind, console, wall, city, spans).measure()


class Refreshes:
    """How long each camera waits for its next picture, and how old the oldest is. Looked at ten times a second."""

    def __init__(self, overview: Overview, cameras: Iterable[int]) -> None:
        self.waits_s: list[float] = []
        self.oldest_s = 0.0
        self._overview = overview
        began_s = time.monotonic()
        self._last: dict[int, tuple[Glimpse | None, float]] = {
            camera: (overview.sight(camera).glimpse, began_s) for camera in cameras
        }

    def look(self) -> None:
        """Note who has a new picture."""
        now_s = time.monotonic()
        for camera, (last, since_s) in self._last.items():
            glimpse = self._overview.sight(camera).glimpse
            if glimpse is not last:
                self.waits_s.append(now_s - since_s)
                self._last[camera] = glimpse, now_s
            if glimpse is not None:
                self.oldest_s = max(self.oldest_s, now_s - glimpse.taken_s)

    def end(self) -> None:
        """Who still waits has waited so long at least."""
        now_s = time.monotonic()
        self.waits_s += [now_s - since_s for _, since_s in self._last.values()]


class _Watch:
    """One operator who looks at the city. UI thread."""

    def __init__(self, behind: Opened, console: ConsoleWindow, wall: WallWindow, city: City, spans: Spans) -> None:
        self._spans = spans
        self._overview = behind.overview
        self._console, self._wall, self._city = console, wall, city
        self._cameras = [camera.camera_id for camera in behind.fleet.inventory.cameras]
        self._heart = Heartbeat()

    def measure(self) -> dict[str, object]:
        """All figures."""
        self._heart.start()
        began_s = time.monotonic()
        self._console.go_to(OVERVIEW)
        spin(_PATIENCE_S, lambda: self._seen() == len(self._cameras))
        first_s = time.monotonic() - began_s
        spin(self._spans.settle)
        self._heart.beats = Beats()
        crowd, refreshes, before = Crowd(), Refreshes(self._overview, self._cameras), cpu_by_part(self._city.pid)
        began_s = time.monotonic()
        self._look_for(refreshes, self._spans.watched)
        span_s = time.monotonic() - began_s
        cores = {part: round(used / span_s, 3) for part, used in _used(before, self._city.pid).items()}
        return {
            "cameras": len(self._cameras),
            "seen": self._seen(),
            "failing": sum(self._overview.sight(each).cause is not Cause.NONE for each in self._cameras),
            "ways": dict(self._ways()),
            "tiles_not_live": len(self._wall.tiles_not_live()),
            "first_s": round(first_s, 1),
            "overview_refresh_s_max": round(max(refreshes.waits_s), 2),
            "overview_refresh_s_p95": round(percentile(refreshes.waits_s, 95), 2),
            "oldest_s_max": round(refreshes.oldest_s, 2),
            "cpu": cores,
            "ui_held_ms_max": round(max(self._heart.beats.held_ms, default=0.0), 1),
            "crowd_share": round(crowd.share(), 3),
            "away_cpu": self._away_cpu(),
        }

    def _look_for(self, refreshes: Refreshes, seconds: float) -> None:
        sampling = QTimer(interval=_SAMPLE_MS)
        sampling.timeout.connect(refreshes.look)
        sampling.start()
        spin(seconds)
        sampling.stop()
        refreshes.end()

    def _seen(self) -> int:
        return sum(self._overview.sight(camera).glimpse is not None for camera in self._cameras)

    def _ways(self) -> Counter[str]:
        found = (self._overview.sight(camera).glimpse for camera in self._cameras)
        return Counter(glimpse.way.name.lower() for glimpse in found if glimpse is not None)

    def _away_cpu(self) -> float:
        """What remains of making small pictures once another page is shown: cores."""
        self._console.go_to(HEALTH)
        spin(1.0)
        before, began_s = cpu_by_part(self._city.pid), time.monotonic()
        spin(self._spans.away)
        used = _used(before, self._city.pid).get("small_pictures", 0.0)
        return round(used / (time.monotonic() - began_s), 4)


def cpu_by_part(city: int) -> dict[str, float]:
    """CPU-seconds used so far, by what uses them; the simulated city by itself."""
    used: dict[str, float] = defaultdict(float)
    for process in wall_processes(city):
        with contextlib.suppress(psutil.Error):
            words = process.cmdline()
            used[next((part for module, part in _PARTS.items() if module in words), "window")] += _used_by(process)
    for process in (psutil.Process(city), *psutil.Process(city).children(recursive=True)):
        with contextlib.suppress(psutil.Error):
            used["city"] += _used_by(process)
    return used


def _used_by(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _used(before: dict[str, float], city: int) -> dict[str, float]:
    return {part: used - before.get(part, 0.0) for part, used in cpu_by_part(city).items()}


def _keep_all(console: ConsoleWindow, behind: Opened, city: City) -> None:
    """From an empty database to the whole city."""
    found, fleet = console.found, behind.fleet
    found.search.multicast.setChecked(False)
    found.search.targets.setText(", ".join(city.addresses))
    found.search.toggle()
    spin(_PATIENCE_S, lambda: len(found.model.rows) == len(city.addresses))
    keys = [row.key for row in found.model.rows]
    fleet.use_credentials(keys, Credentials(DEMO_USER, DEMO_PASSWORD), "city")
    spin(_PATIENCE_S, lambda: all(row.device is not None and row.device.channels for row in found.model.rows))
    fleet.keep(keys)
    spin(_PATIENCE_S, lambda: len(fleet.inventory.devices) == len(keys))


@contextmanager
def _wall_of(behind: Opened, tiles: int) -> Iterator[WallWindow]:
    """So many live tiles on the first screen."""
    side = next(side for side in range(1, 9) if side * side >= tiles)
    slots = tuple(Slot(CameraCell(camera.camera_id)) for camera in behind.fleet.inventory.cameras[:tiles])
    screen = behind.room.screens[0]
    behind.room.show(screen.screen_id, Board(Layout.plain(side, side), slots))
    window = WallWindow(behind.room, screen, behind.live, behind.events, ConsoleLook().colours, TileNumbers())
    window.resize(1920, 1080)
    window.show()
    try:
        yield window
    finally:
        window.close()
