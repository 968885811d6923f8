"""Where the operator's hand is: which screen, and which camera is the selected one. A value, changed on one thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wall.model.board import Board
from wall.model.events import Event, HotspotChanged, ScreenSelected
from wall.model.view import CameraCell


@dataclass(slots=True)
class Hand:
    """`screen_id` 0: no screen. `hotspot` None: no camera was selected yet.

    The hotspot stays with the last camera while the hand is on an empty cell, on a hotspot cell, which shall not feed
    itself, or on a carousel, which would make the big picture jump.
    """

    publish: Callable[[Event], None]
    screen_id: int = 0
    hotspot: int | None = None

    def select(self, screen_id: int) -> None:
        """Keys go to this screen."""
        if screen_id != self.screen_id:
            self.screen_id = screen_id
            self.publish(ScreenSelected(screen_id))

    def follow_screens(self, ids: Sequence[int]) -> None:
        """These are the screens now, by number: a hand on one that is gone goes to the first."""
        if self.screen_id not in ids:
            self.select(ids[0] if ids else 0)

    def follow_board(self, board: Board) -> None:
        """What the selected screen shows."""
        content = board.selected_content
        if isinstance(content, CameraCell) and content.camera_id != self.hotspot:
            self.hotspot = content.camera_id
            self.publish(HotspotChanged(self.hotspot))
