"""Puts into words what happened to displays and wall windows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from wall.model.screen import Display, Screen
from wall.ui.screens.wall_windows import WallWindows


class DisplayNews(QObject):
    """Says each piece of news in one sentence: what happened, to which screen, and what to do. UI thread.

    `say` shows a sentence, `complain` one that somebody must act upon.
    """

    def __init__(
        self, windows: WallWindows, say: Callable[[str], object], complain: Callable[[str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._windows = windows
        self._say = say
        self._complain = complain
        self._lost: list[Screen] = []
        windows.display_lost.connect(self._lost.append)
        windows.changed.connect(self._tell_lost)
        windows.display_back.connect(lambda screen: say(self.tr("{0} is on its display again.").format(_name(screen))))
        windows.display_offered.connect(self._on_offered)
        windows.screen_left.connect(self._on_left)

    def _tell_lost(self) -> None:
        """Those that went together are told together."""
        lost, self._lost[:] = tuple(self._lost), ()
        if not lost:
            return
        if len(lost) > 1:
            what = self.tr("{0} have lost their displays.").format(", ".join(map(_name, lost)))
        else:
            label = lost[0].display.label if lost[0].display else ""
            what = self.tr("{0} has lost its display {1}.").format(_name(lost[0]), label)
        if self._windows.seen:
            then = self.tr("Priority cameras go to the next screen, and return with the display.")
        else:
            then = self.tr("No screen of the wall can be seen now. Check the cable and the power of the displays.")
        self._complain(f"{what} {then}")

    def _on_offered(self, display: Display) -> None:
        text = self.tr(
            "A display that belongs to no screen is connected: {0}. Bind a screen to it on the Screens page."
        )
        self._say(text.format(display.identity.label))

    def _on_left(self, screen: Screen) -> None:
        text = self.tr("{0} is closed. It opens again when it is chosen or something is put on it here.")
        self._say(text.format(_name(screen)))


def _name(screen: Screen) -> str:
    called = QCoreApplication.translate("DisplayNews", "Screen {0}").format(screen.number)
    return called if screen.name in ("", str(screen.number)) else f"{called} ({screen.name})"
