"""What the tiles of one screen say of alarms: what it is, and since when, until somebody has acknowledged it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.state import State
from wall.ui.alarms.eyes import eyes_on
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.words import banner, title_of
from wall.ui.room_port import CamerasPort
from wall.ui.showing import Showing

_SOON_MS = 30
"""Tiles come and go a moment after it is told that something else is shown."""


class AlarmBands(QObject):
    """UI thread. `end` is to be called when the window closes."""

    def __init__(self, facts: AlarmFacts, showing: Showing, cameras: CamerasPort, parent: QObject) -> None:
        super().__init__(parent)
        self._facts = facts
        self._cameras = cameras
        self._showing = showing
        self._new: dict[int, Alarm] = {}
        """The most urgent one of each camera that shows one which nobody has acknowledged."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.mark)
        facts.changed.connect(self._take)
        showing.changed.connect(self._begin)
        self._gather()

    def mark(self) -> None:
        """Bring the tiles up to date."""
        for tile in self._showing.visible_tiles():
            alarm = self._new.get(tile.camera.camera_id)
            tile.warn((banner(alarm), title_of(alarm)) if alarm is not None else ())

    def end(self) -> None:
        """Hear no more."""
        self._soon.stop()
        self._facts.changed.disconnect(self._take)
        self._showing.changed.disconnect(self._begin)

    def _take(self, _alarms: Sequence[Alarm]) -> None:
        self._gather()
        self.mark()

    def _begin(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _gather(self) -> None:
        self._new = {}
        for alarm in self._facts.open_alarms:
            if alarm.state is State.NEW:
                for camera_id in eyes_on(alarm, self._cameras):
                    self._new.setdefault(camera_id, alarm)
