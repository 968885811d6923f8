"""Puts into words when a supervisor cannot be told any more, and when he can be again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot

from wall.model.alarms.push import PushChanged, PushHealth
from wall.model.alarms.ways_out import Way
from wall.model.events import Event
from wall.ui.alarms.news import News
from wall.ui.figures import number


class PushNews(News):
    """Each trouble once, until it is over; and each message that is given up."""

    def _begin(self) -> None:
        self._known: dict[Way, PushHealth] = {}
        self._ailing: set[Way] = set()

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if isinstance(event, PushChanged):
            health = event.health
            before = self._known.get(health.way, PushHealth(health.way))
            self._known[health.way] = health
            self._tell_trouble(health)
            if health.given_up > before.given_up:
                text = self.tr("The supervisor was not told by {0} of an alarm: it was tried for a day. Call him.")
                self._complain(text.format(health.way.value))

    def _tell_trouble(self, health: PushHealth) -> None:
        way, last = health.way, health.last
        if not health.is_on or last is None:
            self._ailing.discard(way)
        elif last.answer.is_good and way in self._ailing:
            self._ailing.discard(way)
            self._say(self.tr("The supervisor is told by {0} again.").format(way.value))
        elif not last.answer.is_good and way not in self._ailing:
            self._ailing.add(way)
            why = QCoreApplication.translate("Answer", last.answer.value)
            detail = f" ({last.detail})" if last.detail else ""
            text = self.tr("The supervisor cannot be told by {0}: {1}{2}. Messages that wait: {3}.")
            self._complain(text.format(way.value, why, detail, number(health.waiting)))
