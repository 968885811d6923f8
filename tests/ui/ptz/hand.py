"""Real key and mouse events at a wall with domes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.gestures import LEFT, NONE, Spot, spot
from tests.ui.pixels import view_of
from wall.ui.corner import Corner, CornerMark
from wall.ui.ptz.ptz_hand import PtzHand
from wall.ui.wall_window import WallWindow

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def hand_of(window: WallWindow) -> PtzHand:
    assert window.ptz.hand is not None
    return window.ptz.hand


def press(window: WallWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """And hold it."""
    QTest.keyPress(view_of(window), key, held)


def release(window: WallWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyRelease(view_of(window), key, held)


def tap(window: WallWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(view_of(window), key, held)


def repeat(window: WallWindow, key: Qt.Key) -> None:
    """As a keyboard repeats what is held down: released and pressed, and both say so."""
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        QApplication.sendEvent(view_of(window), QKeyEvent(kind, key, NONE, "", True))


def by_place(window: WallWindow, kind: QEvent.Type, key: Qt.Key, place: int, held: Qt.KeyboardModifier = NONE) -> None:
    """An event of a key that is known by its place on the keyboard, as a window system tells it."""
    QApplication.sendEvent(view_of(window), QKeyEvent(kind, key, held, place, 0, 0))


def push(window: WallWindow, at: Spot, held: Qt.KeyboardModifier = NONE, cell: int = 0) -> None:
    """The left button goes down."""
    QTest.mousePress(view_of(window), LEFT, held, spot(window, cell, at).toPoint())


def move(
    window: WallWindow, at: Spot, held: Qt.KeyboardModifier = NONE, cell: int = 0, buttons: Qt.MouseButton = LEFT
) -> None:
    view, place = view_of(window), QPointF(spot(window, cell, at))
    event = QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), Qt.MouseButton.NoButton, buttons, held)
    QApplication.sendEvent(view, event)


def lift(window: WallWindow, at: Spot, held: Qt.KeyboardModifier = NONE, cell: int = 0) -> None:
    """It goes up."""
    QTest.mouseRelease(view_of(window), LEFT, held, spot(window, cell, at).toPoint())


def mark(window: WallWindow, cell: int) -> Corner | None:
    tile = window.showing.tile_at(cell)
    assert tile is not None
    return tile.corners.get(CornerMark.PTZ)


def band(window: WallWindow, cell: int) -> tuple[str, ...]:
    tile = window.showing.tile_at(cell)
    assert tile is not None
    return tile.band
