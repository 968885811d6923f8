"""`citywall bench adapt`: how soon one picture of a wall is large and sharp, what a hidden wall costs, and how new the
small pictures of a whole city are.

`single` is from the pressed key to the first painted picture of the full stream; meanwhile a picture must stand there
all the time (`blinks` counts where none did). `hidden_cpu` is of all processes but the simulator, once what rests has
been given back. `overview_…` are the figures of `citywall bench overview`, on a city of its own.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wall.app import Look, wall_and_room
from wall.bench.crowd import Crowd
from wall.bench.foretold import Foretelling, Pace, said
from wall.bench.overview import Spans, overview_figures
from wall.bench.percentile import percentile
from wall.bench.processes import cpu_s
from wall.bench.report import tell
from wall.demo import running_city
from wall.model.picture import Picture
from wall.model.video import VideoSettings
from wall.ui.spin import spin
from wall.ui.tile import Tile
from wall.ui.wall_window import WallWindow

_PATIENCE_S = 20.0
_CALM_S = 2.5
_OVERVIEW_TILES = 9
_HIDDEN_AFTER_S = 25.0
_WALL_WIDTH, _WALL_HEIGHT = 1920, 1080
_FORETOLD_CAMERAS = 36


def run(
    tiles: int,
    rounds: int,
    seconds: float,
    json_file: str | None,
    after_s: float = _HIDDEN_AFTER_S,
    *,
    pace: Pace | None = None,
    cameras: int = 0,
    spans: Spans | None = None,
) -> int:
    """Measure and tell; 0 when every picture became large, else 1. A hidden wall is looked at after so long, then so
    many cameras in small.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    figures = _wall_figures(app, tiles, rounds, seconds, after_s)
    figures |= _foretold(app, pace or Pace())
    if cameras:
        figures |= _overview_figures(app, cameras, spans or Spans())
    tell(figures, json_file)
    return 0 if not figures["missing"] else 1


def _overview_figures(app: QApplication, cameras: int, spans: Spans) -> dict[str, object]:
    figures = overview_figures(app, cameras, min(_OVERVIEW_TILES, cameras), spans)
    return {f"overview_{name.removeprefix('overview_')}": figure for name, figure in figures.items()}


def _wall_figures(app: QApplication, tiles: int, rounds: int, seconds: float, after_s: float) -> dict[str, object]:
    side = next(side for side in range(1, 9) if side * side >= tiles)
    with (
        running_city(tiles, max(1, tiles // 3), "--clip", "bench") as city,
        wall_and_room(app, city.cameras, Look(side, side)) as (window, _, _room),
    ):
        window.resize(_WALL_WIDTH, _WALL_HEIGHT)
        window.show()
        spin(_PATIENCE_S, lambda: not window.tiles_not_live())
        crowd = Crowd()
        single = Single(window)
        times_s = [single.measure() for _ in range(rounds)]
        return {
            "tiles": tiles,
            "rounds": rounds,
            "missing": single.missing,
            "blinks": single.blinks,
            "single_s_p95": round(percentile(times_s, 95), 3),
            "single_s_median": round(percentile(times_s, 50), 3),
            "hidden_cpu": round(_hidden_cpu(window, city.pid, seconds, after_s), 4),
            "crowd_share": round(crowd.share(), 3),
        }


def _foretold(app: QApplication, pace: Pace) -> dict[str, object]:
    """On cameras with two different streams, as the demo has them; nothing is left out, whoever else is at work."""
    with (
        running_city(_FORETOLD_CAMERAS, _FORETOLD_CAMERAS // 3) as city,
        wall_and_room(app, said(city.cameras), Look(1, 1, video=VideoSettings(may_reduce=False))) as (
            window,
            live,
            room,
        ),
    ):
        window.resize(_WALL_WIDTH, _WALL_HEIGHT)
        window.show()
        return Foretelling(window, room, live, city, pace).measure()


class Single:
    """One operator who looks at one picture after the other alone. UI thread."""

    def __init__(self, window: WallWindow) -> None:
        self._window = window
        self._large: int | None = None
        self._painted_s = 0.0
        self.missing = self.blinks = 0
        window.hear_painted(self._hear)

    def measure(self) -> float:
        """Seconds from the key to the first picture of the full stream; then back to the wall, and on to the next."""
        self._large, self._painted_s = None, 0.0
        began_s = time.monotonic()
        QTest.keyClick(self._window, Qt.Key.Key_Return)
        if not spin(_PATIENCE_S, self._is_large):
            self.missing += 1
            self._painted_s = began_s + _PATIENCE_S
        taken_s = self._painted_s - began_s
        spin(_CALM_S)
        QTest.keyClick(self._window, Qt.Key.Key_Escape)
        spin(_CALM_S)
        QTest.keyClick(self._window, Qt.Key.Key_Right)
        return taken_s

    def _is_large(self) -> bool:
        tiles = self._window.showing.visible_tiles()
        if self._window.showing.board.single and not (tiles and _has_picture(tiles[0])):
            self.blinks += 1
        return self._painted_s > 0

    def _hear(self, tile: int, _picture: Picture, now_s: float) -> None:
        shown = next((each for each in self._window.showing.visible_tiles() if each.number == tile), None)
        is_full = shown is not None and shown.source == shown.camera.main and self._window.showing.board.single
        if is_full and not self._painted_s:
            self._painted_s = now_s


def _has_picture(tile: Tile) -> bool:
    """Is there one to paint, taken already or not?"""
    return tile.shown_image() is not None or tile.feed.has_newer()


def _hidden_cpu(window: WallWindow, city: int, seconds: float, after_s: float) -> float:
    """Cores, of all processes but the city, while nobody can see the window."""
    window.hide()
    spin(after_s)
    began_s, before_s = time.monotonic(), cpu_s(city)
    spin(seconds)
    return (cpu_s(city) - before_s) / (time.monotonic() - began_s)
