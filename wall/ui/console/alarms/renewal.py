"""What is shown of alarms is shown anew when they change: while somebody looks, and not too often."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from wall.model.alarms.alarm import Alarm
from wall.ui.alarms.facts import AlarmFacts


class Renewal(QObject):
    """`show` shows what there is now, and says for how long (ms) that is new enough whatever changes."""

    def __init__(self, facts: AlarmFacts, show: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._is_looked_at = self._is_stale = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._renew)
        facts.changed.connect(self._take_changes)

    def look(self, *, is_looked_at: bool) -> None:
        """Somebody looks, or nobody does any more."""
        self._is_looked_at = is_looked_at
        if is_looked_at:
            self.now()
        else:
            self._rest.stop()

    def now(self) -> None:
        """Something else is asked for: if somebody looks, it is shown at once."""
        if self._is_looked_at:
            self._is_stale = False
            self._rest.start(self._show())

    def _take_changes(self, _alarms: Sequence[Alarm]) -> None:
        self._is_stale = True
        if not self._rest.isActive():
            self._renew()

    def _renew(self) -> None:
        if self._is_stale:
            self.now()
