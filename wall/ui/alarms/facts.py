"""The open alarms as the UI knows them: gathered, so that a storm of thousands is a few changes of each list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wall.model.alarm_events import AlarmRulesChanged, AlarmsChanged, CaseNoted
from wall.model.alarms.alarm import Alarm, urgency
from wall.model.alarms.mute import Mute
from wall.model.alarms.state import State
from wall.model.events import Event, InventoryChanged
from wall.ui.alarms.cards import AlarmCards
from wall.ui.alarms.port import AlarmsPort
from wall.ui.alarms.ways_port import WaysPort
from wall.ui.signals import EventBridge

GATHER_MS = 50


class AlarmFacts(QObject):
    """UI thread only. A first change is told at once, what follows within `GATHER_MS` together."""

    changed = Signal(object)
    """Alarms that are new or different, open or just closed: a tuple, each once."""
    noted = Signal(int)
    """In the record of this alarm something stands that the program did; the alarm is as it was."""
    rules_changed = Signal()
    mutes_changed = Signal()
    """`mutes` are others, or other cameras may stand at their sites."""

    def __init__(
        self, port: AlarmsPort, events: EventBridge, parent: QObject | None = None, ways: WaysPort | None = None
    ) -> None:
        super().__init__(parent)
        self.port = port
        self.ways = ways
        """How alarms come in and go out; None where they do neither."""
        self.cards = AlarmCards(self)
        """Those that stand on screens in words."""
        self.mutes = tuple(port.mutes())
        """What is muted now; those that end first come first."""
        self._open = {alarm.alarm_id: alarm for alarm in port.open_alarms()}
        self._sorted: tuple[Alarm, ...] | None = None
        self._waiting: dict[int, Alarm] = {}
        self._pause = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._pause.timeout.connect(self._tell)
        self._events = events
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    @property
    def by_id(self) -> Mapping[int, Alarm]:
        """Those that are not closed."""
        return self._open

    @property
    def open_alarms(self) -> tuple[Alarm, ...]:
        """The most urgent first."""
        if self._sorted is None:
            self._sorted = tuple(sorted(self._open.values(), key=urgency))
        return self._sorted

    @property
    def supervisor_screen(self) -> int:
        """On which alarms pop up for the supervisor, too; 0: on none."""
        return self.ways.settings.out.screen_id if self.ways is not None else 0

    def unseen(self) -> list[Alarm]:
        """Those that nobody has acknowledged, the most urgent first."""
        return [alarm for alarm in self.open_alarms if alarm.state is State.NEW]

    def end(self) -> None:
        """Hear no more."""
        self._pause.stop()
        self._events.happened.disconnect(self._take_note)

    def _take_note(self, event: Event) -> None:
        if isinstance(event, AlarmsChanged):
            self._take(event.alarms)
        elif isinstance(event, CaseNoted):
            self.noted.emit(event.alarm_id)
        elif isinstance(event, AlarmRulesChanged):
            self.rules_changed.emit()
            self._take_mutes(event.mutes)
        elif isinstance(event, InventoryChanged) and self.mutes:
            self.mutes_changed.emit()

    def _take_mutes(self, mutes: tuple[Mute, ...]) -> None:
        if mutes != self.mutes:
            self.mutes = mutes
            self.mutes_changed.emit()

    def _take(self, alarms: Iterable[Alarm]) -> None:
        for alarm in alarms:
            self._waiting[alarm.alarm_id] = alarm
            if alarm.is_open:
                self._open[alarm.alarm_id] = alarm
            else:
                self._open.pop(alarm.alarm_id, None)
        self._sorted = None
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        if self._waiting:
            told, self._waiting = tuple(self._waiting.values()), {}
            self._pause.start()
            self.changed.emit(told)
