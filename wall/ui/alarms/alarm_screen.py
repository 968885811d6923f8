"""On which screen urgent alarms pop up whose rules name none: somebody chooses it once, until then it is the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings

from wall.model.alarms.alarm import URGENT, Alarm
from wall.model.screen import Screen

FIRST, NONE = -1, 0
_KEY = "alarms/screen"


class AlarmScreen:
    """Kept in the settings. `screens` are those of the wall, by number. UI thread."""

    def __init__(self, settings: QSettings, screens: Callable[[], Sequence[Screen]]) -> None:
        self._settings = settings
        self._screens = screens

    @property
    def chosen(self) -> int:
        """A screen's id, `FIRST`, or `NONE`. A screen that is gone is the first again."""
        told = str(self._settings.value(_KEY, ""))
        chosen = int(told) if told.isascii() and told.isdecimal() else FIRST
        is_there = chosen == NONE or any(each.screen_id == chosen for each in self._screens())
        return chosen if is_there else FIRST

    def choose(self, chosen: int) -> None:
        """From now on, and after a restart."""
        self._settings.setValue(_KEY, "" if chosen == FIRST else chosen)

    def of(self, alarm: Alarm) -> int:
        """Where it pops up, by its id; 0 for nowhere."""
        if alarm.priority > URGENT:
            return NONE
        screens = self._screens()
        chosen = self.chosen
        return chosen if chosen != FIRST else screens[0].screen_id if screens else NONE


def on_no_screen(_alarm: Alarm) -> int:
    """Where nobody has a screen for all urgent alarms."""
    return NONE
