"""Puts into words how the ways in for other systems stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot

from wall.model.alarms.signal import Source
from wall.model.alarms.told import IntakeHealth, Standing
from wall.model.alarms.told_events import IntakeChanged, MessageBroken
from wall.model.events import Event
from wall.ui.alarms.intake_sentences import said_of_message
from wall.ui.alarms.news import News

_QUIET = (Standing.OFF, Standing.CONNECTING)


class WaysInNews(News):
    """Each piece of news in one sentence."""

    def _begin(self) -> None:
        self._stood: dict[Source, Standing] = {}
        self._strangers: dict[Source, set[str]] = {}

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if isinstance(event, MessageBroken):
            text = self.tr("{0} sends something that cannot be understood, on {1}: {2}.")
            self._complain(text.format(_name(event.source), event.where, said_of_message(event.why)))
        elif isinstance(event, IntakeChanged):
            self._tell_standing(event.health)
            self._tell_strangers(event.health)

    def _tell_standing(self, health: IntakeHealth) -> None:
        before = self._stood.get(health.source, Standing.OFF)
        if health.standing in _QUIET or health.standing is before:
            return
        self._stood[health.source] = health.standing
        word = QCoreApplication.translate("Standing", health.standing.value)
        if health.standing is not Standing.FINE:
            text = self.tr("{0} brings no alarms: {1} ({2}).")
            self._complain(text.format(_name(health.source), word, health.detail))
        elif before is not Standing.OFF:
            self._say(self.tr("{0} is heard again.").format(_name(health.source)))

    def _tell_strangers(self, health: IntakeHealth) -> None:
        known = self._strangers.setdefault(health.source, set())
        news = [name for name in health.strangers if name not in known]
        known.update(news)
        if news:
            text = self.tr('{0} speaks of a camera that is not here: {1}. Give the right camera the tag "alias:{1}".')
            self._complain(text.format(_name(health.source), news[0]))


def _name(source: Source) -> str:
    return "MQTT" if source is Source.MQTT else QCoreApplication.translate("WaysInNews", "The webhook")
