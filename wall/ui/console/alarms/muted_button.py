"""Says beside the alarms what does not become one now, and leads to where it is ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.mute_words import muted_until
from wall.ui.alarms.words import until_text
from wall.ui.console.alarms.mute_words import muted_what
from wall.ui.console.city import City
from wall.ui.console.parts import ElidedButton
from wall.ui.figures import number

MOST_LINES = 20
"""What a tooltip has room for; all of them are where the button leads."""


class MutedButton(ElidedButton):
    """Hidden while nothing is muted; the tooltip has every mute, those that end first above."""

    def __init__(
        self,
        facts: AlarmFacts,
        city: Callable[[], City],
        unix_time: Callable[[], float],
        does: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(does, parent)
        self._facts = facts
        self._city = city
        self._unix_time = unix_time
        facts.rules_changed.connect(self.show_mutes)
        self.show_mutes()

    def show_mutes(self) -> None:
        """As they are now."""
        mutes, city, now_s = self._facts.port.mutes(), self._city(), self._unix_time()
        lines = [f"{muted_what(each, city)} {muted_until(each, now_s)}" for each in mutes[:MOST_LINES]]
        self.setVisible(bool(mutes))
        if len(mutes) == 1:
            until = until_text(mutes[0].until_s, now_s)
            self.show_text(self.tr("Muted until {0}: {1}").format(until, muted_what(mutes[0], city)))
        else:
            self.show_text(self.tr("Muted: {0} places").format(number(len(mutes))))
        more = ["…"] if len(mutes) > MOST_LINES else []
        self.setToolTip("\n".join([*lines, *more]))
