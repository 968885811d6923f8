"""Puts the tiles of a board into the cells of a wall view: a page of them, or one alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wall.model.board import Board
from wall.model.tile import TileState
from wall.ui import words
from wall.ui.cast import Part
from wall.ui.room_port import CamerasPort
from wall.ui.stage import Stage, TileKey
from wall.ui.tile import Tile
from wall.ui.tile_face import Blank
from wall.ui.wall_view import WallView


class Presenter:
    """Of one screen. UI thread. `parts` are always those of the board's page, also while one of them stands alone."""

    def __init__(self, stage: Stage, view: WallView, cameras: CamerasPort) -> None:
        self._stage = stage
        self._view = view
        self._cameras = cameras

    def present(self, board: Board, parts: Sequence[Part], goes_on: Collection[TileKey]) -> None:
        """Let the wall be what the board says. What neither it needs nor `goes_on` rests before others are woken."""
        self._view.notice = self._notice(board, parts)
        self._view.set_layout(board.shown_layout)
        self._view.set_selected(board.selected_cell)
        self.rest(board, parts, goes_on)
        if board.single:
            self._present_single(board, parts)
        else:
            self._present_page(parts)

    def rest(self, board: Board, parts: Sequence[Part], goes_on: Collection[TileKey]) -> None:
        """Let all others rest."""
        self._stage.rest_all_but(needed(board, parts) | frozenset(goes_on))

    def choose_single(self, part: Part) -> None:
        """Which of the two streams of a picture alone is shown."""
        sub, main = self._stage.find(part.key), self._stage.find(part.main_key)
        if sub is None:
            return
        chosen = sub if main is None else _better(sub, main)
        if [tile for tile in self._view.tiles if tile is not None] != [chosen]:
            self._view.set_tiles([chosen])

    def want_small(self, part: Part, size: tuple[int, int]) -> Tile | None:
        """Have a part's small stream shown or about to be; None where there is no camera."""
        if part.camera is None:
            return None
        tile = self._stage.want(part.key, part.camera, part.camera.source_for_grid(), size)
        tile.annotate(None)
        tile.give_sign(part.sign)
        return tile

    def give_signs(self, parts: Sequence[Part]) -> None:
        """Only the small marks have changed."""
        for part in parts:
            for key in (part.key, part.main_key):
                if tile := self._stage.find(key):
                    tile.give_sign(part.sign)

    def _present_page(self, parts: Sequence[Part]) -> None:
        tiles = [self.want_small(part, self._view.picture_size(cell)) for cell, part in enumerate(parts)]
        self._view.set_tiles(tiles, [self._blank(part, cell) for cell, part in enumerate(parts)])

    def _present_single(self, board: Board, parts: Sequence[Part]) -> None:
        place = board.selected % board.layout.size
        part, size = parts[place], self._view.picture_size(0)
        camera = part.camera
        if camera is None or camera.sub is None:
            self._view.set_tiles([self.want_small(part, size)], [self._blank(part, place)])
            return
        # At the size that it has in the layout: a look at it alone changes nothing there.
        self.want_small(part, self._view.picture_sizes(board.layout)[place])
        self._stage.want(part.main_key, camera, camera.main, size).give_sign(part.sign)
        self.choose_single(part)

    def _notice(self, board: Board, parts: Sequence[Part]) -> str:
        if board.single or any(part.camera_id is not None for part in parts):
            return ""
        return words.empty_screen() if self._cameras.ids() else words.empty_wall()

    def _blank(self, part: Part, cell: int) -> Blank:
        is_missing = part.camera_id is not None and part.camera is None
        name = self._cameras.name_of(part.camera_id or 0) if is_missing else ""
        return Blank(str(cell + 1), words.camera_missing(name) if is_missing else "")


def needed(board: Board, parts: Sequence[Part]) -> frozenset[TileKey]:
    """The tiles that a board is shown with."""
    if board.single:
        part = parts[board.selected % board.layout.size]
        return frozenset((part.key, part.main_key))
    return frozenset(part.key for part in parts if part.camera is not None)


def _better(sub: Tile, main: Tile) -> Tile:
    """The main stream as soon as it is live; until then, and when it fails, the small one stands in and says so."""
    is_main = main.status.is_live or (main.shown_image() is not None and not sub.status.is_live)
    is_quiet = is_main or main.status.state is TileState.CONNECTING
    sub.annotate(None if is_quiet else main.status)
    return main if is_main else sub
