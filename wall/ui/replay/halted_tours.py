"""Tours wait while somebody looks back: what is looked at must not be turned away."""

from __future__ import annotations

from wall.ui.room_port import RoomPort
from wall.ui.showing import Showing


class HaltedTours:
    """Those of one screen. UI thread."""

    def __init__(self, room: RoomPort, screen_id: int, showing: Showing) -> None:
        self._room = room
        self._screen_id = screen_id
        self._showing = showing
        self._halted: set[int | None] = set()
        """The cells whose tours we have halted; None is that of the whole screen."""

    def halt(self) -> None:
        """Halt what would turn a tile away that looks back."""
        for touring in self._showing.touring():
            tile = self._showing.tile_at(touring.cell) if touring.cell is not None else None
            is_concerned = touring.cell is None or (tile is not None and tile.past is not None)
            if is_concerned and not touring.is_paused and not self._showing.board.single:
                self._room.pause_tour(self._screen_id, touring.cell)
                self._halted.add(touring.cell)

    def let_go(self) -> None:
        """Nobody looks back any more: what was halted here goes on, where nobody has let it go on before."""
        for touring in self._showing.touring():
            if touring.cell in self._halted and touring.is_paused:
                self._room.pause_tour(self._screen_id, touring.cell)
        self._halted.clear()
