"""The picture of an alarm's camera around its beginning, from what is kept of the streams that are received."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from wall.model.camera import Camera
from wall.model.events import Event, KeptChanged, TileChanged
from wall.model.stream import Source
from wall.model.tile import Thresholds
from wall.ui.alarms.before import Rerun
from wall.ui.cast import Part
from wall.ui.ports import LiveViewPort
from wall.ui.signals import EventBridge
from wall.ui.small_wall import SmallWall
from wall.ui.snapshot import Moment, snapshot
from wall.ui.stage import Stage
from wall.ui.stream_switch import stream_for
from wall.ui.theme import Theme
from wall.ui.tile import Tile
from wall.ui.tile_numbers import TileNumbers

_TURN_MS = 200


class BeforePicture(SmallWall):
    """At most one camera; nothing of it is received twice, and nothing at all while it is hidden."""

    def __init__(
        self,
        theme: Theme,
        live: LiveViewPort,
        events: EventBridge,
        numbers: TileNumbers,
        clocks: tuple[Callable[[], float], Callable[[], float]],
        parent: QWidget,
    ) -> None:
        """`clocks` are that of pictures, and Unix time."""
        super().__init__(theme, clocks[0], parent)
        self._live, self._events = live, events
        self._monotonic, self._unix_time = clocks
        self._stage = Stage(live, numbers, self._monotonic, Thresholds())
        self._camera: Camera | None = None
        self._began_s = 0.0
        self._beside: Source | None = None
        self._rerun: Rerun | None = None
        self._places: list[int] = []
        """The streams of the camera that may have been kept, the one that is shown first."""
        self._turning = QTimer(self, interval=_TURN_MS)
        self._turning.timeout.connect(self._turn)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    @property
    def tile(self) -> Tile | None:
        """What is shown."""
        return next(iter(self._stage), None)

    def show_camera(self, camera: Camera | None, began_s: float = 0.0, beside: Source | None = None) -> None:
        """Show what was before an alarm that began then (Unix seconds). None: nothing. `beside` is what is shown of it
        already, though it may not be received yet.
        """
        if (camera, began_s) == (self._camera, self._began_s):
            return
        self._end_showing()
        self._camera, self._began_s, self._beside = camera, began_s, beside
        self._present()

    def snapshot(self) -> QImage | None:
        """What is shown of the past now, with camera and moment below it; None where nothing is kept of it."""
        camera, rerun, tile = self._camera, self._rerun, self.tile
        image = tile.newest_image() if tile is not None and tile.past is not None else None
        if camera is None or rerun is None or tile is None or tile.past is None or image is None:
            return None
        now_s = self._monotonic()
        at_s = rerun.reel.head.position(now_s)
        if not tile.past.is_kept(at_s):
            return None
        taken = QDateTime.fromMSecsSinceEpoch(round((self._unix_time() - (now_s - at_s)) * 1000))
        return snapshot(image, Moment(f"{camera.number}  {camera.name}", camera.site, taken))

    def again(self) -> None:
        """From the beginning, now."""
        if self._rerun is not None and (tile := self.tile) is not None:
            self._rerun.begin(self._stage, tile, self._monotonic())

    def end(self) -> None:
        """Give everything back, for good."""
        self._end_showing()
        self._camera = None
        self._events.happened.disconnect(self._take_note)

    # -- inside

    def _present(self) -> None:
        camera = self._camera
        if camera is None or not self.isVisible():
            return
        if self._rerun is None:
            now_s = self._monotonic()
            self._rerun = Rerun(now_s - (self._unix_time() - self._began_s), now_s)
            self._places = self._kept_of(camera)
            self._look_back(camera, self._rerun)
        elif (tile := self.tile) is not None and tile.source is not None:
            key = Part(camera.camera_id, camera).key(self._places[0])
            self._stage.want(key, camera, tile.source, self.view.picture_size(0))

    def _kept_of(self, camera: Camera) -> list[int]:
        """The streams that are received; if none is, the one that would be shown here."""
        sources = [each.source for each in camera.streams]
        received = [n for n, each in enumerate(sources) if each == self._beside or self._live.is_received(each)]
        chosen = camera.streams.index(stream_for(camera, self.view.picture_size(0), self._live.seen))
        return sorted(received, key=lambda place: place != chosen) or [chosen]

    def _look_back(self, camera: Camera, rerun: Rerun) -> None:
        place = self._places[0]
        key, source = Part(camera.camera_id, camera).key(place), camera.streams[place].source
        tile = self._stage.warm(key, camera, source, self.view.picture_size(0))
        self._stage.look_back(tile, rerun.reel)
        self.view.set_tiles([tile])
        self._turning.start()
        self._turn()

    def _turn(self) -> None:
        camera, rerun, tile = self._camera, self._rerun, self.tile
        if camera is None or rerun is None or tile is None or tile.past is None:
            return
        if len(self._places) > 1 and rerun.lacks(tile.past):
            del self._places[0]
            self._give_back()
            self._look_back(camera, rerun)
            return
        rerun.turn(self._stage, tile, self._monotonic())

    def _end_showing(self) -> None:
        self._settle_timer.stop()
        self._turning.stop()
        self._give_back()
        self._rerun = None

    def _give_back(self) -> None:
        self.view.set_tiles(())
        self._stage.give_back_all()
        self._stage.forget()

    def _take_note(self, event: Event) -> None:
        if isinstance(event, KeptChanged):
            self._stage.note_kept(event)
        elif isinstance(event, TileChanged):
            self._stage.take_note(event)

    # -- Qt

    def showEvent(self, event: object) -> None:
        self._present()

    def hideEvent(self, event: object) -> None:
        self._end_showing()
