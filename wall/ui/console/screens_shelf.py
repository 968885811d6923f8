"""The cards of all screens, side by side as there is room."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from wall.model.screen import Display, Screen, placed
from wall.ui.console.facts import Facts
from wall.ui.console.ports import SeesDisplays
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.screen_card import ScreenCard
from wall.ui.theme import SPACE, Theme

_LEAST_WIDTH = 264
"""Of a card: below that names cannot be read."""


class ScreensShelf(QScrollArea):
    """`opened` tells which camera is asked for, `refused` that something dropped cannot be shown."""

    opened = Signal(int)
    refused = Signal()

    def __init__(
        self, theme: Theme, facts: Facts, wall: RoomFacts, displays: SeesDisplays | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = facts
        self._wall = wall
        self._displays = displays
        self.cards: list[ScreenCard] = []
        self.setObjectName("shelf")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 2 * SPACE)
        self._grid.setSpacing(2 * SPACE)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._inside)

    @property
    def displays(self) -> tuple[Display, ...]:
        """Those that are there."""
        return tuple(self._displays.now) if self._displays else ()

    def card(self, screen_id: int) -> ScreenCard | None:
        """The card of a screen."""
        return next((each for each in self.cards if each.screen_id == screen_id), None)

    def ratio_of(self, screen_id: int) -> float:
        """Height by width of a screen."""
        card = self.card(screen_id)
        return card.mini.ratio if card else 9 / 16

    def show_screens(self) -> None:
        """All screens there are, and where each hangs."""
        screens = self._wall.room.screens
        there = {card.screen_id: card for card in self.cards}
        for gone in there.keys() - {screen.screen_id for screen in screens}:
            card = there.pop(gone)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [there.get(screen.screen_id) or self._make(screen) for screen in screens]
        found = placed(screens, self.displays)
        for card, screen in zip(self.cards, screens, strict=True):
            display = found.get(screen.screen_id)
            card.show_screen(screen, display, display.area if display else screen.area)
            card.show_board()
        self._arrange()
        self.show_in_hand()

    def show_boards(self, screen_ids: frozenset[int]) -> None:
        """Something else stands on these."""
        for card in self.cards:
            if card.screen_id in screen_ids:
                card.show_board()

    def show_in_hand(self) -> None:
        """Which one keys go to; from one screen in small they go along to the other."""
        selected, focused = self._wall.room.selected_screen, self.window().focusWidget()
        for card in self.cards:
            card.show_in_hand(card.screen_id == selected)
            if card.mini is focused and card.screen_id != selected:
                self.go_to(selected)

    def show_health(self) -> None:
        """Marks of cameras have changed."""
        for card in self.cards:
            card.mini.update()

    def go_to(self, screen_id: int) -> None:
        """Put the hand on a screen."""
        card = self.card(screen_id)
        if card is not None:
            card.mini.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card)

    def _make(self, screen: Screen) -> ScreenCard:
        card = ScreenCard(screen, self._theme, self._facts, self._wall, self._inside)
        card.opened.connect(self.opened)
        card.refused.connect(self.refused)
        card.show()
        return card

    def _arrange(self) -> None:
        columns = self._columns()
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _columns(self) -> int:
        wanted = max(1, math.ceil(math.sqrt(len(self.cards))))
        return max(1, min(wanted, self.viewport().width() // _LEAST_WIDTH))

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
