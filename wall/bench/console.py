"""`citywall bench console`: the same sitting as `bench fleet`, in the window. Does it stay in the operator's hand?

Search, log in, keep, then watch for half a minute; and how long the finder takes for each letter typed over 10,000
cameras. `ui_held_ms_max` is what the painting thread was held, without waiting for a processor, in each phase;
`watch_core_share` is the whole process while it only watches, `health_core_share` the same with the window hidden.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

import psutil
from PySide6.QtWidgets import QApplication

from wall.behind import ConsoleLook
from wall.bench.crowd import Crowd
from wall.bench.heartbeat import Beats, Heartbeat
from wall.bench.percentile import percentile
from wall.bench.report import tell
from wall.console import open_console
from wall.demo import DEMO_PASSWORD, DEMO_USER, City, running_city
from wall.model.finder import Finder
from wall.model.inventory import Inventory
from wall.model.stream import Credentials
from wall.services.fleet import Fleet
from wall.ui.console.pages import CAMERAS
from wall.ui.console.window import ConsoleWindow
from wall.ui.spin import spin

_MOST_SITES = 180
_PATIENCE_S = 120.0
_WATCH_S = 20.0
_HIDDEN_S = 35.0
_MANY = 10_000
_TYPED = ("nga sau", "truong thpt", "12", "cong chinh dong", "kinh bac toan canh")


def run(devices: int, json_file: str | None) -> int:
    """Measure and tell; 0 when every device was kept, else 1."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    os.environ["CITYWALL_PASSPHRASE"] = token_hex()
    size = (min(devices, _MOST_SITES), "--devices", str(devices))
    with tempfile.TemporaryDirectory(prefix="citywall-") as folder, running_city(1, *size) as city:
        began_s = time.monotonic()
        with open_console(app, Path(folder) / "citywall.db", ConsoleLook()) as (window, fleet, _):
            window.show()
            figures = {"window_s": round(time.monotonic() - began_s, 2)} | Sitting(window, fleet, city).measure()
    tell(figures, json_file)
    return 0 if figures["devices"] == devices else 1


class Sitting:
    """One operator, from nothing to a city that is watched. UI thread."""

    def __init__(self, window: ConsoleWindow, fleet: Fleet, city: City) -> None:
        self._window, self._fleet, self._city = window, fleet, city
        self._heart = Heartbeat()
        self._held_ms: dict[str, float] = {}
        self._gaps_ms: list[float] = []
        self._seconds: dict[str, float] = {}

    def measure(self) -> dict[str, object]:
        """All figures."""
        crowd = Crowd()
        self._heart.start()
        self._find()
        inventory = self._fleet.inventory
        self._window.go_to(CAMERAS)
        watch_share = self._watch(_WATCH_S)
        self._window.hide()
        self._heart.stop()  # It costs more than the watch.
        health_share = self._watch(_HIDDEN_S)
        return {
            "devices": len(inventory.devices),
            "cameras": len(inventory.cameras),
            **{f"{phase}_s": round(seconds, 2) for phase, seconds in self._seconds.items()},
            "ui_held_ms_max": {phase: round(held_ms, 1) for phase, held_ms in self._held_ms.items()},
            "ui_gap_ms_max": round(max(self._gaps_ms), 1),
            "health_oldest_s": round(self._oldest_s(), 1),
            "health_core_share": round(health_share, 3),
            "watch_core_share": round(watch_share, 3),
            "find_ms_p99_10000": round(find_ms(inventory), 2),
            "rss_mb": round(psutil.Process().memory_info().rss / 1e6, 1),
            "crowd_share": round(crowd.share(), 3),
        }

    def _find(self) -> None:
        found, fleet = self._window.found, self._fleet
        found.search.multicast.setChecked(False)
        found.search.targets.setText(", ".join(self._city.addresses))
        devices = len(self._city.addresses)
        self._phase("search", found.search.toggle, lambda: len(found.model.rows) == devices)
        found.view.selectAll()
        keys = [row.key for row in found.model.rows]
        login = Credentials(DEMO_USER, DEMO_PASSWORD)
        self._phase("survey", lambda: fleet.use_credentials(keys, login, "city"), self._all_told)
        self._phase("keep", lambda: fleet.keep(keys), lambda: len(fleet.inventory.devices) == devices)

    def _all_told(self) -> bool:
        rows = self._window.found.model.rows
        return all(row.device is not None and row.device.channels for row in rows)

    def _watch(self, for_s: float) -> float:
        """The share of a core that watching takes."""
        began_s, began_cpu_s = time.monotonic(), time.process_time()
        self._phase("watch", lambda: None, lambda: time.monotonic() - began_s > for_s)
        return (time.process_time() - began_cpu_s) / (time.monotonic() - began_s)

    def _oldest_s(self) -> float:
        """The age of the oldest check."""
        now_s = time.time()
        checked = [each.checked_s for each in self._fleet.health.values()]
        return max(now_s - at_s if at_s is not None else now_s for at_s in checked)

    def _phase(self, name: str, begin: Callable[[], object], is_over: Callable[[], bool]) -> None:
        spin(0.2)
        self._heart.beats = Beats()
        began_s = time.monotonic()
        begin()
        spin(_PATIENCE_S, is_over)
        self._seconds[name] = time.monotonic() - began_s
        spin(0.2)
        self._held_ms[name] = max(self._held_ms.get(name, 0.0), *self._heart.beats.held_ms, 0.0)
        self._gaps_ms += self._heart.beats.gaps_ms


def find_ms(inventory: Inventory) -> float:
    """The 99th percentile of the time for one more letter, over 10,000 cameras named like these."""
    many = [
        replace(inventory.cameras[place % len(inventory.cameras)], camera_id=place + 1, number=place + 1)
        for place in range(_MANY)
    ]
    finder = Finder(replace(inventory, cameras=tuple(many)))
    return percentile(_typing_ms(finder), 99)


def _typing_ms(finder: Finder) -> Iterator[float]:
    for _ in range(5):
        for text in _TYPED:
            for end in range(1, len(text) + 1):
                began_s = time.perf_counter()
                finder.find(text[:end])
                yield (time.perf_counter() - began_s) * 1000
