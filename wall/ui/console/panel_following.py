"""Following a subject in the console's single picture: the panel opens the camera that one goes on to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wall.model.camera import Camera
from wall.ui.console.camera_panel import CameraPanel
from wall.ui.console.room_facts import RoomFacts
from wall.ui.following import Followed, Following
from wall.ui.theme import Theme


def panel_following(
    theme: Theme,
    wall: RoomFacts,
    panel: CameraPanel,
    open_camera: Callable[[int], object],
    say: Callable[[str], object],
) -> Following:
    """Nothing is made ready: the picture there is the camera's largest stream, and one glance at a time."""
    view = panel.picture.view

    def where() -> Followed | None:
        camera_id = panel.camera_id
        return Followed(camera_id, view.rect()) if camera_id is not None and view.isVisible() else None

    def warm(_cameras: Sequence[Camera]) -> None:
        """Each would be another session for a picture that may never be looked at."""

    following = Following(theme, wall.room.cameras, view, where, open_camera, warm, say)
    view.resized.connect(following.renew)
    return following
