"""A control room in memory, displays that a test plugs, and plain windows in place of walls."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_room import FakeRoom
from tests.ui.screens.fake_displays import FakeDisplays
from wall.model.screen import Display, Screen
from wall.ui.screens.wall_windows import WallWindows
from wall.ui.signals import EventBridge


class PlainWindow(QWidget):
    """Closes on Ctrl+Q, as a wall does."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen_id = screen.screen_id
        self.is_given_back = False
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.is_given_back = True


class Walls:
    """Everything a test of many screens needs."""

    def __init__(self) -> None:
        self.bridge = EventBridge()
        self.room = FakeRoom(self.bridge, screens=0)
        self.displays = FakeDisplays()
        self.made: list[PlainWindow] = []
        self.console: QWidget | None = None
        self.windows: WallWindows | None = None

    def begin(self, *screens: Screen, displays: tuple[Display, ...], give_up_ms: int = 10_000) -> WallWindows:
        """These screens are kept, these displays are there, and the program starts."""
        self.room.keep_screens(screens)
        self.displays.now = displays
        self.windows = WallWindows(
            self.room, self.displays, self.bridge, self._make, self.console, give_up_ms=give_up_ms
        )
        self.windows.begin()
        return self.windows

    def screen(self, number: int) -> Screen:
        return next(screen for screen in self.room.screens if screen.number == number)

    def seen(self, number: int) -> PlainWindow | None:
        """The window of the screen with this number, if it can be seen."""
        assert self.windows is not None
        window = self.windows.window(self.screen(number).screen_id)
        assert window is None or isinstance(window, PlainWindow)
        return window

    def the(self, number: int) -> PlainWindow:
        """The window of the screen with this number, which can be seen."""
        window = self.seen(number)
        assert window is not None, f"screen {number} cannot be seen"
        return window

    def told(self) -> list[tuple[str, int]]:
        """What the room heard of panels: what, and the number of the screen."""
        numbers = {screen.screen_id: screen.number for screen in self.room.screens}
        return [
            (asked[0], numbers[asked[1]])
            for asked in self.room.asked
            if isinstance(asked[0], str) and asked[0].startswith("panel") and isinstance(asked[1], int)
        ]

    def _make(self, screen: Screen) -> PlainWindow:
        self.made.append(PlainWindow(screen))
        return self.made[-1]


@pytest.fixture
def walls(qtbot: QtBot) -> Iterator[Walls]:
    walls = Walls()
    yield walls
    if walls.windows is not None:
        walls.windows.end()
        assert all(window.is_given_back for window in walls.made)
    if walls.console is not None:
        walls.console.close()
        walls.console.deleteLater()
