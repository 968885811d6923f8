"""How the parts of a wall window stand; in full screen the pictures have it all, and the top line comes when called."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wall.ui.notice_box import NoticeBox
from wall.ui.replay.bar import ReplayBar
from wall.ui.top_line import TopLine
from wall.ui.wall_view import WallView

_REVEAL_AT_PX = 2


class WallFrame:
    """Of this window. `replay_bar` and `box` float over the pictures."""

    def __init__(self, window: QWidget, top: TopLine, view: WallView, replay_bar: ReplayBar, box: NoticeBox) -> None:
        self._window = window
        self._top = top
        self._view = view
        self._replay_bar = replay_bar
        self._box = box

    def lay_out(self) -> None:
        """For the window's size, and for whether it fills its display."""
        window, full = self._window, self._window.isFullScreen()
        height = self._top.height()
        self._top.setGeometry(0, 0, window.width(), height)
        self._top.setVisible(not full)
        top = 0 if full else height
        self._view.setGeometry(0, top, window.width(), window.height() - top)
        self._replay_bar.stand_in(self._view.rect())
        self._box.stand_in(self._view.rect())
        self._top.raise_()

    def follow_pointer(self, pointer_y: float) -> None:
        """At the upper edge it calls the line at the top, away from there it sends it off."""
        if not self._window.isFullScreen():
            return
        if pointer_y <= _REVEAL_AT_PX:
            self._top.show()
        elif pointer_y > 2 * self._top.height():
            self._top.hide()
