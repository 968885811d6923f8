"""Puts the tiles of a board into the cells of a wall view: a page of them, or one alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wall.model.board import Board
from wall.model.picture import PictureBox
from wall.ui import words
from wall.ui.cast import Part
from wall.ui.room_port import CamerasPort
from wall.ui.sight import Sight
from wall.ui.stage import Stage, TileKey
from wall.ui.stream_switch import StreamSwitch, Wish
from wall.ui.tile import Tile
from wall.ui.tile_face import Blank
from wall.ui.wall_view import WallView

_IN_HAND, _LOOKED_AT = 1000, 500
"""More important than any camera by itself: what the hand is on, and what somebody looks at closely."""


class Presenter:
    """Of one screen. UI thread. `parts` are always those of the board's page, also while one of them stands alone."""

    def __init__(self, stage: Stage, view: WallView, cameras: CamerasPort, switch: StreamSwitch) -> None:
        self._stage = stage
        self._view = view
        self._cameras = cameras
        self._switch = switch

    def plan(self, board: Board, parts: Sequence[Part], sights: Sequence[Sight]) -> frozenset[TileKey]:
        """Settle which tiles the board is shown with; gives them."""
        cells = self._view.cells_of(board.layout)
        shown = self._view.cells_of(board.shown_layout)
        wishes = []
        for cell in _shown(board):
            closely = board.single or sights[cell].zoom.is_close
            full = shown[0 if board.single else cell] if closely else None
            wishes.append(Wish(parts[cell], cells[cell], sights[cell], full))
        return self._switch.plan(wishes)

    def present(
        self, board: Board, parts: Sequence[Part], sights: Sequence[Sight], goes_on: Collection[TileKey]
    ) -> None:
        """Let the wall be what was planned. What neither it needs nor `goes_on` rests before others are woken."""
        self._view.notice = self._notice(board, parts)
        self._view.set_layout(board.shown_layout)
        self._view.set_selected(board.selected_cell)
        self.rest(goes_on)
        self._switch.want()
        self.see(parts, sights)
        self._view.set_tiles(*self._standing(board, parts))
        self.weigh(board, parts)

    def weigh(self, board: Board, parts: Sequence[Part]) -> None:
        """What the hand is on, and what stands alone, is decoded in full the longest; then what somebody looks at
        closely, then the more important.
        """
        for cell, tile in enumerate(self._view.tiles):
            if tile is not None:
                in_hand = _IN_HAND if cell == board.selected_cell else 0
                looked_at = _LOOKED_AT if tile.sight.zoom.is_close else 0
                self._stage.weigh(tile, tile.camera.priority + max(in_hand, looked_at))
        self._switch.offer(parts[board.selected % board.layout.size])

    def rest(self, goes_on: Collection[TileKey]) -> None:
        """Let all others rest."""
        self._stage.rest_all_but(self._switch.keys | frozenset(goes_on))

    def see(self, parts: Sequence[Part], sights: Sequence[Sight]) -> None:
        """Have the pictures looked at like this, with what there is of them."""
        for part, sight in zip(parts, sights, strict=True):
            for tile in filter(None, map(self._stage.find, part.keys)):
                if tile.sight.framing is not sight.framing:
                    self._view.update()  # What it leaves free must be cleared.
                tile.see(sight)

    def settle(self, board: Board, parts: Sequence[Part], goes_on: Collection[TileKey]) -> None:
        """Something became known of a tile: show what is better now, and let rest what stood in for it."""
        if not self._switch.settle():
            return
        tiles, blanks = self._standing(board, parts)
        if tiles != list(self._view.tiles):
            self._view.set_tiles(tiles, blanks)
            self.weigh(board, parts)
        self.rest(goes_on)

    def make_ready(self, part: Part, box: PictureBox) -> None:
        """Have a camera decoded that is about to be shown."""
        if part.camera is not None:
            key = self._switch.choice(part, box)
            self._stage.want(key, part.camera, part.camera.streams[key.stream].source, box).give_sign(part.sign)

    def give_signs(self, parts: Sequence[Part]) -> None:
        """Only the small marks have changed."""
        for part in parts:
            for key in part.keys:
                if tile := self._stage.find(key):
                    tile.give_sign(part.sign)

    def _standing(self, board: Board, parts: Sequence[Part]) -> tuple[list[Tile | None], list[Blank]]:
        """What stands in each cell that is shown, and what is said where nothing does."""
        cells = _shown(board)
        tiles = [self._switch.tile_of(parts[cell]) for cell in cells]
        return tiles, [self._blank(parts[cell], cell) for cell in cells]

    def _notice(self, board: Board, parts: Sequence[Part]) -> str:
        if board.single or any(part.camera_id is not None for part in parts):
            return ""
        return words.empty_screen() if self._cameras.ids() else words.empty_wall()

    def _blank(self, part: Part, cell: int) -> Blank:
        is_missing = part.camera_id is not None and part.camera is None
        name = self._cameras.name_of(part.camera_id or 0) if is_missing else ""
        return Blank(str(cell + 1), words.camera_missing(name) if is_missing else "")


def _shown(board: Board) -> Sequence[int]:
    """The cells of the page that are shown: all of them, or one alone."""
    return (board.selected % board.layout.size,) if board.single else range(board.layout.size)
