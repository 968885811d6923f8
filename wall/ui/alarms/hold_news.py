"""Says when what was put on hold is due again: nobody has to keep it in mind."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.state import State
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.words import place_of, title_of
from wall.ui.figures import number


class HoldNews(QObject):
    """UI thread. `complain` shows a sentence that somebody must act upon; `unix` gives Unix time."""

    def __init__(
        self,
        facts: AlarmFacts,
        complain: Callable[[str], object],
        parent: QObject,
        unix: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._complain = complain
        self._unix = unix
        self._until_s: dict[int, float] = {}
        """Of those on hold, by id."""
        self._take(facts.open_alarms)
        facts.changed.connect(self._take)

    def _take(self, alarms: Sequence[Alarm]) -> None:
        due = [alarm for alarm in alarms if self._is_due(alarm)]
        for alarm in alarms:
            if alarm.state is State.ON_HOLD and alarm.hold_until_s is not None:
                self._until_s[alarm.alarm_id] = alarm.hold_until_s
            else:
                self._until_s.pop(alarm.alarm_id, None)
        if due:
            self._complain(self._sentence(due))

    def _is_due(self, alarm: Alarm) -> bool:
        """Has its time ended, and not somebody's patience before?"""
        was_s = self._until_s.get(alarm.alarm_id)
        return was_s is not None and was_s <= self._unix() and alarm.is_open and alarm.state is not State.ON_HOLD

    def _sentence(self, due: Sequence[Alarm]) -> str:
        first = due[0]
        what = " · ".join(each for each in (title_of(first), place_of(first), first.owner) if each)
        if len(due) == 1:
            return self.tr("On hold until now, and due again: {0}").format(what)
        return self.tr("On hold until now, and due again: {0}, and {1} more").format(what, number(len(due) - 1))
