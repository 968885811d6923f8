"""A wall on which somebody looks back, on a clock in the test's hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, cell_image, rgb, view_of
from wall.model.events import KeptChanged
from wall.ui.replay.bar import ReplayBar
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

RED, BLUE, GREEN = (200, 40, 30), (20, 60, 220), (30, 180, 60)
REPLAY = rgb(DARK.on_shade_replay)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEPT_S = 240.0


def live_wall(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, count: int = 4, side: int = 2) -> WallWindow:
    """Everything is live, and red."""
    window = make_window(count, side, side, width=960, height=640)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


def press(window: WallWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view_of(window), key, modifier)


def show_past(live: FakeLive, tile: int, colour: tuple[int, int, int] = BLUE) -> None:
    """A picture of the moment that its playhead says, and four minutes that are kept."""
    at_s = live.heads[tile].position(live.clock())
    live.past[tile].draw(colour, at_s)
    live.bridge.publish(KeptChanged(tile, ((live.clock() - KEPT_S, live.clock()),)))


def looks_back(qtbot: QtBot, live: FakeLive, window: WallWindow, *tiles: int) -> None:
    """Wait for these, and for a picture of each."""
    qtbot.waitUntil(lambda: set(tiles) <= set(live.past))
    for tile in tiles:
        show_past(live, tile)
    qtbot.waitUntil(lambda: all(tile.image is not None for tile in window.showing.visible_tiles()))


def ago_s(live: FakeLive, tile: int) -> float:
    """How far back its playhead is."""
    return live.clock() - live.heads[tile].position(live.clock())


def frame(window: WallWindow, cell: int) -> tuple[int, int, int]:
    """The colour of its edge, where the frame of the selected cell does not lie over it."""
    image = cell_image(window, cell)
    return rgb(image.pixelColor(4, image.height() // 2))


def bar_of(window: WallWindow) -> ReplayBar:
    bar = window.findChild(ReplayBar)
    assert bar is not None
    return bar
