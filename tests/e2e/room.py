"""A wall with everything real behind it, as a test wants to hold it: looks, waits, and does things without blocking."""

from __future__ import annotations

import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit

import psutil
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.support.language import own_language
from wall.app import Look, open_wall
from wall.bench.control import Control
from wall.bench.heartbeat import Beats, Heartbeat
from wall.bench.painted import PaintLog
from wall.model.camera import Camera
from wall.model.picture import Picture
from wall.model.tile import TileState, TileStatus
from wall.model.video import VideoSettings
from wall.services.live_view import LiveView
from wall.ui.spin import spin
from wall.ui.tile import Tile
from wall.ui.wall_window import WallWindow

T = TypeVar("T")
Frames = list[tuple[int, float]]

START_WITHIN_S = 30.0
_PAINTED_WITHIN_S = 2.0
_FRAMES_TO_ARRIVE = 4
"""Once so many newer frames were painted, an older one never will be."""
_WIDTH, _HEIGHT = 1280, 752


@dataclass
class Room:
    """The window, what it painted, and how the UI thread fared. Times are monotonic seconds."""

    window: WallWindow
    live: LiveView
    cameras: Sequence[Camera]
    painted: PaintLog = field(default_factory=PaintLog)
    heart: Heartbeat = field(default_factory=Heartbeat)
    errands: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    changed_s: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    _marks: dict[int, int] = field(default_factory=dict)

    def spin(self, seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Let the wall live, and its heart be heard."""
        self.heart.start()
        outcome = spin(seconds, until)
        self.heart.stop()
        return outcome

    def wait(self, until: Callable[[], bool], within_s: float, what: str = "") -> float:
        """Wait for something; gives how long it took. Fails with what every tile says."""
        start_s = time.monotonic()
        assert self.spin(within_s, until), f"not within {within_s} s: {what}; {self.story()}"
        return time.monotonic() - start_s

    def do(self, errand: Callable[[], T]) -> T:
        """Do something that blocks, while the wall goes on."""
        future = self.errands.submit(errand)
        self.spin(START_WITHIN_S, future.done)
        return future.result(0)

    def beats(self) -> Beats:
        """What the heart did since it was last asked."""
        beats, self.heart.beats = self.heart.beats, Beats()
        return beats

    def tile(self, number: int) -> Tile:
        """A tile that is on the wall."""
        return next(tile for tile in self.window.showing.visible_tiles() if tile.number == number)

    def status(self, number: int) -> TileStatus:
        return self.tile(number).status

    def is_live(self, number: int) -> bool:
        return self.status(number).is_live

    def moves_since(self, number: int, since_s: float, frames: int = 3) -> bool:
        """Is the tile live, with so many new frames painted since then?"""
        return self.is_live(number) and self.seen_since(number, since_s) >= frames

    def seen_since(self, number: int, since_s: float) -> int:
        """How many different frames of a tile were painted since then."""
        return len(self.painted.between(number, since_s, time.monotonic() + 1))

    def changes_since(self, number: int, since_s: float) -> int:
        """How many times what a tile shows has changed since then, whatever it shows."""
        return sum(at_s >= since_s for at_s in self.changed_s[number])

    def decoders(self) -> list[psutil.Process]:
        """Every decode process, the spare too."""
        return [child for child in psutil.Process().children() if _decodes(child)]

    def has_spare(self) -> bool:
        """Is there one decode process more than are at work, and is it ready? Its libVLC has a thread then."""
        spare = [each for each in self.decoders() if each.pid not in self.live.decode_pids()]
        return len(spare) == 1 and spare[0].num_threads() > 1

    def tiles_of(self, pid: int) -> list[int]:
        """The tiles of a decode process: it holds a connection to the port of each one's camera."""
        connections = psutil.Process(pid).net_connections("tcp")
        ports = {connection.raddr.port for connection in connections if connection.raddr}
        return [n for n, camera in enumerate(self.cameras) if _port(camera) in ports]

    def hear(self, number: int, picture: Picture, now_s: float) -> None:
        """The painting hook."""
        self.painted(number, picture, now_s)
        mark = zlib.crc32(picture.pixels)
        if self._marks.get(number) != mark:
            self._marks[number] = mark
            self.changed_s[number].append(now_s)

    def all_move(self, numbers: Sequence[int] | None = None, within_s: float = START_WITHIN_S) -> float:
        """Wait until these tiles (or all) are live and paint new frames; gives how long it took."""
        since_s = time.monotonic()
        wanted = range(len(self.cameras)) if numbers is None else numbers
        return self.wait(lambda: all(self.moves_since(n, since_s) for n in wanted), within_s, "all live")

    def story(self) -> str:
        """Every tile that is not simply live, in words."""
        ill = [tile for tile in self.window.showing.visible_tiles() if tile.status != TileStatus(TileState.LIVE)]
        return "; ".join(f"tile {t.number} {t.status.state.value} ({t.status.cause.value})" for t in ill) or "all live"

    def longest_hole(self, control: Control, number: int, begin_s: float, end_s: float) -> int:
        """The most frames in a row that the camera sent in a span of time and that were never painted."""
        self.wait(lambda: self.seen_since(number, end_s) >= _FRAMES_TO_ARRIVE, START_WITHIN_S, "what is under way")
        sent = self.do(lambda: control.sent(self.cameras[number].number))
        painted = self.painted.between(number, begin_s, end_s + _PAINTED_WITHIN_S)
        return longest_hole([each for each in sent if begin_s <= each[1] < end_s], painted)


def longest_hole(sent: Frames, painted: Frames) -> int:
    """The longest run of sent frames (number, when) of which none was painted within two seconds."""
    longest = hole = 0
    for number, at_s in sent:
        was_painted = any(n == number and at_s <= p_s < at_s + _PAINTED_WITHIN_S for n, p_s in painted)
        hole = 0 if was_painted else hole + 1
        longest = max(longest, hole)
    return longest


def _decodes(process: psutil.Process) -> bool:
    try:
        return "wall.video.decode" in process.cmdline()
    except psutil.Error:  # Gone, or a zombie.
        return False


def _port(camera: Camera) -> int | None:
    return urlsplit(camera.source_for_grid().url).port


@contextmanager
def open_room(app: QCoreApplication, cameras: Sequence[Camera], columns: int, rows: int) -> Iterator[Room]:
    """A wall on these cameras; everything behind it ends with the block.

    Whatever else the machine does, no tile shows less for it: what a tile says is then a matter of its camera alone.
    """
    assert isinstance(app, QApplication)
    look = Look(columns, rows, video=VideoSettings(may_reduce=False))
    with own_language(app), open_wall(app, cameras, look) as (window, live):
        room = Room(window, live, cameras)
        window.hear_painted(room.hear)
        window.resize(_WIDTH, _HEIGHT)
        window.show()
        try:
            yield room
        finally:
            room.heart.stop()
            room.errands.shutdown()
