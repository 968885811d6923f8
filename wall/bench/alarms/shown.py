"""Writes down when each alarm was painted: the console has taken it in, and has painted all that it changed."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from wall.model.alarm_events import AlarmsChanged
from wall.model.events import Event
from wall.ui.signals import EventBridge


class ShownLog(QObject):
    """Made after the windows, so that they hear of an alarm first. `shown_s`: monotonic, by what its source said."""

    def __init__(self, events: EventBridge, window: QWidget) -> None:
        super().__init__()
        self.shown_s: dict[str, float] = {}
        self._window = window
        self._pending: dict[str, None] = {}
        window.installEventFilter(self)
        events.happened.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if isinstance(event, AlarmsChanged):
            news = (alarm.detail for alarm in event.alarms if alarm.detail not in self.shown_s)
            self._pending.update(dict.fromkeys(news))
            self._window.update(0, 0, 1, 1)  # Painted with all else that has changed in this window.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that is painted now is painted when its loop comes round again."""
        if event.type() is QEvent.Type.UpdateRequest and self._pending:
            painted, self._pending = self._pending, {}
            QTimer.singleShot(0, self, lambda: self._note(painted))
        return super().eventFilter(watched, event)

    def _note(self, painted: dict[str, None]) -> None:
        now_s = time.monotonic()
        for detail in painted:
            self.shown_s.setdefault(detail, now_s)
