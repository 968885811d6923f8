"""Adds, changes, removes and brings back screens as the operator asks, and tells what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wall.model.board import Board
from wall.model.screen import Display, Screen
from wall.ui.console.parts import Notice
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.screen_form import MOST_NUMBER, ScreenForm


class ScreensDesk(QObject):
    """`left` follows when the form is closed and the hand is to go back to the screens."""

    left = Signal()

    def __init__(
        self,
        wall: RoomFacts,
        form: ScreenForm,
        notice: Notice,
        displays: Callable[[], Sequence[Display]],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._wall = wall
        self._form = form
        self._notice = notice
        self._displays = displays
        self._removed: tuple[Screen, Board] | None = None
        self._coming: tuple[int, Board | None] | None = None
        """The number of a screen that was asked for, and what shall stand on it; None: it is to be named."""
        form.given.connect(self._keep)
        form.removed.connect(self._remove)
        form.left.connect(self.leave)

    def add(self) -> None:
        """One more, and say how it is called."""
        taken = {screen.number for screen in self._wall.room.screens}
        number = next((number for number in range(1, MOST_NUMBER + 1) if number not in taken), None)
        if number is not None:
            self._removed = None
            self._ask_for(Screen(self.tr("Screen {0}").format(number), number), None)

    def change(self) -> None:
        """Open the form for the screen in hand."""
        screen = self._wall.in_hand
        if screen is not None:
            self._form.begin(screen, self._displays())

    def leave(self) -> None:
        """Close the form, and keep nothing of it."""
        self._form.end()
        self.left.emit()

    def bring_back(self) -> bool:
        """The screen that was removed last, with what stood on it. False where there is none."""
        if self._removed is None:
            return False
        screen, board = self._removed
        self._removed = None
        self._notice.clear()
        self._ask_for(replace(screen, screen_id=0), board)
        return True

    def take_screens(self) -> None:
        """Screens have come or gone: one may be the one that was asked for, one that which is being changed."""
        self._take_coming()
        if self._form.screen_id and self._wall.screen(self._form.screen_id) is None:
            self.leave()

    def show_displays(self) -> None:
        """Displays have come or gone."""
        if self._form.isVisible():
            self._form.show_displays(self._displays())

    def _ask_for(self, screen: Screen, board: Board | None) -> None:
        self._coming = (screen.number, board)
        self._wall.room.keep_screens([*self._wall.room.screens, screen])

    def _take_coming(self) -> None:
        if self._coming is None:
            return
        number, board = self._coming
        screen = next((each for each in self._wall.room.screens if each.number == number), None)
        if screen is None:
            return
        self._coming = None
        self._wall.room.select(screen.screen_id)
        if board is not None:
            self._wall.room.show(screen.screen_id, board)
        else:
            self._form.begin(screen, self._displays())

    def _keep(self, screen: Screen) -> None:
        others = [each for each in self._wall.room.screens if each.screen_id != screen.screen_id]
        taken = next((each for each in others if each.number == screen.number), None)
        bound = next((each for each in others if each.display and each.display == screen.display), None)
        if taken is not None:
            self._notice.complain(self.tr("Number {0} is screen {1}'s already.").format(screen.number, taken.name))
        elif bound is not None:
            self._notice.complain(self.tr("This display is bound to screen {0} already.").format(bound.number))
        else:
            self._notice.clear()
            self._wall.room.keep_screens([*others, screen])
            self.leave()

    def _remove(self, screen: Screen) -> None:
        board = self._wall.board(screen.screen_id)
        self._removed = (screen, board) if board is not None else None
        others = [each for each in self._wall.room.screens if each.screen_id != screen.screen_id]
        self._wall.room.keep_screens(others)
        self.leave()
        self._notice.say(self.tr("Screen {0} is removed; Ctrl+Z brings it back.").format(screen.number))
