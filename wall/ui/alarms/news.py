"""What changes behind the windows, put into words for whoever is at the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot

from wall.model.events import Event
from wall.ui.signals import EventBridge


class News(QObject):
    """UI thread. `say` shows a sentence, `complain` one that somebody must act upon."""

    def __init__(
        self, events: EventBridge, say: Callable[[str], object], complain: Callable[[str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._complain = complain
        self._begin()
        events.happened.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def _begin(self) -> None:
        """Nothing was told yet."""

    @Slot(object)
    def _hear(self, event: Event) -> None:
        """Everything that is told."""
        raise NotImplementedError
