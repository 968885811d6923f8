"""What an operator can wish of one screen: each wish is a new board for the room, or a word about a tour."""

from __future__ import annotations

from collections.abc import Callable

from wall.model.board import Board
from wall.model.layout import Layout
from wall.model.touring import Touring
from wall.model.view import CameraCell, Content
from wall.ui.room_port import RoomPort
from wall.ui.showing import Showing


class Wishes:
    """The hand on one screen. UI thread; what was wished is on the screen when a wish returns."""

    def __init__(self, room: RoomPort, screen_id: int, showing: Showing) -> None:
        self._room = room
        self._screen_id = screen_id
        self._showing = showing

    @property
    def board(self) -> Board:
        """What is to be shown, as of now."""
        return self._room.board(self._screen_id)

    @property
    def camera_id(self) -> int | None:
        """The camera that the selected cell shows, wherever it comes from."""
        return self._showing.selected_part.camera_id

    def show(self, board: Board) -> None:
        """Show this, now."""
        self._room.show(self._screen_id, board)
        self._showing.refresh()

    # -- the hand

    def select(self, cell: int) -> None:
        self.show(self.board.selected_at(cell))

    def move(self, dx: int, dy: int) -> None:
        self.show(self.board.moved(dx, dy))

    def turn(self, pages: int) -> None:
        self.show(self.board.turned(pages))

    def toggle_single(self) -> None:
        """The selected picture alone, and back."""
        self.show(self.board.closed() if self.board.single else self.board.opened())

    def toggle_single_at(self, cell: int) -> None:
        self.show(self.board.selected_at(cell))
        self.toggle_single()

    # -- what stands where

    def cut(self, layout: Layout) -> None:
        """Another layout."""
        self.show(self.board.with_layout(layout))

    def put(self, content: Content, cell: int | None = None) -> None:
        """Show something in a cell of the shown layout; in the selected one where none is named."""
        board = self.board
        self.show(board.put(board.selected_cell if cell is None else cell, content))

    def put_in_layout(self, content: Content, cell: int) -> None:
        """Show something in a cell of the whole layout, also where one picture is shown alone."""
        self.show(self.board.closed().put(cell, content))

    def empty(self) -> None:
        """Nothing in the selected cell."""
        board = self.board
        self.show(board.closed().emptied(board.selected))

    def go_back(self) -> None:
        """The camera that stood in the selected cell before."""
        self.show(self.board.gone_back())

    def go_forward(self) -> None:
        self.show(self.board.gone_forward())

    def step_camera(self, steps: int) -> None:
        """The camera so many places further at the same site."""
        here = self.camera_id
        beside = None if here is None else self._room.cameras.beside(here, steps)
        if beside is not None:
            self.put(CameraCell(beside))

    def frame_next(self) -> None:
        """Pictures in the selected cell whole, then cropped to fill it, then stretched."""
        board = self.board
        self.show(board.framed(board.slots[board.selected].framing.next))

    def undo(self) -> None:
        """What stood here before the last change."""
        if self._room.undo_board(self._screen_id):
            self._showing.refresh()

    # -- tours

    @property
    def touring(self) -> Touring | None:
        """The tour in hand: that of the selected cell, else that of the whole screen."""
        board, under_way = self.board, self._room.touring(self._screen_id)
        cell = board.selected % board.layout.size
        here = [each for each in under_way if each.cell == cell]
        return next(iter((*here, *(each for each in under_way if each.cell is None))), None)

    def pause_tour(self) -> None:
        """Halt it, or let it go on."""
        if touring := self.touring:
            self._room.pause_tour(self._screen_id, self._cell_of(touring))

    def step_tour(self, steps: int) -> None:
        if touring := self.touring:
            self._room.step_tour(self._screen_id, steps, self._cell_of(touring))
            self._showing.refresh()

    def end_tour(self) -> None:
        if touring := self.touring:
            self._room.end_tour(self._screen_id, self._cell_of(touring))

    def _cell_of(self, touring: Touring) -> int | None:
        """Alone, the selected picture is the only cell."""
        return None if self.board.single else touring.cell

    def take_out(self) -> None:
        """Give the camera that a tour, a carousel or a hotspot shows here a cell of its own."""
        if (camera_id := self.camera_id) is not None:
            self.show(self.board.closed().put_next(CameraCell(camera_id)))

    def act(self, change: Callable[[], object]) -> None:
        """Do something to the room that may change this screen."""
        change()
        self._showing.refresh()
