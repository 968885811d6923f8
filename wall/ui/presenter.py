"""Puts the tiles of a board into the cells of a wall view: a page of them, or one alone.

A picture that stands alone, or that is looked at closely, is shown from its camera's main stream; the small one goes on
behind it and stands in for it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from wall.model.board import Board
from wall.model.framing import frame_area
from wall.model.grid import Rect
from wall.model.picture import PictureBox
from wall.model.tile import TileState
from wall.model.zoom import WHOLE, wanted_box
from wall.ui import words
from wall.ui.cast import Part
from wall.ui.room_port import CamerasPort
from wall.ui.sight import Sight
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

    def present(
        self, board: Board, parts: Sequence[Part], sights: Sequence[Sight], goes_on: Collection[TileKey]
    ) -> None:
        """Let the wall be what the board says. What neither it needs nor `goes_on` rests before others are woken."""
        self._view.notice = self._notice(board, parts)
        self._view.set_layout(board.shown_layout)
        self._view.set_selected(board.selected_cell)
        self.rest(board, parts, sights, goes_on)
        cells = self._view.cells_of(board.layout)
        for place in _shown(board):
            shown_cell = self._view.cells[0] if board.single else cells[place]
            self._want(parts[place], sights[place], cells[place], shown_cell, alone=board.single)
        self.see(parts, sights)
        self._view.set_tiles(*self._standing(board, parts, sights))

    def rest(self, board: Board, parts: Sequence[Part], sights: Sequence[Sight], goes_on: Collection[TileKey]) -> None:
        """Let all others rest."""
        self._stage.rest_all_but(needed(board, parts, sights) | frozenset(goes_on))

    def see(self, parts: Sequence[Part], sights: Sequence[Sight]) -> None:
        """Have the pictures looked at like this, with what there is of them."""
        for part, sight in zip(parts, sights, strict=True):
            for tile in filter(None, map(self._stage.find, (part.key, part.main_key))):
                if tile.sight.framing is not sight.framing:
                    self._view.update()  # What it leaves free must be cleared.
                tile.see(sight)

    def choose(self, board: Board, parts: Sequence[Part], sights: Sequence[Sight]) -> None:
        """Which of a camera's two streams is shown, where it may be either."""
        tiles, blanks = self._standing(board, parts, sights)
        if tiles != list(self._view.tiles):
            self._view.set_tiles(tiles, blanks)

    def want_small(self, part: Part, size: PictureBox) -> Tile | None:
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

    def _want(self, part: Part, sight: Sight, cell: Rect, shown_cell: Rect, *, alone: bool) -> None:
        """Have received what is shown of a part. `cell` is the one that it has in the layout."""
        camera = part.camera
        if camera is None or camera.sub is None or not _takes_main(sight, alone):
            self.want_small(part, self._box(part.key, shown_cell, sight))
            return
        # At the size that it has in the layout: a look at it alone, or closely, changes nothing there.
        self.want_small(part, self._box(part.key, cell, replace(sight, zoom=WHOLE)))
        box = self._box(part.main_key, shown_cell, sight)
        self._stage.want(part.main_key, camera, camera.main, box).give_sign(part.sign)

    def _box(self, key: TileKey, cell: Rect, sight: Sight) -> PictureBox:
        """How many pixels of a stream are needed in a cell."""
        tile = self._stage.find(key)
        stream = tile.facts.size if tile is not None else None
        return wanted_box(frame_area(cell, sight.framing), sight.framing, sight.zoom.factor, stream)

    def _standing(
        self, board: Board, parts: Sequence[Part], sights: Sequence[Sight]
    ) -> tuple[list[Tile | None], list[Blank]]:
        """What stands in each cell that is shown, and what is said where nothing does."""
        places = _shown(board)
        tiles = [self._chosen(parts[place], takes_main=_takes_main(sights[place], board.single)) for place in places]
        return tiles, [self._blank(parts[place], place) for place in places]

    def _chosen(self, part: Part, *, takes_main: bool) -> Tile | None:
        if part.camera is None:
            return None
        sub = self._stage.find(part.key)
        main = self._stage.find(part.main_key) if takes_main and part.camera.sub is not None else None
        return sub if sub is None or main is None else _better(sub, main)

    def _notice(self, board: Board, parts: Sequence[Part]) -> str:
        if board.single or any(part.camera_id is not None for part in parts):
            return ""
        return words.empty_screen() if self._cameras.ids() else words.empty_wall()

    def _blank(self, part: Part, cell: int) -> Blank:
        is_missing = part.camera_id is not None and part.camera is None
        name = self._cameras.name_of(part.camera_id or 0) if is_missing else ""
        return Blank(str(cell + 1), words.camera_missing(name) if is_missing else "")


def needed(board: Board, parts: Sequence[Part], sights: Sequence[Sight]) -> frozenset[TileKey]:
    """The tiles that a board is shown with."""
    shown = [(parts[place], sights[place]) for place in _shown(board) if parts[place].camera is not None]
    main = (part.main_key for part, sight in shown if _takes_main(sight, board.single))
    return frozenset((*(part.key for part, _ in shown), *main))


def _shown(board: Board) -> Sequence[int]:
    """The cells of the page that are shown: all of them, or one alone."""
    return (board.selected % board.layout.size,) if board.single else range(board.layout.size)


def _takes_main(sight: Sight, alone: bool) -> bool:
    return alone or sight.zoom.is_close


def _better(sub: Tile, main: Tile) -> Tile:
    """The main stream as soon as it is live; until then, and when it fails, the small one stands in and says so."""
    is_main = main.status.is_live or (main.shown_image() is not None and not sub.status.is_live)
    is_quiet = is_main or main.status.state is TileState.CONNECTING
    sub.annotate(None if is_quiet else main.status)
    return main if is_main else sub
