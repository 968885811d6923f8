"""Displays that say what a test wants them to: fulfils DisplaysPort."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from wall.model.grid import Rect
from wall.model.screen import Display, DisplayId


class FakeDisplays(QObject):
    """`plug` and `unplug` are seen at once, `settle` is what Qt's displays do after 300 ms."""

    changed = Signal()
    lost = Signal()

    def __init__(self, *displays: Display) -> None:
        super().__init__()
        self.now: tuple[Display, ...] = displays

    def qt_screen(self, display: Display) -> QScreen | None:
        return None

    def plug(self, *displays: Display) -> None:
        """These come to those that are there."""
        self.now = (*self.now, *displays)

    def unplug(self, *displays: Display) -> None:
        """These go."""
        self.now = tuple(each for each in self.now if each not in displays)
        self.lost.emit()

    def settle(self) -> None:
        """The plugs are quiet."""
        self.changed.emit()

    def become(self, *displays: Display) -> None:
        """Others are there now, and all is quiet."""
        gone = [each for each in self.now if each not in displays]
        self.now = displays
        if gone:
            self.lost.emit()
        self.settle()


def panel(
    place: int, serial: str = "", connector: str = "", *, model: str = "U2723QE", is_primary: bool = False
) -> Display:
    """A display of 1920 x 1080, the first at the left being 0."""
    identity = DisplayId("Dell Inc." if model else "", model, serial, connector or f"DP-{place + 1}")
    return Display(identity, Rect(1920 * place, 0, 1920, 1080), is_primary)
