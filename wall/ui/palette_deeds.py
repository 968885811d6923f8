"""What Enter does with a line of the palette, and what Ctrl+Enter does."""

from __future__ import annotations

from collections.abc import Callable

from wall.model.board import Board
from wall.model.palette import Entry, Kind
from wall.model.view import CameraCell
from wall.ui.palette_book import PaletteBook
from wall.ui.room_port import RoomPort

OpenInConsole = Callable[[Entry], None]
"""Shows a camera, a view, a tour, a site or a screen in the console."""


class PaletteDeeds:
    """The usual thing happens on the screen in hand; the other one in the console, where there is one."""

    def __init__(self, room: RoomPort, book: PaletteBook, open_in_console: OpenInConsole | None = None) -> None:
        self._room = room
        self._book = book
        self._open = open_in_console

    def do(self, entry: Entry, *, otherwise: bool) -> None:
        """Carry it out; `otherwise` is Ctrl+Enter. What is gone meanwhile does nothing."""
        self._book.note_used(entry)
        action = self._book.action(entry)
        if action is not None:
            action.trigger()
        elif otherwise and self._open is not None:
            self._open(entry)
        elif entry.kind is Kind.SCREEN:
            self._take_in_hand(int(entry.ref))
        else:
            self._show(entry, int(entry.ref))

    def _show(self, entry: Entry, ref: int) -> None:
        room, screen_id = self._room, self._room.selected_screen
        if all(screen.screen_id != screen_id for screen in room.screens):
            if self._open is not None:
                self._open(entry)
            return
        board = room.board(screen_id)
        match entry.kind:
            case Kind.CAMERA:
                room.show(screen_id, board.put(board.selected_cell, CameraCell(ref)))
            case Kind.SITE:
                room.show(screen_id, with_site(board, self._shown(self._book.cameras_of(entry))))
            case Kind.VIEW if any(view.view_id == ref for view in room.views):
                room.call_up(screen_id, ref)
            case Kind.TOUR if any(tour.tour_id == ref for tour in room.tours):
                room.start_tour(screen_id, ref)

    def _take_in_hand(self, screen_id: int) -> None:
        if any(screen.screen_id == screen_id for screen in self._room.screens):
            self._room.select(screen_id)

    def _shown(self, cameras: tuple[int, ...]) -> list[int]:
        return [camera for camera in cameras if self._room.cameras.camera(camera) is not None]


def with_site(board: Board, cameras: list[int]) -> Board:
    """A site's cameras from the selected cell on, in the cells that follow; the hand stays on the first."""
    if board.single:
        cameras = cameras[:1]
    first = board.selected_cell
    for cell, camera in enumerate(cameras[: board.shown_layout.size - first], first):
        board = board.put(cell, CameraCell(camera))
    return board.selected_at(first)
