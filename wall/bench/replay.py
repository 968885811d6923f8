"""`citywall bench replay`: how soon the past is seen, and what keeping it costs.

- `start_s`: from the key to the first painted picture of ten seconds ago, one tile after the other on a wall of live
  ones. So little may stay in memory that it comes from the disk. `step_s`: the same until the last of sixteen in step.
- `buffer_cpu`: cores that the decode processes use to receive the same streams with and without keeping them, in turn,
  the median of the differences. Nothing is decoded meanwhile: on a whole wall the difference would drown in the rest.
- `memory_mb_max`, `disk_mb_max`: the most that was kept at any moment, beside the bounds.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wall.app import Look, open_wall
from wall.bench.crowd import Crowd
from wall.bench.percentile import percentile
from wall.bench.report import tell
from wall.demo import City, running_city
from wall.model.buffering import BufferSettings
from wall.model.picture import Picture
from wall.model.stream import Source
from wall.model.video import VideoSettings
from wall.services.live_view import LiveView
from wall.ui.replay.desk import MOST
from wall.ui.spin import spin
from wall.ui.wall_window import WallWindow
from wall.video.memory import PictureMemory
from wall.video.pool import DecodePool

_MEMORY_MB, _DISK_MB = 16, 64
_WALL_WIDTH, _WALL_HEIGHT = 1920, 1080
_PATIENCE_S = 20.0
_FILL_S = 16.0
_BACK_S = 10.0
_CALM_S = 0.6
_PROCESSES = 2
_SETTLE_S, _WEIGH_S, _TURNS = 8.0, 8.0, 3


def run(tiles: int, rounds: int, json_file: str | None) -> int:
    """Measure and tell; 0 when every look back has shown something, and all bounds were kept, else 1."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with running_city(tiles, max(1, tiles // 3), "--clip", "bench") as city, tempfile.TemporaryDirectory() as folder:
        settings = BufferSettings(memory_mb=_MEMORY_MB, disk_mb=_DISK_MB, folder=folder)
        figures = _looking(app, city, tiles, rounds, settings) | _keeping(city, settings)
    tell(figures, json_file)
    return 0 if figures["missing"] == 0 and figures["within_bounds"] else 1


def _looking(app: QApplication, city: City, tiles: int, rounds: int, settings: BufferSettings) -> dict[str, object]:
    side = next(side for side in range(1, 9) if side * side >= tiles)
    look = Look(side, side, video=VideoSettings(buffer=settings))
    with open_wall(app, city.cameras, look) as (window, live):
        window.resize(_WALL_WIDTH, _WALL_HEIGHT)
        window.show()
        spin(_PATIENCE_S, lambda: not window.tiles_not_live())
        operator = _Operator(window, live)
        operator.wait(_FILL_S)
        crowd = Crowd()
        starts = [operator.look_back_at(place * 7 % tiles) for place in range(rounds)]
        together_s = operator.look_back_at_all(min(MOST, tiles))
        seen = [each for each in starts if each is not None]
        return {
            "tiles": tiles,
            "rounds": rounds,
            "missing": len(starts) - len(seen) + (together_s is None),
            "start_s_p95": round(percentile(seen, 95), 3),
            "start_s_median": round(percentile(seen, 50), 3),
            "step_tiles": min(MOST, tiles),
            "step_s": round(together_s, 3) if together_s is not None else None,
            "memory_mb_max": round(operator.most_memory / 2**20, 1),
            "memory_mb_bound": settings.memory_mb,
            "disk_mb_max": round(operator.most_disk / 2**20, 1),
            "disk_mb_bound": settings.disk_mb,
            "within_bounds": operator.most_memory <= settings.memory_bytes
            and operator.most_disk <= settings.disk_bytes,
            "crowd_share": round(crowd.share(), 3),
        }


class _Operator:
    """Presses keys, and sees when the past is painted. UI thread."""

    def __init__(self, window: WallWindow, live: LiveView) -> None:
        self._window = window
        self._live = live
        self._asked_s = 0.0
        self._painted_s: dict[int, float] = {}
        self.most_memory = self.most_disk = 0
        window.hear_painted(self._hear)

    def wait(self, seconds: float) -> None:
        """Let time pass, and see how much is kept."""
        for _ in range(max(1, round(seconds / _CALM_S))):
            spin(_CALM_S)
            memory, disk = self._live.kept_bytes()
            self.most_memory, self.most_disk = max(self.most_memory, memory), max(self.most_disk, disk)

    def look_back_at(self, cell: int) -> float | None:
        """Seconds from the key to the painted picture; None where there was none."""
        self._window.wishes.select(cell)
        spin(_CALM_S)
        tile = self._window.showing.tile_at(cell)
        self._press(Qt.Key.Key_J)
        if tile is not None:
            spin(_PATIENCE_S, lambda: tile.number in self._painted_s)
        return self._taken_s([tile.number] if tile is not None else [])

    def look_back_at_all(self, count: int) -> float | None:
        """Seconds until the last of them is painted."""
        self._press(Qt.Key.Key_G)
        spin(_PATIENCE_S, lambda: len(self._painted_s) >= count)
        return self._taken_s(list(self._painted_s)) if len(self._painted_s) >= count else None

    def _press(self, key: Qt.Key) -> None:
        self._painted_s.clear()
        self._asked_s = time.monotonic()
        QTest.keyClick(self._window, key)

    def _taken_s(self, tiles: Sequence[int]) -> float | None:
        last_s = max((self._painted_s.get(tile, -1.0) for tile in tiles), default=-1.0)
        asked_s = self._asked_s
        QTest.keyClick(self._window, Qt.Key.Key_End)
        self.wait(_CALM_S)
        return last_s - asked_s if last_s > 0 else None

    def _hear(self, tile: int, picture: Picture, now_s: float) -> None:
        if self._asked_s - picture.picture_s > _BACK_S / 2:
            self._painted_s.setdefault(tile, now_s)


def _keeping(city: City, settings: BufferSettings) -> dict[str, object]:
    """What keeping costs."""
    sources = [camera.source_for_grid() for camera in city.cameras]
    pairs = [
        (asyncio.run(_receiving_cores(sources, settings)), asyncio.run(_receiving_cores(sources, None)))
        for _ in range(_TURNS)
    ]
    return {
        "buffer_cpu": round(statistics.median(kept - bare for kept, bare in pairs), 4),
        "receive_cpu": round(statistics.median(bare for _, bare in pairs), 4),
    }


async def _receiving_cores(sources: Sequence[Source], buffer: BufferSettings | None) -> float:
    """Cores that the decode processes use to receive, and decode nothing; with the disk in use."""
    pool = DecodePool(_PROCESSES, lambda _report: None, buffer=buffer)
    await pool.start()
    with ExitStack() as stack:
        try:
            for tile, source in enumerate(sources):
                memory = PictureMemory.create(320, 180)
                stack.callback(memory.close)
                pool.open(tile, source, memory, is_resting=True)
            await asyncio.sleep(_SETTLE_S)
            began_s, used_s = time.monotonic(), _used_s(pool.pids())
            await asyncio.sleep(_WEIGH_S)
            return (_used_s(pool.pids()) - used_s) / (time.monotonic() - began_s)
        finally:
            await pool.stop()


def _used_s(pids: Sequence[int]) -> float:
    times = [psutil.Process(pid).cpu_times() for pid in pids]
    return float(sum(each.user + each.system for each in times))
