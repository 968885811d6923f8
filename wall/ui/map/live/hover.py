"""The live picture of what the pointer rests on; a click has it stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QCursor, QMouseEvent

from wall.model.camera import Camera
from wall.model.geo.leaders import Pin, beside
from wall.ui.map.camera_layer import CameraLayer, cameras_of
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.live.picture import MapPicture, Sign
from wall.ui.map.live.pins import Pins
from wall.ui.theme import Theme
from wall.ui.timers import single_shot

RESTS_MS = 350
"""A pointer on its way opens nothing."""

LEAVES_MS = 300
"""So long the picture stays for a pointer that is on its way to it."""


class Hover(QObject):
    """Of one map. `choose` says which of several cameras is shown (None: none of them)."""

    changed = Signal()
    """Another camera is shown, or none."""
    pin_requested = Signal(int)
    drag_begun = Signal(int, QMouseEvent)

    def __init__(
        self,
        canvas: MapCanvas,
        theme: Theme,
        marks: CameraLayer,
        pins: Pins,
        choose: Callable[[tuple[int, ...]], Camera | None],
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._marks = marks
        self._pins = pins
        self._choose = choose
        self._under: tuple[int, ...] = ()
        self._shown: Camera | None = None
        self.picture = MapPicture(theme, monotonic, Sign.PIN, canvas.overlay)
        self.picture.button_clicked.connect(self._ask_for_pin)
        self.picture.clicked.connect(self._ask_for_pin)
        self.picture.drag_begun.connect(self._tell_drag)
        self._rest = single_shot(self, RESTS_MS, self._show)
        self._leave = single_shot(self, LEAVES_MS, self._go)
        canvas.hovered.connect(self._take_note)
        canvas.frame_changed.connect(self._follow)

    @property
    def camera(self) -> Camera | None:
        """Whose picture is shown."""
        return self._shown

    @property
    def under(self) -> tuple[int, ...]:
        """The cameras under the pointer, before its rest, too."""
        return self._under

    def close(self) -> None:
        """Show nothing, until the pointer rests somewhere again."""
        self._rest.stop()
        self._leave.stop()
        if self._shown is not None:
            self._shown = None
            self.picture.show_tile(None)
            self.picture.hide()
            self.changed.emit()

    def end(self) -> None:
        """Watch no more."""
        self._canvas.hovered.disconnect(self._take_note)
        self._canvas.frame_changed.disconnect(self._follow)
        self.close()

    # -- inside

    def _take_note(self, found: object) -> None:
        self._under = cameras_of(found)
        if self._under:
            self._leave.stop()
            self._rest.start()
        else:
            self._rest.stop()
            self._leave.start()

    def _show(self) -> None:
        camera = self._choose(self._under) if self._canvas.tool is None and not self._canvas.is_moving else None
        if camera is None or camera.camera_id in self._pins:
            self.close()
            return
        if camera == self._shown:
            return
        self._shown = camera
        self.picture.show_camera(camera)
        self._stand(self._canvas.frame)
        self.picture.show()
        self.picture.raise_()
        self.changed.emit()

    def _go(self) -> None:
        """Unless the pointer has come to the picture."""
        at = self.picture.mapFromGlobal(QPointF(QCursor.pos())).toPoint()
        if self.picture.isVisible() and self.picture.rect().contains(at):
            self._leave.start()
        else:
            self.close()

    def _follow(self, frame: MapFrame) -> None:
        """While the map moves nothing is to be seen under the pointer."""
        if self._canvas.is_moving:
            self.close()
        elif self._shown is not None:
            self._stand(frame)

    def _stand(self, frame: MapFrame) -> None:
        assert self._shown is not None
        at = self._marks.pixel_of(frame, self._shown.camera_id)
        if at is None:
            self.close()
            return
        pins, boxes = self._pins.places(frame)
        box = beside(Pin(0, *at, self.picture.width(), self.picture.height()), pins, boxes, frame.width, frame.height)
        self.picture.move(round(box.left), round(box.top))

    def _ask_for_pin(self) -> None:
        if self._shown is not None:
            self.pin_requested.emit(self._shown.camera_id)

    def _tell_drag(self, event: QMouseEvent) -> None:
        if self._shown is not None:
            self.drag_begun.emit(self._shown.camera_id, event)
