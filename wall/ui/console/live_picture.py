"""The live picture of one camera in the console: the wall's own machinery with a grid of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.camera import Camera
from wall.model.events import Event, StreamMeasured, TileChanged
from wall.model.grid import Grid
from wall.model.picture import PictureFeed
from wall.model.stream import Source
from wall.ui.arrangement import Arrangement
from wall.ui.ports import LiveViewPort
from wall.ui.showing import Showing
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme
from wall.ui.wall_view import WallView

FIRST_TILE = 1_000_000
"""The console's tiles are numbered from here on, so that they are never taken for those of the wall."""

_TILES_A_CAMERA = 2


class NumberedLive:
    """Hands wishes on under other numbers. Each camera has its own: a late fact about the former one says nothing."""

    def __init__(self, live: LiveViewPort, base: int) -> None:
        self._live = live
        self._base = base

    def show(self, tile: int, source: Source, width: int, height: int) -> PictureFeed:
        return self._live.show(self._base + tile, source, width, height)

    def warm(self, tile: int, source: Source, width: int, height: int) -> PictureFeed:
        return self._live.warm(self._base + tile, source, width, height)

    def rest(self, tile: int) -> None:
        self._live.rest(self._base + tile)

    def wake(self, tile: int, width: int, height: int) -> None:
        self._live.wake(self._base + tile, width, height)

    def resize(self, tile: int, width: int, height: int) -> None:
        self._live.resize(self._base + tile, width, height)

    def hide(self, tile: int) -> None:
        self._live.hide(self._base + tile)

    def retry(self, tile: int) -> None:
        self._live.retry(self._base + tile)

    def named_here(self, event: TileChanged) -> TileChanged | None:
        """The event under the number used here; None where it is about another tile."""
        return replace(event, tile=event.tile - self._base) if self.knows(event.tile) else None

    def knows(self, tile: int) -> bool:
        """Is this one of the tiles shown through it?"""
        return 0 <= tile - self._base < _TILES_A_CAMERA


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
        self._live = live
        self._events = events
        self._monotonic = monotonic
        self._next_base = FIRST_TILE
        self._port: NumberedLive | None = None
        self._showing: Showing | None = None
        self._camera: Camera | None = None
        self.view = WallView(theme, monotonic, self)
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
        if camera is not None and self.isVisible():
            self._begin_showing(camera)
        self.view.update()

    def retry(self) -> None:
        """The operator wants it tried again."""
        if self._showing is not None:
            self._showing.retry()

    def end(self) -> None:
        """Give everything back, for good."""
        self._end_showing()
        self._camera = None
        self._events.happened.disconnect(self._take_note)

    def _begin_showing(self, camera: Camera) -> None:
        self._port = NumberedLive(self._live, self._next_base)
        self._next_base += _TILES_A_CAMERA
        self._showing = Showing([camera], Arrangement(1, Grid(1, 1)), self.view, self._port, self._monotonic)
        self.view.set_grid(Grid(1, 1))
        self.view.resized.emit()  # The view is laid out already; a new Showing waits to hear of it.

    def _end_showing(self) -> None:
        if self._showing is not None:
            self._showing.end()
            self._showing.deleteLater()
        self._showing = self._port = None

    def _take_note(self, event: Event) -> None:
        if isinstance(event, TileChanged) and self._port is not None and self._showing is not None:
            here = self._port.named_here(event)
            if here is not None:
                self._showing.take_note(here)
        elif isinstance(event, StreamMeasured) and self._port is not None and self._port.knows(event.tile):
            self.measured.emit(event)

    # -- Qt

    def showEvent(self, event: object) -> None:
        if self._camera is not None and self._showing is None:
            self._begin_showing(self._camera)

    def hideEvent(self, event: object) -> None:
        self._end_showing()
