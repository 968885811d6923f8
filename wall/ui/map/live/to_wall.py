"""Cameras of the map as a grid on a screen of the wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wall.model.layout import MOST_CELLS
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.wall_hand import WallHand
from wall.ui.map.live.screen_chooser import ScreenChooser

Ratio = Callable[[int], float]
"""Of the id of a screen, its height by its width."""


def usual_ratio(_screen: int) -> float:
    """Of a panel that nobody knows."""
    return 9 / 16


class ToWall(QObject):
    """`say` tells the operator what came of it. Where there are several screens, it is asked which."""

    def __init__(
        self,
        wall: RoomFacts,
        say: Callable[[str], None],
        over: QWidget,
        ratio_of: Ratio = usual_ratio,
    ) -> None:
        """`over` is the page that the question stands over."""
        super().__init__(over)
        self._wall = wall
        self._say = say
        self._hand = WallHand(wall, say, self)
        self._ratio_of = ratio_of
        self._waiting: tuple[tuple[int, ...], str] = ((), "")
        self.chooser = ScreenChooser(over)
        self.chooser.chosen.connect(self._show)

    def put(self, camera_id: int) -> None:
        """One camera into the first empty cell of the screen in hand, else into the selected one."""
        self._hand.put_cameras((camera_id,), is_wall_in_sight=False)

    def open(self, cameras: Sequence[int], title: str, anchor: QWidget) -> None:
        """These in their order as a grid; `title` is what the screen is called then."""
        screens = self._wall.room.screens
        self._waiting = tuple(cameras), title
        if not cameras:
            self._say(self.tr("There is no camera there."))
        elif not screens:
            self._say(self.tr("There is no screen yet: make one on the Screens page."))
        elif len(screens) == 1:
            self._show(screens[0].screen_id)
        else:
            asked = self.tr("{0} cameras onto which screen?").format(min(len(cameras), MOST_CELLS))
            self.chooser.ask(anchor, screens, self._wall.room.selected_screen, asked)

    def _show(self, screen_id: int) -> None:
        (cameras, title), self._waiting = self._waiting, ((), "")
        shown = self._hand.show_grid(cameras, screen_id, title, 1 / self._ratio_of(screen_id))
        screen = self._wall.screen(screen_id)
        if not shown or screen is None:
            return
        if shown < len(cameras):
            text = self.tr("On screen {0}: {1} of {2} cameras, the most important ones. Ctrl+Z there takes it back.")
            self._say(text.format(screen.number, shown, len(cameras)))
        else:
            text = self.tr("On screen {0}: {1} cameras. Ctrl+Z there takes it back.")
            self._say(text.format(screen.number, shown))
