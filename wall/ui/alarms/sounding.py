"""Rings as long as there is an alarm that nobody has acknowledged, the more urgently the longer nobody reacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt

from wall.model.alarms.alarm import MOST_URGENT, Alarm
from wall.model.events import BellChanged, Event
from wall.model.sound import MOST_RINGING, SoundPhase
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.signals import EventBridge


class BellPort(Protocol):
    """`wall.services.alarms.bell.AlarmBell` fulfils it. What becomes of it is told as BellChanged."""

    def ring(self, level: int) -> None:
        """As urgently as that from now on (1 to `model.sound.MOST_RINGING`); 0: be silent. Returns at once."""
        ...


class Sounding(QObject):
    """UI thread. `complain` says in words that nobody can hear it, `say` takes that back."""

    def __init__(
        self,
        facts: AlarmFacts,
        bell: BellPort,
        events: EventBridge,
        complain: Callable[[str], None],
        say: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._bell = bell
        self._events = events
        self._complain = complain
        self._say = say
        self._level = 0
        self._is_deaf = False
        facts.changed.connect(self._take)
        facts.rules_changed.connect(self._ring)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._ring()

    def end(self) -> None:
        """Be silent, and hear no more."""
        self._facts.changed.disconnect(self._take)
        self._facts.rules_changed.disconnect(self._ring)
        self._events.happened.disconnect(self._take_note)
        self._bell.ring(0)

    def _take(self, _alarms: Sequence[Alarm]) -> None:
        self._ring()

    def _ring(self) -> None:
        quiet = {rule.rule_id for rule in self._facts.port.rules() if not rule.response.sound}
        level = max((urgency_of(each) for each in self._facts.unseen() if each.rule_id not in quiet), default=0)
        if level != self._level:
            self._level = level
            self._bell.ring(level)

    def _take_note(self, event: Event) -> None:
        if not isinstance(event, BellChanged) or not event.is_ringing:
            return
        is_deaf = event.phase is SoundPhase.FAILED
        if is_deaf and not self._is_deaf:
            why = QCoreApplication.translate("Cause", event.cause.value)
            self._complain(QCoreApplication.translate("Alarm", "Alarms cannot be heard: {0}").format(why))
        elif self._is_deaf and event.phase is SoundPhase.PLAYING:
            self._say(QCoreApplication.translate("Alarm", "Alarms can be heard again."))
        self._is_deaf = is_deaf


def urgency_of(alarm: Alarm) -> int:
    """How it rings: danger to life begins where others come when nobody has reacted."""
    return min(MOST_RINGING, 1 + alarm.level + (alarm.priority == MOST_URGENT))
