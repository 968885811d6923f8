"""Following a subject on a screen of the wall: the selected cell shows the camera that one goes on to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect

from wall.model.camera import Camera
from wall.model.grid import Rect
from wall.model.picture import PictureBox
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.view import CameraCell
from wall.ui.cast import Part
from wall.ui.following import Followed, Following
from wall.ui.room_port import RoomPort
from wall.ui.showing import Showing
from wall.ui.stream_switch import stream_for
from wall.ui.theme import Theme
from wall.ui.wall_view import WallView
from wall.ui.wishes import Wishes


def wall_following(
    room: RoomPort,
    theme: Theme,
    showing: Showing,
    wishes: Wishes,
    view: WallView,
    seen: Callable[[Source], SeenStream],
    say: Callable[[str], object],
) -> Following:
    """The selected cell is followed, or the picture that is shown alone. Those around it are received and rest, so that
    the next picture is there with the key; the cell remembers the camera before.
    """

    def where() -> Followed | None:
        camera_id, cell = wishes.camera_id, wishes.board.selected_cell
        if camera_id is None or cell >= len(view.cells):
            return None
        return Followed(camera_id, _logical(view.cells[cell], view.devicePixelRatioF()))

    def warm(cameras: Sequence[Camera]) -> None:
        box = view.picture_size(wishes.board.selected_cell)
        for camera in cameras:
            _warm(showing, camera, box, seen)

    following = Following(
        theme, room.cameras, view, where, lambda camera_id: wishes.put(CameraCell(camera_id)), warm, say
    )
    showing.changed.connect(following.renew)
    view.resized.connect(following.renew)
    return following


def _warm(showing: Showing, camera: Camera, box: PictureBox, seen: Callable[[Source], SeenStream]) -> None:
    stream = stream_for(camera, box, seen)
    key = Part(camera.camera_id, camera).key(camera.streams.index(stream))
    showing.stage.warm(key, camera, stream.source, box)


def _logical(cell: Rect, scale: float) -> QRect:
    return QRect(round(cell.x / scale), round(cell.y / scale), round(cell.width / scale), round(cell.height / scale))
