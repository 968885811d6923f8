"""`citywall bench views`: how soon a called-up view has its pictures, how soon the former one is back, how soon a key
is seen.

The wall has a home view and others of as many cameras. In each round another one is called up that nobody has looked
at yet (`switch`), then the home view again (`back`). A round is over when each of its tiles has been painted with a
picture of now, not one of before; its time is that of the slowest tile. `key` is from a pressed key to the end of the
first painting after the screen has taken it in.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wall.app import Look, wall_and_room
from wall.bench.crowd import Crowd
from wall.bench.heartbeat import Heartbeat
from wall.bench.percentile import percentile
from wall.bench.report import tell
from wall.demo import running_city
from wall.model.layout import Layout
from wall.model.picture import Picture
from wall.model.view import CameraCell, View
from wall.ui.room_port import RoomPort
from wall.ui.spin import spin
from wall.ui.wall_view import WallView
from wall.ui.wall_window import WallWindow

_PATIENCE_S = 20.0
_PRESENT_S = 0.1
"""A picture that came so shortly before the call is one of now: a frame or two at 15 a second."""
_CALM_S = 3.0
"""Between two rounds: an operator looks at what he has called up."""
_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape)
_KEYS_PRESSED = 60
_WALL_WIDTH, _WALL_HEIGHT = 1920, 1080
_MOST_SITES = 180


def run(tiles: int, rounds: int, json_file: str | None, calm_s: float = _CALM_S, keys: int = _KEYS_PRESSED) -> int:
    """Measure and tell; 0 when every tile of every round came up, else 1."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    side = next(side for side in range(1, 9) if side * side >= tiles)
    cameras = tiles * (rounds + 1)
    with (
        running_city(cameras, min(_MOST_SITES, max(1, cameras // 3)), "--clip", "bench") as city,
        wall_and_room(app, city.cameras, Look(side, side)) as (window, _, room),
    ):
        figures = Switching(window, room, Layout.plain(side, side), tiles, calm_s).measure(rounds, keys)
    tell(figures, json_file)
    return 0 if figures["missing"] == 0 else 1


class Switching:
    """One operator who calls up views and presses keys. UI thread."""

    def __init__(self, window: WallWindow, room: RoomPort, layout: Layout, tiles: int, calm_s: float) -> None:
        self._window, self._room, self._layout, self._tiles = window, room, layout, tiles
        self._calm_s = calm_s
        self._screen_id = room.screens[0].screen_id
        self._asked_s = 0.0
        self._painted_s: dict[int, float] = {}
        self._heart = Heartbeat()
        self._missing = 0
        window.hear_painted(self._hear)

    def measure(self, rounds: int, keys: int) -> dict[str, object]:
        """All figures of one run."""
        views = self._saved_views(rounds + 1)
        self._window.resize(_WALL_WIDTH, _WALL_HEIGHT)
        self._window.show()
        self._call_up(views[0])
        spin(self._calm_s)
        crowd = Crowd()
        self._heart.start()
        switch_s, back_s = [], []
        for view in views[1:]:
            switch_s.append(self._call_up(view))
            spin(self._calm_s)
            back_s.append(self._call_up(views[0]))
            spin(self._calm_s)
        key_ms = sorted(self._key_ms(keys))
        self._heart.stop()
        return {
            "tiles": self._tiles,
            "rounds": rounds,
            "missing": self._missing,
            "switch_s_p95": round(percentile(switch_s, 95), 3),
            "switch_s_median": round(sorted(switch_s)[len(switch_s) // 2], 3),
            "back_s_p95": round(percentile(back_s, 95), 3),
            "back_s_median": round(sorted(back_s)[len(back_s) // 2], 3),
            "key_ms_p95": round(percentile(key_ms, 95), 1),
            "key_ms_max": round(key_ms[-1], 1),
            "ui_held_ms_max": round(max(self._heart.beats.held_ms), 1),
            "crowd_share": round(crowd.share(), 3),
        }

    def _saved_views(self, count: int) -> Sequence[View]:
        ids = self._room.cameras.ids()
        for place in range(count):
            chosen = ids[place * self._tiles : (place + 1) * self._tiles]
            self._room.save_view(View(f"{place:02}", self._layout, tuple(map(CameraCell, chosen))))
        spin(_PATIENCE_S, lambda: len(self._room.views) == count and all(view.view_id for view in self._room.views))
        return self._room.views

    def _call_up(self, view: View) -> float:
        """Seconds until each tile was painted with a picture of now."""
        self._asked_s = time.monotonic()
        self._painted_s.clear()
        self._room.call_up(self._screen_id, view.view_id)
        cameras = set(view.cameras)
        if not spin(_PATIENCE_S, lambda: len(self._fresh(cameras)) == self._tiles):
            self._missing += self._tiles - len(self._fresh(cameras))
            return _PATIENCE_S
        return max(self._fresh(cameras)) - self._asked_s

    def _fresh(self, cameras: set[int]) -> list[float]:
        """When each tile of these cameras was first painted with a picture of now."""
        tiles = (tile for tile in self._window.showing.visible_tiles() if tile.camera.camera_id in cameras)
        return [self._painted_s[tile.number] for tile in tiles if tile.number in self._painted_s]

    def _hear(self, tile: int, picture: Picture, now_s: float) -> None:
        if picture.picture_s >= self._asked_s - _PRESENT_S:
            self._painted_s.setdefault(tile, now_s)

    def _key_ms(self, keys: int) -> list[float]:
        view = self._window.findChild(WallView)
        assert isinstance(view, WallView)
        seen = _Seen(view)
        return [self._pressed_ms(key, seen) for key in islice(cycle(_KEYS), keys)]

    def _pressed_ms(self, key: Qt.Key, seen: _Seen) -> float:
        spin(0.1)
        before = self._window.showing.board
        began_s = time.monotonic()
        QTest.keyClick(self._window, key)
        spin(_PATIENCE_S, lambda: self._window.showing.board != before)
        seen.wait_for_next()
        spin(_PATIENCE_S, lambda: seen.at_s > 0)
        return (seen.at_s - began_s) * 1000


class _Seen(QObject):
    """When a widget was painted next."""

    def __init__(self, widget: WallView) -> None:
        super().__init__(widget)
        self.at_s = 0.0
        self._waits = False
        widget.installEventFilter(self)

    def wait_for_next(self) -> None:
        self.at_s, self._waits = 0.0, True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._waits and event.type() is QEvent.Type.Paint:
            self._waits = False
            QTimer.singleShot(0, self, self._painted)  # The painting itself comes between.
        return False

    def _painted(self) -> None:
        self.at_s = time.monotonic()
