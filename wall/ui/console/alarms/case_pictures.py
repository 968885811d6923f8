"""What is to be seen of an alarm: its camera live, beside it before the alarm began, below the others at its site.
Where it has no camera, or there is none any more, that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.model.alarms.alarm import Alarm
from wall.ui.alarms.before_picture import BeforePicture
from wall.ui.alarms.eyes import eyes_on
from wall.ui.console.alarms.site_pictures import MOST, SitePictures, others_of
from wall.ui.console.live_picture import FIRST_ALARM_TILE, LivePicture
from wall.ui.console.parts import label
from wall.ui.ports import LiveViewPort
from wall.ui.room_port import CamerasPort
from wall.ui.signals import EventBridge
from wall.ui.snapshot import beside, jpeg
from wall.ui.theme import SPACE, Theme
from wall.ui.tile_numbers import TileNumbers

FIRST_BEFORE_TILE = 1_600_000
_ROWS_ALONE = 2


class CasePictures(QWidget):
    """Nothing is received while it is hidden."""

    def __init__(
        self,
        theme: Theme,
        cameras: CamerasPort,
        live: LiveViewPort,
        events: EventBridge,
        clocks: tuple[Callable[[], float], Callable[[], float]],
        parent: QWidget,
    ) -> None:
        """`clocks` are that of pictures, and Unix time."""
        super().__init__(parent)
        self._cameras = cameras
        self._room = (320, 180)
        self.before = BeforePicture(theme, live, events, TileNumbers(FIRST_BEFORE_TILE), clocks, self)
        self.live = LivePicture(theme, live, events, clocks[0], self, FIRST_ALARM_TILE)
        self.others = SitePictures(theme, live, events, clocks[0], self)
        self.why = label(is_muted=True)
        """Why its camera is not to be seen."""
        pair = QHBoxLayout()
        pair.setSpacing(SPACE)
        pair.addWidget(self.before, 1)
        pair.addWidget(self.live, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(pair, 1)
        column.addWidget(self.why)
        column.addWidget(self.others)
        self.show_alarm(None)

    def show_alarm(self, alarm: Alarm | None) -> None:
        """Another one; None: none."""
        camera = self._cameras.camera(alarm.camera_id) if alarm is not None and alarm.camera_id else None
        others = others_of(alarm, self._cameras) if alarm is not None else []
        for picture in (self.before, self.live):
            picture.setVisible(camera is not None)
        self.others.setVisible(bool(others))
        self.why.setText(self._why(alarm, bool(others)) if alarm is not None and camera is None else "")
        self.why.setVisible(bool(self.why.text()))
        self.setVisible(alarm is not None)
        self.before.show_camera(camera, alarm.began_s if alarm is not None else 0.0)
        self.live.show_camera(camera)
        self.others.show_cameras(others, 1 if camera is not None else _ROWS_ALONE)
        self.stand_in(*self._room)

    def _why(self, alarm: Alarm, has_others: bool) -> str:
        if alarm.camera_id:
            return self.tr("The camera of this alarm is no longer there, or has no stream: there is no picture of it.")
        if has_others:
            return self.tr("This alarm is of no camera. The cameras of its site now:")
        if alarm.site_id:
            return self.tr("This alarm is of no camera, and its site has none that could be shown.")
        return self.tr("This alarm is of no camera and of no site: there is no picture of it.")

    def eyes_on(self, alarm: Alarm) -> Sequence[int]:
        """The cameras that show it, or where it is."""
        return eyes_on(alarm, self._cameras)

    def stand_in(self, width: int, height: int) -> None:
        """Take at most so much room; pictures are 16 by 9. Those of its site have all of it if there are no others."""
        self._room = (width, height)
        pair = min((width - SPACE) * 9 // 32, height * 2 // 3)
        small = min((width - SPACE) * 9 // 16 // MOST, height // 3)
        alone = min((width - SPACE) * 9 // 16 * _ROWS_ALONE**2 // MOST, height)
        self.before.setFixedHeight(pair)
        self.live.setFixedHeight(pair)
        self.others.setFixedHeight(alone if self.live.isHidden() else small)

    def jpeg(self) -> bytes:
        """What was before, as far as it is shown now, beside what is live; b"" where there is no picture."""
        found = (self.before.snapshot(), self.live.snapshot())
        pictures = [each for each in found if each is not None]
        return jpeg(beside(pictures)) if pictures else b""

    def end(self) -> None:
        """Give everything back, for good."""
        for each in (self.before, self.live, self.others):
            each.end()
