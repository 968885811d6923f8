"""One tour under way on one screen, and what it does to a board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wall.model.board import Board, Slot
from wall.model.kept import UnderWay
from wall.model.touring import Touring
from wall.model.view import CameraCell


@dataclass(slots=True)
class TourRun:
    """A tour on a screen: `place` is the slot that it turns, None for the whole screen."""

    screen_id: int
    place: int | None
    touring: Touring
    cameras: frozenset[int] = frozenset()
    """Of the present stop."""
    was_noted: bool = False
    """Has the screen told what it shows since this stop came on?"""
    was_live: bool = False
    is_warmed: bool = False
    is_held: bool = False
    """Halted by the room and not by the operator: it goes on by itself."""

    @property
    def kept(self) -> UnderWay:
        """What a restart needs to go on with it."""
        touring = self.touring
        is_halted = touring.is_paused and not self.is_held
        return UnderWay(self.screen_id, touring.tour.tour_id, self.place, touring.place, is_halted)

    @property
    def is_down(self) -> bool:
        """Was nothing of this stop live since it came on?"""
        return self.was_noted and not self.was_live

    def come_on(self, cameras: Iterable[int]) -> None:
        """Another stop, with these cameras."""
        self.cameras = frozenset(cameras)
        self.was_noted = self.was_live = self.is_warmed = False

    def note(self, shown: Mapping[int, bool]) -> None:
        """What is painted on the screen, and whether it is live."""
        # The first word after a turn may still be about the former stop.
        if not self.cameras or not self.cameras.isdisjoint(shown):
            self.was_noted = True
            self.was_live |= any(is_live for camera_id, is_live in shown.items() if camera_id in self.cameras)

    def cell_on(self, board: Board) -> int | None:
        """The cell of the board's layout that it turns."""
        return None if self.place is None else self.place % board.layout.size


def with_camera(board: Board, place: int, camera_id: int) -> Board:
    """Another camera in a slot; the hand stays."""
    if place >= len(board.slots):
        return board
    slot = board.slots[place].with_content(CameraCell(camera_id))
    return replace(board, slots=(*board.slots[:place], slot, *board.slots[place + 1 :]))


def slot_at(board: Board, place: int) -> Slot:
    """What is in a slot; an empty one where there is none any more."""
    return board.slots[place] if place < len(board.slots) else Slot()
