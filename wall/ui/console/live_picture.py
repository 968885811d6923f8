"""The live picture of one camera in the console: the wall's own machinery with a layout of one cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from wall.model.camera import Camera
from wall.model.events import Event, StreamMeasured, StreamOpened, StreamSized, TileChanged
from wall.model.tile import Thresholds
from wall.ui.cast import Part
from wall.ui.ports import LiveViewPort
from wall.ui.signals import EventBridge
from wall.ui.small_wall import SmallWall
from wall.ui.snapshot import Moment, snapshot
from wall.ui.stage import Stage
from wall.ui.stream_switch import StreamSwitch, Wish
from wall.ui.theme import Theme
from wall.ui.tile_numbers import TileNumbers

FIRST_TILE = 1_000_000
"""The console's tiles are numbered from here on, so that they are never taken for those of the wall."""
FIRST_ALARM_TILE = 1_500_000
"""Those of the alarm at hand, which is shown beside the camera at hand."""


class LivePicture(SmallWall):
    """Shows at most one camera; while it is hidden nothing is received. `measured` tells what its stream delivers."""

    measured = Signal(object)
    """A StreamMeasured of the camera that is shown."""
    learnt = Signal()
    """What one of its streams sends has become known."""

    def __init__(
        self,
        theme: Theme,
        live: LiveViewPort,
        events: EventBridge,
        monotonic: Callable[[], float],
        parent: QWidget,
        first_tile: int = FIRST_TILE,
    ) -> None:
        super().__init__(theme, monotonic, parent)
        self._events = events
        self._monotonic = monotonic
        self._stage = Stage(live, TileNumbers(first_tile), monotonic, Thresholds())
        self._switch = StreamSwitch(self._stage, live.seen, monotonic)
        self._camera: Camera | None = None
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    @property
    def camera(self) -> Camera | None:
        return self._camera

    def show_camera(self, camera: Camera | None, notice: str = "") -> None:
        """Show this one; the same again goes on without a break. None: show the sentence instead."""
        self.view.notice = notice
        if camera == self._camera:
            self.view.update()
            return
        self._end_showing()
        self._camera = camera
        self._present()
        self.view.update()

    def snapshot(self) -> QImage | None:
        """What is shown now, with camera and moment below it, and how old it is; None where there is no picture."""
        tile = next(iter(self.view.tiles), None)
        image = tile.newest_image() if tile is not None else None
        if tile is None or image is None or self._camera is None:
            return None
        now_s, picture_s = self._monotonic(), tile.picture_s()
        age_s = max(0.0, now_s - picture_s) if picture_s is not None else 0.0
        taken = QDateTime.currentDateTime().addMSecs(-round(age_s * 1000))
        name = f"{self._camera.number}  {self._camera.name}"
        return snapshot(image, Moment(name, self._camera.site, taken, age_s))

    def retry(self) -> None:
        """The operator wants it tried again."""
        for key in self._part.keys:
            self._stage.retry(key)

    def end(self) -> None:
        """Give everything back, for good."""
        self._end_showing()
        self._camera = None
        self._events.happened.disconnect(self._take_note)

    def _present(self) -> None:
        if self._camera is None or not self.isVisible():
            return
        self._switch.plan([Wish(self._part, self.view.cells[0])])
        self._stage.rest_all_but(self._switch.keys)
        self._switch.want()
        self.view.set_tiles([self._switch.tile_of(self._part)])

    @property
    def _part(self) -> Part:
        return Part(self._camera.camera_id, self._camera) if self._camera is not None else Part()

    def _end_showing(self) -> None:
        self._settle_timer.stop()
        self.view.set_tiles(())
        self._stage.give_back_all()
        self._stage.forget()

    def _take_note(self, event: Event) -> None:
        if not isinstance(event, TileChanged | StreamOpened | StreamSized | StreamMeasured):
            return
        tile = self._stage.take_note(event)
        if tile is None:
            return
        if isinstance(event, TileChanged):
            self._settle()
        elif isinstance(event, StreamOpened | StreamSized):
            self._settle_timer.start()  # Another of its streams may be the right one.
            self.learnt.emit()
        elif tile in self.view.tiles:
            self.measured.emit(event)

    def _settle(self) -> None:
        """Show the better stream as soon as it is there, and give back what stood in for it."""
        if self._switch.settle():
            self.view.set_tiles([self._switch.tile_of(self._part)])
            self._stage.rest_all_but(self._switch.keys)
            self._stage.give_back_resting()

    # -- Qt

    def showEvent(self, event: object) -> None:
        self._present()

    def hideEvent(self, event: object) -> None:
        self._end_showing()
