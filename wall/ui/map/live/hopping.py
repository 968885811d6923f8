"""Following a subject from pin to pin: the pinned picture in hand becomes that of the camera that one goes on to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wall.model.camera import Camera
from wall.model.picture import PictureBox
from wall.ui.following import Followed, Following
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.live.pins import Pins
from wall.ui.map.live.tiles import MapTiles
from wall.ui.room_port import CamerasPort
from wall.ui.theme import Theme

_MARGIN_PX = 60
"""A place nearer to the rim of the map is brought to its middle."""


def map_following(
    canvas: MapCanvas,
    theme: Theme,
    cameras: CamerasPort,
    pins: Pins,
    tiles: MapTiles,
    marks: CameraLayer,
    say: Callable[[str], object],
) -> Following:
    """Those around are received and rest, so that the next picture is there with the key."""

    def where() -> Followed | None:
        camera_id = pins.in_hand
        picture = pins.pictures.get(camera_id) if camera_id is not None else None
        return Followed(camera_id, picture.geometry()) if camera_id is not None and picture is not None else None

    def go(camera_id: int) -> None:
        camera, former = cameras.camera(camera_id), pins.in_hand
        if camera is not None and former is not None:
            pins.replace(former, camera)
            _bring_into_view(canvas, marks, camera_id)

    def warm(around: Sequence[Camera]) -> None:
        here = pins.pictures.get(pins.in_hand or 0)
        if here is not None:
            tiles.warm(around, PictureBox(here.cell.width, here.cell.height))

    following = Following(theme, cameras, canvas.overlay, where, go, warm, say)
    canvas.frame_changed.connect(lambda _frame: following.renew())
    pins.in_hand_changed.connect(following.renew)
    return following


def _bring_into_view(canvas: MapCanvas, marks: CameraLayer, camera_id: int) -> None:
    frame = canvas.frame
    at = marks.pixel_of(frame, camera_id)
    if at is None:
        return
    across = _MARGIN_PX <= at[0] <= frame.width - _MARGIN_PX
    if not (across and _MARGIN_PX <= at[1] <= frame.height - _MARGIN_PX):
        canvas.centre_on(frame.world(*at))
