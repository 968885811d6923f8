"""The other cameras of an alarm, small and live: what else saw it, and what stands at the same site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wall.model.alarms.alarm import Alarm
from wall.model.camera import Camera
from wall.model.layout import Layout
from wall.ui.alarms.eyes import eyes_on
from wall.ui.map.live.tiles import MapTiles, Wanted
from wall.ui.ports import LiveViewPort
from wall.ui.room_port import CamerasPort
from wall.ui.signals import EventBridge
from wall.ui.small_wall import SmallWall
from wall.ui.theme import Theme
from wall.ui.tile_numbers import TileNumbers

FIRST_SITE_TILE = 3_000_000
MOST = 4


class SitePictures(SmallWall):
    """They follow what the wall shows of each, as pictures on a map do: no stream is decoded twice."""

    opened = Signal(int)
    """The camera that was double-clicked."""

    def __init__(
        self, theme: Theme, live: LiveViewPort, events: EventBridge, monotonic: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__(theme, monotonic, parent, MOST)
        self._cameras: tuple[Camera, ...] = ()
        self._rows = 1
        self.tiles = MapTiles(live, TileNumbers(FIRST_SITE_TILE), events, monotonic, self)
        self.view.setMinimumSize(80, 45)
        self.view.set_selected(-1)
        self.view.shown_or_hidden.connect(self._show_or_hide)
        self.view.cell_opened.connect(self._open)
        self.tiles.changed.connect(self._show)

    @property
    def cameras(self) -> Sequence[Camera]:
        """From the left."""
        return self._cameras

    def show_cameras(self, cameras: Sequence[Camera], rows: int = 1) -> None:
        """These, and no others; in two rows they are larger."""
        if (tuple(cameras), rows) != (self._cameras, self._rows):
            self._cameras, self._rows = tuple(cameras), rows
            self.view.set_layout(Layout.plain(MOST // rows, rows))
            self._present()

    def end(self) -> None:
        """Give everything back, for good."""
        self._settle_timer.stop()
        self.tiles.changed.disconnect(self._show)
        self.view.set_tiles(())
        self.tiles.end()

    def _present(self) -> None:
        cells = zip(self._cameras, self.view.cells, strict=False)
        self.tiles.want({camera.camera_id: Wanted(camera, cell) for camera, cell in cells})
        self._show()

    def _show(self) -> None:
        self.view.set_tiles([self.tiles.tile_of(camera.camera_id) for camera in self._cameras])

    def _show_or_hide(self, is_seen: bool) -> None:
        if not is_seen:
            self._settle_timer.stop()
        self.tiles.show_or_hide(is_seen)

    def _open(self, cell: int) -> None:
        if cell < len(self._cameras):
            self.opened.emit(self._cameras[cell].camera_id)


def others_of(alarm: Alarm, cameras: CamerasPort, most: int = MOST) -> list[Camera]:
    """Who else saw it, then who stands beside its camera, by turns to either side; of one that no camera saw, those of
    its site.
    """
    ids = dict.fromkeys(each for each in eyes_on(alarm, cameras) if each != alarm.camera_id)
    for step in range(1, most + 1):
        for beside in (cameras.beside(alarm.camera_id, step), cameras.beside(alarm.camera_id, -step)):
            if beside is not None and beside != alarm.camera_id:
                ids.setdefault(beside)
    found = (cameras.camera(each) for each in ids)
    return list(islice((camera for camera in found if camera is not None), most))
