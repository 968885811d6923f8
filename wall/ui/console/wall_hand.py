"""What the console puts on the wall: cameras and views, onto the screen in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from wall.model.board import Board
from wall.model.geo.grid_here import smallest_layout
from wall.model.layout import MOST_CELLS
from wall.model.view import CameraCell, View
from wall.ui.console.room_facts import RoomFacts
from wall.ui.drag import cameras_freight, drop


class WallHand(QObject):
    """`say` tells the operator what came of it, where the wall itself is not in sight."""

    def __init__(self, wall: RoomFacts, say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._wall = wall
        self._say = say

    def put_cameras(self, cameras: Sequence[int], *, is_wall_in_sight: bool) -> None:
        """Into the first empty cells, the first one into the selected cell where there is none."""
        screen, room = self._wall.in_hand, self._wall.room
        known = [camera for camera in cameras if room.cameras.camera(camera) is not None]
        if screen is None:
            self._say(self.tr("There is no screen yet: make one on the Screens page."))
        elif not cameras:
            self._say(self.tr("Choose a camera first."))
        elif not known:
            self._say(self.tr("Nothing of it can be shown: no stream is known."))
        else:
            board, left = put_all(room.board(screen.screen_id), known)
            room.show(screen.screen_id, board)
            self._tell(screen.number, known, left, is_wall_in_sight=is_wall_in_sight)

    def put_in_selected_cell(self, cameras: Sequence[int]) -> None:
        """The first one into the selected cell of the screen in hand, the others into the empty cells behind it."""
        screen, room = self._wall.in_hand, self._wall.room
        if screen is None:
            self._say(self.tr("There is no screen yet: make one on the Screens page."))
        elif not cameras:
            self._say(self.tr("Choose a camera first."))
        elif drop(room, cameras_freight(cameras), screen.screen_id, room.board(screen.screen_id).selected_cell):
            self._tell(screen.number, cameras, 0, is_wall_in_sight=False)
        else:
            self._say(self.tr("Nothing of it can be shown: no stream is known."))

    def show_grid(self, cameras: Sequence[int], screen_id: int, title: str, ratio: float = 16 / 9) -> int:
        """Show these in their order, and nothing else, on a screen of this width to height; how many of them.

        In the smallest preset that holds them, 64 at most. One step back brings what stood there before.
        """
        screen, room = self._wall.screen(screen_id), self._wall.room
        known = [camera for camera in cameras if room.cameras.camera(camera) is not None][:MOST_CELLS]
        if screen is None or not known:
            self._say(self.tr("Nothing of it can be shown: no stream is known."))
            return 0
        layout = smallest_layout(room.layouts, len(known), ratio)
        view = View(title, layout, tuple(map(CameraCell, known)))
        room.show(screen_id, room.board(screen_id).closed().called_up(view))
        return len(known)

    def _tell(self, number: int, cameras: Sequence[int], left: int, *, is_wall_in_sight: bool) -> None:
        if left:
            self._say(self.tr("Screen {0} is full: {1} cameras found no cell.").format(number, left))
        elif is_wall_in_sight:
            self._say("")
        elif len(cameras) == 1:
            name = self._wall.room.cameras.name_of(cameras[0])
            self._say(self.tr("On screen {0}: {1}").format(number, name))
        else:
            self._say(self.tr("{1} cameras are on screen {0}.").format(number, len(cameras)))


def put_all(board: Board, cameras: Sequence[int]) -> tuple[Board, int]:
    """The board with these cameras on it, and how many found no place. What stands there already is not put twice."""
    first, *others = cameras
    board = board.put_next(CameraCell(first))
    selected = board.selected
    left = 0
    for camera in others:
        if CameraCell(camera) in board.page_contents():
            continue
        if board.single or None not in board.page_contents():
            left += 1
            continue
        board = board.put_next(CameraCell(camera))
    return board.selected_at(selected % board.layout.size) if not board.single else board, left
