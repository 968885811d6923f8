"""The live picture of one camera in the console: the wall's own machinery with a layout of one cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.camera import Camera
from wall.model.events import Event, StreamMeasured, TileChanged
from wall.model.layout import Layout
from wall.model.tile import Thresholds
from wall.ui.ports import LiveViewPort
from wall.ui.showing import SETTLE_MS
from wall.ui.signals import EventBridge
from wall.ui.stage import Stage, TileKey
from wall.ui.theme import Theme
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_view import WallView

FIRST_TILE = 1_000_000
"""The console's tiles are numbered from here on, so that they are never taken for those of the wall."""

_KEY = TileKey(0)
"""There is never more than one tile."""


class LivePicture(QWidget):
    """Shows at most one camera; while it is hidden nothing is received. `measured` tells what its stream delivers."""

    measured = Signal(object)
    """A StreamMeasured of the camera that is shown."""

    def __init__(
        self,
        theme: Theme,
        live: LiveViewPort,
        events: EventBridge,
        monotonic: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._events = events
        self._stage = Stage(live, TileNumbers(FIRST_TILE), monotonic, Thresholds())
        self._camera: Camera | None = None
        self.view = WallView(theme, monotonic, self)
        self.view.set_layout(Layout.plain(1, 1))
        self._settle_timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle_timer.timeout.connect(self._present)
        self.view.resized.connect(self._settle_timer.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
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

    def retry(self) -> None:
        """The operator wants it tried again."""
        self._stage.retry(_KEY)

    def end(self) -> None:
        """Give everything back, for good."""
        self._end_showing()
        self._camera = None
        self._events.happened.disconnect(self._take_note)

    def _present(self) -> None:
        if self._camera is None or not self.isVisible():
            return
        source, size = self._camera.source_for_grid(), self.view.picture_size(0)
        self.view.set_tiles([self._stage.want(_KEY, self._camera, source, size)])

    def _end_showing(self) -> None:
        self._settle_timer.stop()
        self.view.set_tiles(())
        self._stage.give_back_all()
        self._stage.forget()

    def _take_note(self, event: Event) -> None:
        is_ours = isinstance(event, TileChanged | StreamMeasured) and self._stage.take_note(event) is not None
        if is_ours and isinstance(event, StreamMeasured):
            self.measured.emit(event)

    # -- Qt

    def showEvent(self, event: object) -> None:
        self._present()

    def hideEvent(self, event: object) -> None:
        self._end_showing()
