"""Pictures that stay on the map, each beside its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QMouseEvent

from wall.model.camera import Camera
from wall.model.geo.leaders import Box, Pin, offsets, placed
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.live.leader_layer import Leader, LeaderLayer
from wall.ui.map.live.picture import MapPicture, Sign
from wall.ui.map.marks import MARK_PX
from wall.ui.theme import Theme

MOST = 16

_BESIDE_MARK_PX = MARK_PX / 2 + 2


class Pins(QObject):
    """Of one map, by camera id, in the order in which they were pinned. `changed` follows when there are others."""

    changed = Signal()
    in_hand_changed = Signal()
    drag_begun = Signal(int, QMouseEvent)
    opened = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, canvas: MapCanvas, theme: Theme, marks: CameraLayer, monotonic: Callable[[], float]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._theme = theme
        self._marks = marks
        self._monotonic = monotonic
        self._pictures: dict[int, MapPicture] = {}
        self._boxes: dict[int, Box] = {}
        self._offsets: dict[int, tuple[float, float]] = {}
        self._in_hand: int | None = None
        self._lines = LeaderLayer(theme)
        canvas.add_layer(self._lines)
        canvas.frame_changed.connect(self.stand)

    # -- what is pinned

    @property
    def pictures(self) -> dict[int, MapPicture]:
        return dict(self._pictures)

    @property
    def leaders(self) -> tuple[Leader, ...]:
        """The lines as they are drawn."""
        return self._lines.leaders

    def __contains__(self, camera_id: object) -> bool:
        return camera_id in self._pictures

    def __len__(self) -> int:
        return len(self._pictures)

    @property
    def in_hand(self) -> int | None:
        """The camera that keys mean."""
        return self._in_hand

    def take_in_hand(self, camera_id: int | None) -> None:
        """Have keys mean this one; None for none."""
        if camera_id == self._in_hand:
            return
        self._in_hand = camera_id
        for each, picture in self._pictures.items():
            picture.take_in_hand(each == camera_id)
        if camera_id is not None:
            self._pictures[camera_id].raise_()
        self._draw_lines(self._canvas.frame)
        self.in_hand_changed.emit()

    # -- what changes it

    def pin(self, camera: Camera) -> bool:
        """One more, which is in hand then. False where there are `MOST` already."""
        if camera.camera_id not in self._pictures:
            if len(self._pictures) >= MOST:
                return False
            self._pictures[camera.camera_id] = self._picture(camera)
            self.stand(self._canvas.frame)
            self.changed.emit()
        self.take_in_hand(camera.camera_id)
        return True

    def unpin(self, camera_id: int) -> None:
        """Take one away; the one pinned before it is in hand then."""
        picture = self._pictures.pop(camera_id, None)
        if picture is None:
            return
        _take_away(picture)
        self._boxes.pop(camera_id, None)
        self._offsets.pop(camera_id, None)
        self.stand(self._canvas.frame)
        self.changed.emit()
        if self._in_hand == camera_id:
            self._in_hand = None
            self.take_in_hand(next(reversed(self._pictures), None))
            self.in_hand_changed.emit()

    def unpin_all(self) -> None:
        """Take all away."""
        pictures, self._pictures = self._pictures, {}
        for picture in pictures.values():
            _take_away(picture)
        self._boxes, self._offsets, self._in_hand = {}, {}, None
        self._lines.show_leaders(())
        if pictures:
            self.changed.emit()
            self.in_hand_changed.emit()

    def replace(self, former: int, camera: Camera) -> None:
        """Follow from one camera to another: its picture comes in the other one's place among the pins."""
        if former not in self._pictures or camera.camera_id in self._pictures:
            self.pin(camera)
            return
        picture = self._picture(camera)
        _take_away(self._pictures[former])
        self._pictures = {
            (camera.camera_id if each == former else each): (picture if each == former else there)
            for each, there in self._pictures.items()
        }
        self._offsets.pop(former, None)
        self._in_hand = None
        self.stand(self._canvas.frame)
        self.changed.emit()
        self.take_in_hand(camera.camera_id)

    def rename(self, camera_of: Callable[[int], Camera | None]) -> None:
        """The inventory is another one: names may have changed, cameras may be gone."""
        for camera_id in list(self._pictures):
            camera = camera_of(camera_id)
            if camera is None:
                self.unpin(camera_id)
            else:
                self._pictures[camera_id].show_camera(camera)

    # -- where they stand

    def places(self, frame: MapFrame) -> tuple[list[Pin], dict[int, Box]]:
        """The pins as they stand, for whoever puts something beside them."""
        return self._pins(frame), dict(self._boxes)

    def stand(self, frame: MapFrame) -> None:
        """Stand beside the places as they are in this frame."""
        if not self._pictures:
            self._lines.show_leaders(())
            return
        pins = self._pins(frame)
        self._boxes = placed(pins, self._offsets, frame.width, frame.height)
        self._offsets = offsets(pins, self._boxes)
        for camera_id, box in self._boxes.items():
            picture = self._pictures[camera_id]
            picture.move(round(box.left), round(box.top))
            picture.show()
        self._draw_lines(frame)

    def _pins(self, frame: MapFrame) -> list[Pin]:
        middle = frame.width / 2, frame.height / 2
        found = []
        for camera_id, picture in self._pictures.items():
            x, y = self._marks.pixel_of(frame, camera_id) or middle
            found.append(Pin(camera_id, x, y, picture.width(), picture.height()))
        return found

    def _draw_lines(self, frame: MapFrame) -> None:
        lines = []
        for camera_id, box in self._boxes.items():
            at = self._marks.pixel_of(frame, camera_id)
            if at is not None and camera_id in self._pictures:
                lines.append(Leader(_leader(at, box), camera_id == self._in_hand))
        self._lines.show_leaders(lines)

    def _picture(self, camera: Camera) -> MapPicture:
        camera_id = camera.camera_id
        picture = MapPicture(self._theme, self._monotonic, Sign.CLOSE, self._canvas.overlay)
        picture.show_camera(camera)
        picture.pressed.connect(lambda: self.take_in_hand(camera_id))
        picture.opened.connect(lambda: self.opened.emit(camera_id))
        picture.button_clicked.connect(lambda: self.unpin(camera_id))
        picture.drag_begun.connect(lambda event: self.drag_begun.emit(camera_id, event))
        picture.menu_requested.connect(lambda at: self.menu_requested.emit(camera_id, at))
        return picture


def _leader(at: tuple[float, float], box: Box) -> QLineF:
    """It ends beside the mark, whose state must be seen."""
    line = QLineF(QPointF(*box.nearest(*at)), QPointF(*at))
    line.setLength(max(1.0, line.length() - _BESIDE_MARK_PX))
    return QLineF(line.p2(), line.p1())


def _take_away(picture: MapPicture) -> None:
    picture.show_tile(None)
    picture.hide()
    picture.deleteLater()
