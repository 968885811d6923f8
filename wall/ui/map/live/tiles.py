"""What is received for the live pictures of one map: nothing while nobody sees it, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wall.model.camera import Camera
from wall.model.events import Event, StreamMeasured, StreamOpened, StreamSized, TileChanged
from wall.model.grid import Rect
from wall.model.picture import PictureBox
from wall.model.tile import Thresholds
from wall.ui.cast import Part
from wall.ui.ports import LiveViewPort
from wall.ui.signals import EventBridge
from wall.ui.stage import Stage
from wall.ui.stream_switch import StreamSwitch, Wish
from wall.ui.tile import Tile
from wall.ui.tile_numbers import TileNumbers

FIRST_MAP_TILE = 2_000_000
"""The tiles of all maps are numbered from here on: what has a lower number is somebody else's, whom they follow."""

_REST_S = 6.0
_AT_ONCE_S = -1.0
"""However short a time it has rested."""
_FOLLOW_MS = 1000
_STREAM_FACTS = (TileChanged, StreamOpened, StreamSized, StreamMeasured)


class Wanted(NamedTuple):
    """A camera, and the place of its picture in device pixels."""

    camera: Camera
    cell: Rect


class MapTiles(QObject):
    """By camera id. UI thread. `numbers` begin at `FIRST_MAP_TILE`, and are shared by all maps."""

    changed = Signal()
    """Other tiles stand for the cameras now, or something became known of them."""

    def __init__(
        self,
        live: LiveViewPort,
        numbers: TileNumbers,
        events: EventBridge,
        monotonic: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._events = events
        self._stage = Stage(live, numbers, monotonic, Thresholds())
        self._switch = StreamSwitch(self._stage, live.seen, monotonic)
        self._wanted: dict[int, Wanted] = {}
        self._is_seen = False
        self._timer = QTimer(self, interval=_FOLLOW_MS)
        self._timer.timeout.connect(self._follow)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    @property
    def live_count(self) -> int:
        """How many of the wanted pictures are live."""
        tiles = (self.tile_of(camera_id) for camera_id in self._wanted)
        return sum(tile is not None and tile.status.is_live for tile in tiles)

    def tile_of(self, camera_id: int) -> Tile | None:
        """What to paint for a wanted camera; None before it is received, and while nobody sees the map."""
        wanted = self._wanted.get(camera_id)
        return self._switch.tile_of(_part(wanted.camera)) if wanted is not None and self._is_seen else None

    def want(self, wanted: Mapping[int, Wanted]) -> None:
        """These are to be seen, and no others."""
        self._wanted = dict(wanted)
        self._present()

    def warm(self, cameras: Iterable[Camera], box: PictureBox) -> None:
        """Have these received and not decoded: somebody may want them in a moment. They rest as what was left does."""
        if not self._is_seen:
            return
        for camera in cameras:
            if camera.camera_id not in self._wanted:
                part = _part(camera)
                shown = self._shown_elsewhere(camera)
                key = self._switch.choice(part, box) if shown is None else part.key(shown)
                self._stage.warm(key, camera, camera.streams[key.stream].source, box)
        self._timer.start()

    def retry(self, camera_id: int) -> None:
        """The operator wants it tried again."""
        if (wanted := self._wanted.get(camera_id)) is not None:
            for key in _part(wanted.camera).keys:
                self._stage.retry(key)

    def show_or_hide(self, is_seen: bool) -> None:
        """Can anybody see the map? If not, everything is given back."""
        if is_seen == self._is_seen:
            return
        self._is_seen = is_seen
        if is_seen:
            self._present()
            return
        self._timer.stop()
        self._switch.plan(())
        self.changed.emit()  # Whoever paints lets the tiles go first.
        self._stage.give_back_all()

    def end(self) -> None:
        """Give everything back, for good."""
        self.show_or_hide(False)
        self._stage.give_back_all()
        self._events.happened.disconnect(self._take_note)

    # -- inside

    def _present(self) -> None:
        if not self._is_seen:
            return
        self._switch.plan([self._wish(each) for each in self._wanted.values()])
        self._stage.rest_all_but(self._switch.keys)
        self._switch.want()
        for wanted in self._wanted.values():
            for tile in self._switch.tiles_of(_part(wanted.camera)):
                self._stage.weigh(tile, wanted.camera.priority)
        self._timer.start()
        self.changed.emit()

    def _wish(self, wanted: Wanted) -> Wish:
        return Wish(_part(wanted.camera), wanted.cell, stream=self._shown_elsewhere(wanted.camera))

    def _shown_elsewhere(self, camera: Camera) -> int | None:
        """The stream that the wall or the console shows of it."""
        shown = (place for place, each in enumerate(camera.streams) if self._live.is_shown(each.source, FIRST_MAP_TILE))
        return next(shown, None)

    def _follow(self) -> None:
        """The wall may show another stream by now; what fails may need another one; what rests long enough goes."""
        self._stage.give_back_rested(_REST_S)
        self._switch.lacks_stand_ins()
        wishes = [self._wish(each) for each in self._wanted.values()]
        before = self._switch.keys
        if self._switch.plan(wishes) != before:
            self._present()
        elif not self._wanted and not list(self._stage):
            self._timer.stop()

    def _give_back_replaced(self) -> None:
        """Of a camera that is seen by another of its streams: nobody comes back to this one."""
        others = {self._stage.key_of(tile.number) for tile in self._stage if tile.camera.camera_id not in self._wanted}
        self._stage.give_back_rested(_AT_ONCE_S, {key for key in others if key is not None})

    def _take_note(self, event: Event) -> None:
        if not isinstance(event, _STREAM_FACTS) or self._stage.take_note(event) is None:
            return
        if isinstance(event, TileChanged):
            if self._switch.settle():
                self._stage.rest_all_but(self._switch.keys)
                self._give_back_replaced()
            self.changed.emit()
        elif isinstance(event, StreamSized):
            self._present()


def _part(camera: Camera) -> Part:
    return Part(camera.camera_id, camera)
