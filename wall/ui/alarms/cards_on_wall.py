"""Alarms that have no picture, in words over the cells of one screen."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QRect

from wall.model.alarms.alarm import Alarm
from wall.ui.alarms.card import AlarmCard
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.showing import Showing
from wall.ui.theme import Theme
from wall.ui.timers import single_shot
from wall.ui.wall_view import WallView

_SOON_MS = 30


class CardsOnWall(QObject):
    """UI thread. `end` is to be called when the window closes. Never over a dome that is driven here."""

    def __init__(self, facts: AlarmFacts, showing: Showing, view: WallView, screen_id: int, theme: Theme) -> None:
        super().__init__(view)
        self._facts = facts
        self._showing = showing
        self._view = view
        self._screen_id = screen_id
        self._theme = theme
        self.shown: dict[int, AlarmCard] = {}
        """By id of the alarm."""
        self._soon = single_shot(self, _SOON_MS, self.place)
        self._causes = (facts.cards.changed, facts.rules_changed, showing.changed, view.resized)
        for cause in self._causes:
            cause.connect(self._begin)
        self.place()

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """Those that are to be seen."""
        return tuple(alarm for alarm in self._facts.cards.of(self._screen_id).values() if alarm.alarm_id in self.shown)

    def slot_of(self, alarm_id: int) -> int | None:
        """Over which slot of the board it is to be seen; None: it is not."""
        card, planned = self.shown.get(alarm_id), self._facts.cards.of(self._screen_id)
        if card is None or not card.isVisible():
            return None
        return next((slot for slot, alarm in planned.items() if alarm.alarm_id == alarm_id), None)

    def place(self) -> None:
        """Bring them up to date with what stands on the wall."""
        cards = self._facts.cards.of(self._screen_id)
        wanted = {alarm.alarm_id: (alarm, cell) for slot, alarm in cards.items() if (cell := self._cell_of(slot))}
        for alarm_id in [each for each in self.shown if each not in wanted]:
            gone = self.shown.pop(alarm_id)
            gone.hide()
            gone.deleteLater()
        for alarm_id, (alarm, cell) in wanted.items():
            card = self.shown.get(alarm_id)
            if card is None:
                card = self.shown[alarm_id] = AlarmCard(self._theme, self._view)
            rule = self._facts.port.rule(alarm.rule_id)
            card.say(alarm, rule.instruction if rule else "")
            card.stand_in(cell)
            card.show()

    def end(self) -> None:
        """Take all of them away, and hear no more."""
        self._soon.stop()
        for cause in self._causes:
            cause.disconnect(self._begin)
        for card in self.shown.values():
            card.hide()
            card.deleteLater()
        self.shown.clear()

    def _begin(self, *_told: object) -> None:
        is_concerned = self.shown or self._facts.cards.of(self._screen_id)
        if is_concerned and not self._soon.isActive():
            self._soon.start()

    def _cell_of(self, slot: int) -> QRect | None:
        """Where a slot of the board is seen, in logical pixels; None: it is not, or a hand moves what stands there."""
        board, cells = self._showing.board, self._view.cells
        first = board.page * board.layout.size
        cell = 0 if board.single and slot == board.selected else slot - first
        if (board.single and slot != board.selected) or not 0 <= cell < len(cells):
            return None
        tile = self._showing.tile_at(cell)
        if tile is not None and tile.band:
            return None
        scale, area = self._view.devicePixelRatioF(), cells[cell]
        left, top = math.ceil(area.x / scale), math.ceil(area.y / scale)
        return QRect(left, top, int(area.right / scale) - left, int(area.bottom / scale) - top)
