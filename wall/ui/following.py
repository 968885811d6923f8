"""Following a subject from camera to camera: what is around a picture, and going on to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtWidgets import QWidget

from wall.model.camera import Camera
from wall.model.geo.neighbours import Direction
from wall.ui import directions
from wall.ui.compass import Compass
from wall.ui.keys import Key
from wall.ui.room_port import CamerasPort
from wall.ui.theme import Theme


class Followed(NamedTuple):
    """The camera that is looked at, and where its picture stands in the widget that it is followed over."""

    camera_id: int
    area: QRect


class Following(QObject):
    """Over one widget. `where` says what is looked at (None: nothing), `go` shows another camera there, `warm` makes
    those around ready, `say` tells the operator where it went. UI thread.
    """

    def __init__(
        self,
        theme: Theme,
        cameras: CamerasPort,
        over: QWidget,
        where: Callable[[], Followed | None],
        go: Callable[[int], object],
        warm: Callable[[Sequence[Camera]], object],
        say: Callable[[str], object],
    ) -> None:
        super().__init__(over)
        self._cameras = cameras
        self._where = where
        self._go = go
        self._warm = warm
        self._say = say
        self.compass = Compass(theme, over)
        self.compass.chosen.connect(self.hop)

    def toggle(self) -> None:
        """Show what is around, and take it away."""
        here = self._where()
        if self.compass.isVisible():
            self.compass.close_it()
        elif here is None:
            self._say(QCoreApplication.translate("Follow", "Choose a picture first."))
        else:
            self._open(here)

    def hop(self, direction: Direction) -> None:
        """Go on to the camera that is there; what is around it is shown if it was before."""
        here = self._where()
        if here is None:
            self._say(QCoreApplication.translate("Follow", "Choose a picture first."))
            return
        neighbour = self._cameras.around(here.camera_id).get(direction)
        if neighbour is None:
            self._say(directions.nobody(direction))
            return
        self._go(neighbour.camera_id)
        self._say(directions.went(direction, self._cameras.name_of(neighbour.camera_id), neighbour.distance_m))
        self.renew()

    def renew(self) -> None:
        """Something else is looked at, or stands elsewhere."""
        here = self._where()
        if not self.compass.isVisible():
            return
        if here is None:
            self.compass.close_it()
        else:
            self._open(here)

    def close_it(self) -> bool:
        """Esc. False where it was not open."""
        was_open = self.compass.isVisible()
        self.compass.close_it()
        return was_open

    def end(self) -> None:
        """For good."""
        self.compass.close_it()

    def _open(self, here: Followed) -> None:
        around = self._cameras.around(here.camera_id)
        name = self._cameras.name_of
        if not around:
            self.compass.close_it()
            self._say(directions.alone(name(here.camera_id)))
            return
        self.compass.show_around(here.area, {way: name(each.camera_id) for way, each in around.items()})
        found = [self._cameras.camera(each.camera_id) for each in around.values()]
        self._warm([camera for camera in found if camera is not None])


def follow_keys(window: str, following: Following, opens: str, *, has_arrows: bool = True) -> tuple[Key, ...]:
    """One key that shows what is around, and one for each direction; `window` is the first part of their names. Without
    `has_arrows` directions have no keys of their own: Shift and arrows mean something else there.
    """
    group = QCoreApplication.translate("Follow", "Follow a subject")
    open_text = QCoreApplication.translate("Follow", "The cameras around it; then a direction")
    hops = (
        Key(
            (_HOPS[direction],) if has_arrows else (),
            QCoreApplication.translate("Follow", "Go on {0}").format(directions.to_the(direction)),
            partial(following.hop, direction),
            action_id=f"{window}.hop_{direction.name.lower()}",
        )
        for direction in Direction
    )
    first = Key((opens,), open_text, following.toggle, action_id=f"{window}.follow", group=group)
    return (first, *hops)


_HOPS = {
    Direction.NORTH: "Shift+Up",
    Direction.NORTH_EAST: "Shift+PgUp",
    Direction.EAST: "Shift+Right",
    Direction.SOUTH_EAST: "Shift+PgDown",
    Direction.SOUTH: "Shift+Down",
    Direction.SOUTH_WEST: "Shift+End",
    Direction.WEST: "Shift+Left",
    Direction.NORTH_WEST: "Shift+Home",
}
