"""Displays that are plugged in and out by a test."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wall.model.grid import Rect
from wall.model.screen import Display, DisplayId

SAMSUNG = Display(DisplayId("Samsung", "QM55R", "H4ZN500123", "DP-1"), Rect(0, 0, 1920, 1080), is_primary=True)
LG = Display(DisplayId("LG", "49VL5", "", "HDMI-2"), Rect(1920, 0, 1080, 1920))


class FakeDisplays(QObject):
    """Fulfils SeesDisplays."""

    changed = Signal()

    def __init__(self, *displays: Display) -> None:
        super().__init__()
        self._now = displays

    @property
    def now(self) -> tuple[Display, ...]:
        return self._now

    def become(self, *displays: Display) -> None:
        """These are there from now on."""
        self._now = displays
        self.changed.emit()
