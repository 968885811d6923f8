"""What the tiles of one screen say of mutes: a quiet camera is not to be taken for a quiet street."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer

from wall.model.alarms.mute import muted_cameras
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.mute_words import muted_here
from wall.ui.corner import Corner, CornerMark
from wall.ui.showing import Showing

_SOON_MS = 30
"""Tiles come and go a moment after it is told that something else is shown; a survey tells hundreds of inventories."""


class MuteMarks(QObject):
    """UI thread. A struck bell on each tile whose camera or site is muted, of all alarms or of some; what is muted,
    until when, why and by whom is in the tile's tooltip. `cameras_of` gives the cameras of a site.

    `end` is to be called when the window closes.
    """

    def __init__(
        self,
        facts: AlarmFacts,
        showing: Showing,
        cameras_of: Callable[[int], Iterable[int]],
        unix_time: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._showing = showing
        self._cameras_of = cameras_of
        self._unix_time = unix_time
        self._corners: Mapping[int, Corner] = {}
        self._is_stale = True
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._mark)
        facts.mutes_changed.connect(self._gather_anew)
        showing.changed.connect(self._begin)
        self._begin()

    def end(self) -> None:
        """Hear no more."""
        self._soon.stop()
        self._facts.mutes_changed.disconnect(self._gather_anew)
        self._showing.changed.disconnect(self._begin)

    def _gather_anew(self) -> None:
        self._is_stale = True
        self._begin()

    def _begin(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _mark(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._corners = self._gather()
        for tile in self._showing.visible_tiles():
            tile.mark(CornerMark.MUTED, self._corners.get(tile.camera.camera_id))

    def _gather(self) -> Mapping[int, Corner]:
        now_s = self._unix_time()
        told = {mute: muted_here(mute, now_s) for mute in self._facts.mutes}
        of_cameras = muted_cameras(told, self._cameras_of)
        return {
            camera_id: Corner(CornerMark.MUTED, story="\n".join(told[mute] for mute in mutes))
            for camera_id, mutes in of_cameras.items()
        }
