"""What sorting makes of some signals, or of time: all that is to be kept, in one step, before anybody sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from wall.model.alarms.activity import Activity
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.signal import Fate, Signal


@dataclass(frozen=True, slots=True)
class Filed:
    """A signal, and what became of it. `alarm_id` is 0 where there is no alarm that it counts for."""

    signal: Signal
    fate: Fate
    alarm_id: int = 0


@dataclass(slots=True)
class Outcome:
    """Everything by its id; the later one counts. `refiled` are signals that were kept as waiting before."""

    filed: dict[int, Filed] = field(default_factory=dict)
    refiled: dict[int, tuple[Fate, int]] = field(default_factory=dict)
    alarms: dict[int, Alarm] = field(default_factory=dict)
    activities: list[Activity] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.filed or self.refiled or self.alarms or self.activities)

    def add(self, later: Outcome) -> None:
        """What came after it."""
        self.filed.update(later.filed)
        self.refiled.update(later.refiled)
        self.alarms.update(later.alarms)
        self.activities.extend(later.activities)

    def refile(self, signal_id: int, fate: Fate, alarm_id: int) -> None:
        """Now it is known what became of a signal that waited."""
        waiting = self.filed.get(signal_id)
        if waiting is None:
            self.refiled[signal_id] = (fate, alarm_id)
        else:
            self.filed[signal_id] = Filed(waiting.signal, fate, alarm_id)
