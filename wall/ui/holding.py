"""Holding a picture: it stands to be looked at, while its camera goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDateTime
from PySide6.QtGui import QImage

from wall.ui.notice_box import NoticeBox
from wall.ui.showing import Showing
from wall.ui.sight import HeldPicture
from wall.ui.snapshot import upright
from wall.ui.tile import Tile


class Holding:
    """Of one screen's selected tile. UI thread."""

    def __init__(
        self,
        showing: Showing,
        box: NoticeBox,
        monotonic: Callable[[], float],
        wall_clock: Callable[[], QDateTime],
    ) -> None:
        self._showing = showing
        self._box = box
        self._monotonic = monotonic
        self._wall_clock = wall_clock

    def toggle(self) -> None:
        """Hold the picture that is there, or let it go."""
        if self.let_go():
            return
        tile = self._tile()
        image = tile.newest_image() if tile is not None else None
        if tile is None or image is None:
            self._box.say(QCoreApplication.translate("Wall", "There is no picture to keep yet"))
            return
        self._wish(self._held(tile, image))

    def let_go(self) -> bool:
        """Show the camera as it is; False where nothing is held."""
        tile = self._tile()
        if tile is None or not tile.is_held:
            return False
        self._wish(None)
        return True

    def _held(self, tile: Tile, image: QImage) -> HeldPicture:
        now_s = self._monotonic()
        age_s = tile.age_s(now_s)
        taken = self._wall_clock().addMSecs(-round(age_s * 1000))
        # A copy: the picture's memory goes on being written.
        return HeldPicture(upright(image, image.size(), tile.facts.size).copy(), now_s - age_s, now_s, taken)

    def _tile(self) -> Tile | None:
        return self._showing.tile_at(self._showing.selected_cell)

    def _wish(self, held: HeldPicture | None) -> None:
        cell = self._showing.selected_cell
        camera_id = self._showing.parts()[cell].camera_id
        if camera_id is not None:
            self._showing.sights.hold(self._showing.slot_at(cell), camera_id, held)
            self._showing.see()
