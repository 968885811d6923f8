"""A duty officer who works with keys and mouse without a pause, and writes down what must come of it."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable, Mapping
from functools import partial

from tests.e2e.diary import Diary, Moment
from tests.support.virtual_desktop import VirtualDesktop
from wall.model.board import Board
from wall.model.grid import Rect
from wall.model.layout import Layout
from wall.model.view import CameraCell, View
from wall.services.boards import Boards
from wall.ui.theme import DARK, TARGET

_PATIENCE_S = 20.0
_EYE_S = 0.1
"""No hand is faster than the eye."""
_NOTHING_TO_PRESS = Rect(700, 8, 300, 16)
"""On the console's line at the top."""
_TWO_CLICKS_PX = 30
_ARROWS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}
_ACCENT = bytes((DARK.accent.blue(), DARK.accent.green(), DARK.accent.red()))


class ProgramKilledError(Exception):
    """Nobody answers any more."""


class Officer:
    """Drives one run of the program. Screens have the ids 1, 2, … and fill `panels`; `cameras` are ids by number.

    `view` is the first one in the order of names: it is called up and never changed.
    """

    def __init__(
        self,
        desktop: VirtualDesktop,
        process: subprocess.Popen[str],
        boards: Mapping[int, Board],
        panels: Mapping[int, Rect],
        cameras: Mapping[int, int],
        view: View,
        chance: random.Random,
    ) -> None:
        self.diary = Diary.begun(boards)
        self._desktop = desktop
        self._hand = desktop.hand
        self._process = process
        self._panels = panels
        self._cameras = cameras
        self._view = view
        self._chance = chance
        self._screen = 0
        self._pressed_at = (0, 0)
        self._wall = Boards(dict, lambda _screen, _board: None, self.diary.note_board)
        self._wall.follow(boards)
        self.deeds: tuple[Callable[[], None], ...] = (
            *(self.bookmark, self.save_view, self.call_up, self.cut, self.swap, self.carry_over),
            *(self.call_up_view, self.empty, self.go_back, self.move, self.undo, self.alone, self.save_picture),
        )

    def work(self, deeds: int) -> None:
        """Any of them, so many; what is kept more often."""
        for _ in range(deeds):
            self._chance.choice((*self.deeds, self.bookmark, self.bookmark, self.save_view))()

    # -- on a wall

    def call_up(self) -> None:
        """By number on the keypad, into the selected cell or another one."""
        board = self._take()
        number, cell = self._chance.choice(sorted(self._cameras)), self._chance.randrange(board.layout.size)
        content = CameraCell(self._cameras[number])
        self._type_number(number)
        if self._chance.random() < 0.3:
            self._hand.press("KP_/")
            self._type_number(cell + 1)
            self._press("KP_Enter", board.put(cell, content))
        else:
            self._press("KP_Enter", board.put(board.selected_cell, content))

    def call_up_view(self) -> None:
        """The first one."""
        self._take()
        self._hand.press("KP_*")
        self._hand.press("KP_1")
        self._wall.call_up(self._screen, self._view)
        self._hand.press("KP_Enter")

    def cut(self) -> None:
        """Another layout."""
        board, size = self._take(), self._chance.randint(1, 3)
        self._press(f"Ctrl+{size}", board.with_layout(Layout.plain(size, size)))

    def empty(self) -> None:
        """The selected cell."""
        board = self._take()
        self._press("Del", board.emptied(board.selected))

    def go_back(self) -> None:
        """To the former camera."""
        self._press("Alt+Left", self._take().gone_back())

    def move(self) -> None:
        """The hand, by one cell."""
        key = self._chance.choice(list(_ARROWS))
        self._press(key, self._take().moved(*_ARROWS[key]))

    def alone(self) -> None:
        """The selected picture."""
        self._press("Return", self._take().opened())

    def undo(self) -> None:
        """The last change."""
        self._take()
        self._wall.undo(self._screen)
        self._hand.press("Ctrl+z")

    def swap(self) -> None:
        """Drag one cell's picture onto another one."""
        board = self._take()
        filled = [cell for cell in range(board.layout.size) if board.content_at(cell) is not None]
        if filled and board.layout.size > 1:
            one = self._chance.choice(filled)
            other = self._chance.choice([cell for cell in range(board.layout.size) if cell != one])
            changed = board.exchanged(board.slot_at(one), board.slot_at(other))
            self._drag(one, self._screen, other, partial(self._wall.show, self._screen, changed))

    def carry_over(self) -> None:
        """Drag a picture onto another screen."""
        board, here = self._take(), self._screen
        filled = [cell for cell in range(board.layout.size) if board.content_at(cell) is not None]
        there = self._chance.choice([screen for screen in self._panels if screen != here])
        if filled:
            cell, target = self._chance.choice(filled), self._wall.shown(there)
            onto = self._chance.randrange(target.shown_layout.size)

            def moved() -> None:
                self._wall.show(there, target.put(onto, board.content_at(cell)))
                self._wall.show(here, self._wall.shown(here).emptied(board.slot_at(cell)))

            self._drag(cell, there, onto, moved)

    # -- what is kept

    def bookmark(self) -> None:
        """This moment, with a note once the wall says that it is kept."""
        if self._take().selected_content is None:
            self.call_up()
        board = self._wall.shown(self._screen)
        assert isinstance(board.selected_content, CameraCell)
        moment = Moment(board.selected_content.camera_id, f"n{self._chance.randrange(10**6)}")
        self.diary.moments.append(moment)
        self._hand.press("b")
        cell = self._area(self._screen, board.selected_cell)
        frame = Rect(cell.x + cell.width // 2, cell.bottom - 1 - TARGET, 1, 1)
        self._wait(lambda: self._desktop.pixels(frame)[:3] == _ACCENT)
        moment.kept_s = time.monotonic()
        self._hand.type(moment.note)
        moment.noted_s = time.monotonic()
        self._hand.press("Return")

    def save_view(self) -> None:
        """What stands on the screen in hand, under a new name."""
        board = self._take()
        self._click_into(_NOTHING_TO_PRESS, "CityWall")
        name = f"v{self._chance.randrange(10**6)}"
        self._hand.press("Ctrl+Shift+s")
        self._hand.type(name)
        self.diary.views.append((time.monotonic(), board.as_view(name)))
        self._hand.press("Return")

    def save_picture(self) -> None:
        """As a file."""
        self._take()
        self._hand.press("Ctrl+s")

    # -- inside

    def _take(self) -> Board:
        """Any screen is in the hand then, and has the keys; what was shown alone stands among the others again."""
        self._screen = self._chance.choice(list(self._panels))
        title, board = f"CityWall – Screen {self._screen}", self._wall.shown(self._screen)
        if not self._has_keys(title) or self._chance.random() < 0.3:
            cell = self._chance.randrange(board.shown_layout.size)
            self._wall.show(self._screen, board.selected_at(cell))
            self._click_into(self._area(self._screen, cell), title)
        if self._wall.shown(self._screen).single:
            self._press("Return", self._wall.shown(self._screen).closed())
        return self._wall.shown(self._screen)

    def _click_into(self, area: Rect, title: str) -> None:
        """Again after a while where a window did not answer: it may not have known yet that it had lost the keys."""
        has_keys = False
        while not has_keys:
            self._hand.click(*self._place_in(area))
            time.sleep(_EYE_S)
            has_keys = self._waited(lambda: self._has_keys(title), 1.0)

    def _press(self, keys: str, board: Board) -> None:
        self._wall.show(self._screen, board)
        self._hand.press(keys)
        time.sleep(self._chance.uniform(0, 0.05))

    def _type_number(self, number: int) -> None:
        for digit in str(number):
            self._hand.press(f"KP_{digit}")

    def _drag(self, cell: int, screen: int, onto: int, moved: Callable[[], None]) -> None:
        begin = self._place_in(self._area(self._screen, cell))
        end = self._place_in(self._area(screen, onto))
        self._wall.show(self._screen, self._wall.shown(self._screen).selected_at(cell))
        with self._hand.dragging(*begin):
            self._hand.carry(*begin, *end)
            moved()

    def _area(self, screen: int, cell: int) -> Rect:
        """Of a cell, on the desktop."""
        panel, layout = self._panels[screen], self._wall.shown(screen).shown_layout
        area = layout.rects(panel.width, panel.height)[cell]
        return Rect(panel.x + area.x, panel.y + area.y, area.width, area.height)

    def _has_keys(self, title: str) -> bool:
        return self._desktop.has_keys().partition(" — ")[0] == title

    def _wait(self, condition: Callable[[], bool]) -> None:
        assert self._waited(condition, _PATIENCE_S), f"keys go to {self._desktop.has_keys()!r}"

    def _waited(self, condition: Callable[[], bool], patience_s: float) -> bool:
        deadline_s = time.monotonic() + patience_s
        while not condition():
            if self._process.poll() is not None:
                raise ProgramKilledError
            if time.monotonic() > deadline_s:
                return False
            time.sleep(0.005)
        return True

    def _place_in(self, area: Rect) -> tuple[int, int]:
        """Somewhere in its middle, but not where was pressed last: that would be a double click."""
        near = self._pressed_at
        while abs(near[0] - self._pressed_at[0]) + abs(near[1] - self._pressed_at[1]) < _TWO_CLICKS_PX:
            shares = self._chance.uniform(0.3, 0.7), self._chance.uniform(0.3, 0.7)
            near = area.x + round(area.width * shares[0]), area.y + round(area.height * shares[1])
        self._pressed_at = near
        return near
