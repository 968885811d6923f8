"""Chooses the screen on which urgent alarms pop up whose rules name none."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from wall.model.screen import Screen
from wall.ui.alarms.alarm_screen import FIRST, NONE, AlarmScreen
from wall.ui.console.choice import Choice
from wall.ui.theme import Theme


class AlarmScreenChoice(Choice):
    """Offers the screens of the wall; `chosen` follows each choice by hand."""

    chosen = Signal()

    def __init__(self, screen: AlarmScreen, theme: Theme, parent: QWidget) -> None:
        super().__init__([], self.tr("Urgent alarms pop up"), theme, parent)
        self.setToolTip(self.tr("Alarms of priority 1 and 2 whose rule names no screen"))
        self._screen = screen
        self.activated.connect(self._choose)

    def offer(self, screens: Iterable[Screen]) -> None:
        """These; what is kept is shown."""
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self.tr("on the first screen"), FIRST)
            self.addItem(self.tr("on no screen"), NONE)
            for each in screens:
                self.addItem(self.tr("screen {0}: {1}").format(each.number, each.name), each.screen_id)
            self.setCurrentIndex(max(0, self.findData(self._screen.chosen)))
        self.updateGeometry()

    def _choose(self, _place: int) -> None:
        self._screen.choose(self.currentData())
        self.chosen.emit()
