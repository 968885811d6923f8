"""Which dome the sticks drive, and what else their buttons reach: the windows as they are now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from wall.model.board import Board
from wall.ui.room_port import RoomPort
from wall.ui.wall_window import WallWindow

WindowOf = Callable[[int], QWidget | None]
"""The window of a screen, while it can be seen."""

_WALL = "wall."


class InHand(Protocol):
    """What a stick is to move, and the windows around it."""

    @property
    def camera_id(self) -> int | None:
        """The camera in the selected tile of the screen in hand, if its picture is that of now."""
        ...

    def step_tile(self, steps: int) -> None:
        """Select the next tile with something in it, or the one before."""
        ...

    def trigger(self, action_id: str) -> None:
        """Do what a key of this name does; nothing where there is no such window."""
        ...


class WallInHand:
    """The wall that the room knows of."""

    def __init__(self, room: RoomPort, window_of: WindowOf) -> None:
        self._room = room
        self._window_of = window_of

    @property
    def camera_id(self) -> int | None:
        """See `InHand`. Without a window there is no picture by which anybody could drive."""
        window = self._window
        if window is None or window.isMinimized():
            return None
        tile = window.showing.tile_at(window.showing.selected_cell)
        if tile is None or tile.is_held or tile.looks_back:
            return None
        return window.wishes.camera_id or None

    def step_tile(self, steps: int) -> None:
        screen_id = self._room.selected_screen
        if screen_id:
            self._room.show(screen_id, next_tile(self._room.board(screen_id), steps))

    def trigger(self, action_id: str) -> None:
        for window in self._windows(action_id):
            action = window.findChild(QAction, action_id)
            if action is not None and action.isEnabled():
                action.trigger()
                return

    @property
    def _window(self) -> WallWindow | None:
        window = self._window_of(self._room.selected_screen)
        return window if isinstance(window, WallWindow) else None

    def _windows(self, action_id: str) -> list[QWidget]:
        """Where to look for it, the likeliest first. Screens have the same actions: it is the one in hand."""
        if action_id.startswith(_WALL):
            return [self._window] if self._window is not None else []
        active = QApplication.activeWindow()
        others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not active]
        return [active, *others] if active is not None else others


def next_tile(board: Board, steps: int) -> Board:
    """Another tile of this page is selected, in a ring; empty cells are passed over."""
    if board.single:
        return board.moved(steps, 0)
    size = board.shown_layout.size
    ring = [(board.selected_cell + each * steps) % size for each in range(1, size)]
    filled = next((cell for cell in ring if board.content_at(cell) is not None), None)
    return board if filled is None else board.selected_at(filled)
