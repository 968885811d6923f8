"""Which alarms stand on which screen in words, for they have no picture: who plans says it, windows show it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from wall.model.alarms.alarm import Alarm


class AlarmCards(QObject):
    """UI thread."""

    changed = Signal(int)
    """The id of the screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_screen: dict[int, Mapping[int, Alarm]] = {}

    def __bool__(self) -> bool:
        """Is there any?"""
        return bool(self._by_screen)

    def of(self, screen_id: int) -> Mapping[int, Alarm]:
        """By the slot of its board over which each stands."""
        return self._by_screen.get(screen_id, {})

    def put(self, screen_id: int, cards: Mapping[int, Alarm]) -> None:
        """These, and no others."""
        if cards != self.of(screen_id):
            self._by_screen[screen_id] = cards
            if not cards:
                del self._by_screen[screen_id]
            self.changed.emit(screen_id)
