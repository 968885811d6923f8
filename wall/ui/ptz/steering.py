"""The mouse and the finger as a hand on the dome whose tile they are in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from wall.model.ptz.aim import Point, centring, framing, landing, towards
from wall.model.ptz.move import Place, Velocity, Way
from wall.ui.grip import Grip
from wall.ui.ptz import words
from wall.ui.ptz.grasp import Grasp
from wall.ui.ptz.mode import PtzMode
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.reticle import Reticle
from wall.ui.tile import Tile
from wall.ui.timers import single_shot
from wall.ui.wall_view import WallView

HOLD_MS = 220
"""A press that is longer means to move on; a shorter one is a click, and centres what is under it."""
ROLL_MS = 160
"""So long after its last notch the wheel goes on: between two notches of one turn a dome shall not stop."""

_NOTCH = 120.0
_NOTCH_SPEED = 0.3
_TELL_MS = 4000
_CTRL = Qt.KeyboardModifier.ControlModifier


class Steering(QObject):
    """Over one view, while a dome is driven there: a drag is a pull from the middle of the tile, a click centres, with
    Shift a box is drawn, the wheel zooms. `Hand` hears the mouse, and hands on what is meant for the camera.
    """

    def __init__(
        self,
        view: WallView,
        mode: PtzMode,
        port: PtzPort,
        grasp: Grasp,
        screen_id: int,
        reticle: Reticle,
        say: Callable[[str, int], object],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._mode = mode
        self._port = port
        self._grasp = grasp
        self._hand, self._wheel = f"mouse:{screen_id}", f"wheel:{screen_id}"
        self._reticle = reticle
        self._say = say
        self._grip = Grip.STEER
        self._begun: QPointF | None = None
        self._at = QPointF()
        self._is_pulling = False
        self._turned = 0.0
        self._hold = single_shot(self, HOLD_MS, self._pull)
        self._roll = single_shot(self, ROLL_MS, self._stop_rolling)
        grasp.lost.connect(self.cancel)
        mode.changed.connect(self.cancel)

    def feel(self, event: QMouseEvent, grip: Grip) -> bool:
        """The hand presses, moves on or lets go, and means the camera. Gives whether that is all that it means."""
        self._at = event.position()
        if event.type() is QEvent.Type.MouseButtonPress:
            self._press(grip)
            return False  # It chooses the cell as well.
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._release()
        elif self._begun is not None:
            self._move(self._begun)
        return True

    def turn(self, event: QWheelEvent) -> bool:
        """The wheel zooms the camera: the faster it turns the faster. False where it means something else."""
        camera_id, notches = self._mode.camera_id, event.angleDelta().y() / _NOTCH
        if camera_id is None or not notches or not self._is_over(event) or event.modifiers() & _CTRL:
            return False
        same = self._turned * notches > 0
        self._turned = max(-1.0, min(1.0, (self._turned if same else 0.0) + notches * _NOTCH_SPEED))
        self._grasp.hold(self._wheel, camera_id, Velocity(zoom=self._turned))
        self._roll.start()
        return True

    def cancel(self) -> None:
        """What was begun comes to nothing."""
        self._begun, self._is_pulling = None, False
        self._hold.stop()
        self._grasp.let_go(self._hand)
        self._stop_rolling()
        self._reticle.hide()

    def lose_all(self) -> None:
        """Something is carried: until it is dropped no key is heard, nor that one is released."""
        self._grasp.let_all_go()

    # -- inside

    def _press(self, grip: Grip) -> None:
        self.cancel()
        self._begun, self._grip = self._at, grip
        if grip is Grip.STEER:
            self._hold.start()

    def _move(self, begun: QPointF) -> None:
        if self._grip is Grip.BOX:
            self._show_box(begun)
        elif self._is_pulling or (self._at - begun).manhattanLength() >= QApplication.startDragDistance():
            self._pull()

    def _release(self) -> None:
        begun, was_pulling = self._begun, self._is_pulling
        self.cancel()
        if begun is None:
            return
        if self._grip is Grip.BOX:
            self._frame(begun)
        elif not was_pulling:
            self._centre()

    def _pull(self) -> None:
        tile, camera_id = self._mode.tile, self._mode.camera_id
        if tile is None or camera_id is None or self._begun is None:
            return
        self._hold.stop()
        self._is_pulling = True
        pull = self._point(tile, self._at, is_of_tile=True)
        self._grasp.hold(self._hand, camera_id, towards(pull))
        self._reticle.show_pull(self.area_of(tile), self._at)

    def _centre(self) -> None:
        if tile := self._mode.tile:
            place, ability = self._place(tile), self._port.ability(tile.camera.camera_id)
            self._go(tile, centring(self._point(tile, self._at), ability, place) if ability else None)

    def _frame(self, begun: QPointF) -> None:
        if tile := self._mode.tile:
            one, other = self._point(tile, begun), self._point(tile, self._at)
            ability = self._port.ability(tile.camera.camera_id)
            if abs(one.x - other.x) + abs(one.y - other.y) > 0.1:
                self._go(tile, framing(one, other, ability, self._place(tile)) if ability else None)

    def _go(self, tile: Tile, way: Way | None) -> None:
        """A relative move where the camera knows those; else to the place where that would lead."""
        camera_id = tile.camera.camera_id
        ability, place = self._port.ability(camera_id), self._place(tile)
        if way is None or ability is None:
            self._say(words.only_speeds(), _TELL_MS)
        elif ability.relative or ability.relative_of_view:
            self._port.step(camera_id, way)
        elif place is not None:
            self._port.go_to(camera_id, landing(place, way))

    def _place(self, tile: Tile) -> Place | None:
        return self._port.standing(tile.camera.camera_id).place

    def _show_box(self, begun: QPointF) -> None:
        if tile := self._mode.tile:
            self._reticle.show_box(self.area_of(tile), QRectF(begun, self._at).normalized())

    def _stop_rolling(self) -> None:
        self._turned = 0.0
        self._roll.stop()
        self._grasp.let_go(self._wheel)

    # -- places

    def _is_over(self, event: QWheelEvent) -> bool:
        cell = self._view.cell_at(event.position().x(), event.position().y())
        return cell is not None and cell == self._mode.cell

    def _point(self, tile: Tile, at: QPointF, *, is_of_tile: bool = False) -> Point:
        """Where a place of the view is in the camera's picture, also where only a part of that is seen; or in the tile
        as it stands there.
        """
        scale = self._view.devicePixelRatioF()
        target, crop = tile.target, tile.frame.placed(tile.sight.zoom).crop
        if is_of_tile or target.width == 0 or target.height == 0:
            area = tile.area
            x = (at.x() * scale - area.x) / max(1, area.width)
            y = (at.y() * scale - area.y) / max(1, area.height)
        else:
            x = crop.x + (at.x() * scale - target.x) / target.width * crop.width
            y = crop.y + (at.y() * scale - target.y) / target.height * crop.height
        return Point(2 * x - 1, 1 - 2 * y)

    def area_of(self, tile: Tile) -> QRectF:
        """Logical pixels."""
        scale, area = self._view.devicePixelRatioF(), tile.area
        return QRectF(area.x / scale, area.y / scale, area.width / scale, area.height / scale)
