"""The one bridge over which facts come up to the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wall.model.events import Event


class EventBridge(QObject):
    """Hands events on to the UI thread. Connect to `happened` with a queued connection.

    Must outlive every thread that publishes.
    """

    happened = Signal(object)

    def publish(self, event: Event) -> None:
        """Callable from any thread; never blocks."""
        self.happened.emit(event)
