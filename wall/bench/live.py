"""`citywall bench live`: frames, cost, latency and start of a wall of live tiles.

`not_live_max` is the most that were not live at one moment, `frozen` how many ever were; `said_degraded` are tiles that
said that they show less than comes, `degraded_unsaid` those that did without a word. `ui_held_ms_max` is the longest
for which the window itself held its thread. `ratio` is the median of ten turns of the wall, each against the floor just
before and just after it, with quartiles.
"""

from __future__ import annotations

import bisect
import statistics
import sys
import time

from PySide6.QtWidgets import QApplication

from wall.app import Look, open_wall
from wall.bench.control import Control
from wall.bench.crowd import Crowd
from wall.bench.floor import Floor
from wall.bench.honesty import Honesty
from wall.bench.painted import PaintLog
from wall.bench.percentile import percentile
from wall.bench.processes import children, rss_mb
from wall.bench.report import tell
from wall.bench.turns import Turns
from wall.demo import City, running_city
from wall.model.errors import StartError
from wall.model.video import VideoSettings
from wall.ui.spin import spin
from wall.ui.wall_window import WallWindow

_START_WITHIN_S = 20.0
_SETTLE_S = 3.0
_FLOOR_UNITS = 120
_WALL_WIDTH, _WALL_HEIGHT = 1920, 1080

Frames = list[tuple[int, float]]


def run(tiles: int, seconds: float, video: VideoSettings, json_file: str | None) -> int:
    """Measure and tell; 0 when every tile came up, else 1."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with running_city(tiles, max(1, tiles // 3), "--clip", "bench") as city:
        figures = measure(app, city, tiles, seconds, video)
    tell(figures, json_file)
    return 0 if figures["tiles"] == tiles else 1


def measure(
    app: QApplication, city: City, tiles: int, seconds: float, video: VideoSettings | None = None
) -> dict[str, object]:
    """All figures of one run."""
    with Floor(city.cameras[0].source_for_grid(), _FLOOR_UNITS) as floor:
        return _measure(app, city, tiles, seconds, video or VideoSettings(), floor)


def _measure(
    app: QApplication, city: City, tiles: int, seconds: float, video: VideoSettings, floor: Floor
) -> dict[str, object]:
    side = next(side for side in range(1, 9) if side * side >= tiles)
    log, others = PaintLog(), children()
    start_s = time.monotonic()
    with open_wall(app, city.cameras, Look(side, side, video=video)) as (window, _):
        window.hear_painted(log)
        window.resize(_WALL_WIDTH, _WALL_HEIGHT)
        window.show()
        spin(_START_WITHIN_S, lambda: len(log.first_s) == tiles)
        if not log.first_s:
            raise StartError(f"no picture was painted within {_START_WITHIN_S:g} s: try «citywall demo» to see why")
        spin(_SETTLE_S)
        width, height = size = _tile_size(window)
        crowd, honesty = Crowd(), Honesty(window)
        turns = Turns(city.pid, floor, size, others, lambda: log.used_s + honesty.used_s)
        turns.take(seconds)
        honesty.stop()
        crowd_share, memory_mb = crowd.share(), rss_mb(*others)
        sent = _sent(city, log)
    painted = {tile: turns.within(frames) for tile, frames in log.frames.items()}
    source_fps = statistics.mean(len(turns.within(frames)) for frames in sent.values()) / turns.seconds
    first_s = [first - start_s for first in log.first_s.values()]
    latencies_ms = sorted(_latencies_ms(painted, sent))
    rates = {tile: len(painted.get(tile, ())) / turns.seconds for tile in range(tiles)}
    return {
        "tiles": len(log.first_s),
        "tile_size": f"{width}x{height}",
        "source_fps": round(source_fps, 2),
        "painted_fps_min": round(min(rates.values()), 2),
        "painted_fps_mean": round(statistics.mean(rates.values()), 2),
        **turns.figures(tiles, source_fps),
        "first_picture_s_p50": round(statistics.median(first_s), 3),
        "first_picture_s_max": round(max(first_s), 3),
        "latency_ms_p50": round(percentile(latencies_ms, 50), 1),
        "latency_ms_p95": round(percentile(latencies_ms, 95), 1),
        "rss_mb": round(memory_mb, 1),
        **honesty.figures(rates, source_fps),
        "crowd_share": round(crowd_share, 3),
    }


def _tile_size(window: WallWindow) -> tuple[int, int]:
    """The size at which the tiles' pictures are decoded, device pixels."""
    picture = next(tile.picture for tile in window.showing.visible_tiles() if tile.picture is not None)
    return picture.width, picture.height


def _sent(city: City, log: PaintLog) -> dict[int, Frames]:
    """What the city sent for each tile. Tile i shows camera i of the list."""
    control = Control(city.control)
    try:
        return {tile: control.sent(city.cameras[tile].number) for tile in log.first_s}
    finally:
        control.close()


def _latencies_ms(painted: dict[int, Frames], sent: dict[int, Frames]) -> list[float]:
    """From a frame's first byte on the wire to its paint, for every painted frame whose sending is known."""
    latencies = []
    for tile, frames in painted.items():
        times_of: dict[int, list[float]] = {}
        for number, at_s in sorted(sent[tile], key=lambda each: each[1]):
            times_of.setdefault(number, []).append(at_s)
        for number, at_s in frames:
            times = times_of.get(number, [])
            place = bisect.bisect_right(times, at_s)
            if place:
                latencies.append((at_s - times[place - 1]) * 1000)
    return latencies
