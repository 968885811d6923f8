"""Turns the carousels of one screen: what comes next is made ready in time, and waited for where it is late."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from wall.model.board import Board
from wall.model.tile import TileState
from wall.ui.carousels import Carousels, Next
from wall.ui.cast import Part
from wall.ui.presenter import Presenter
from wall.ui.readiness import Readiness
from wall.ui.wall_view import WallView

Cast = Callable[[Board, Mapping[int, int]], Sequence[Part]]
"""Who stands where when carousels will have turned so often, by slot."""


class CarouselTurns:
    """UI thread."""

    def __init__(
        self, view: WallView, presenter: Presenter, readiness: Readiness, carousels: Carousels, cast: Cast
    ) -> None:
        self._view = view
        self._presenter = presenter
        self._readiness = readiness
        self._carousels = carousels
        self._cast = cast

    def look(self, board: Board, stays: Collection[int]) -> bool:
        """Warm, wake and turn what it is time for; has one of them turned? `stays` are slots that stand still."""
        self._carousels.stand_still(stays)
        coming = {each.slot: each for each in self._carousels.coming(self._is_down)}
        return bool(coming) and self._make_ready(board, coming)

    def _make_ready(self, board: Board, coming: dict[int, Next]) -> bool:
        parts = self._cast(board, {slot: each.turn for slot, each in coming.items()})
        sizes, ready = self._view.picture_sizes(board.layout, board.page_framings()), set()
        for slot, each in coming.items():
            cell = slot % board.layout.size
            self._readiness.warm(parts[cell], sizes[cell])
            if each.wakes:
                self._presenter.make_ready(parts[cell], sizes[cell])
            if self._readiness.has_come([parts[cell]], self._view.tiles):
                ready.add(slot)
        return self._carousels.turn(self._is_down, ready.__contains__)

    def _is_down(self, slot: int) -> bool:
        """The slots of a page are counted on from the pages before; the view shows one page."""
        tiles = self._view.tiles
        tile = tiles[slot % len(tiles)] if tiles else None
        return tile is not None and not tile.status.is_live and tile.status.state is not TileState.CONNECTING
