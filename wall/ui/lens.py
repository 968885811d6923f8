"""Digital zoom in the hand: closer, further and along, by wheel, drag, pinch and key. Places are device pixels."""

from __future__ import annotations

from wall.model.grid import Rect
from wall.model.zoom import WHOLE, Zoom
from wall.ui.showing import Showing
from wall.ui.tile import Tile

NOTCH = 2.0**0.25
"""How much closer one notch of the wheel leads."""
_KEY_STEP = 2.0**0.5
_KEY_SHIFT = 0.15
"""How far along a key leads, of what is seen."""

Place = tuple[float, float]


class Lens:
    """Of one screen. A cell without a picture has no zoom. UI thread."""

    def __init__(self, showing: Showing) -> None:
        self._showing = showing

    # -- mouse and finger

    def turn(self, cell: int, ratio: float, at: Place) -> bool:
        """So many times closer; what is at the place stays there. False where there is nothing to look at."""
        tile = self._tile(cell)
        return tile is not None and self._look(cell, tile.frame.towards(tile.sight.zoom, ratio, at))

    def move(self, cell: int, dx: float, dy: float) -> None:
        """The picture goes along."""
        if tile := self._tile(cell):
            self._look(cell, tile.frame.moved(tile.sight.zoom, dx, dy))

    def aim(self, cell: int, overview: Rect, at: Place) -> None:
        """Look at the point that was touched in the small picture of the whole."""
        if tile := self._tile(cell):
            x, y = (at[0] - overview.x) / overview.width, (at[1] - overview.y) / overview.height
            self._look(cell, tile.frame.centred(tile.sight.zoom, x, y))

    # -- keys: the selected cell

    def step(self, steps: int) -> None:
        """Closer, or further, around the middle."""
        cell = self._showing.selected_cell
        if tile := self._tile(cell):
            area = tile.area
            self.turn(cell, _KEY_STEP**steps, (area.x + area.width / 2, area.y + area.height / 2))

    def shift(self, right: int, down: int) -> None:
        """Look further along: the picture moves the other way."""
        cell = self._showing.selected_cell
        if tile := self._tile(cell):
            self.move(cell, -right * _KEY_SHIFT * tile.area.width, -down * _KEY_SHIFT * tile.area.height)

    def show_whole(self) -> bool:
        """The whole picture again; False where it is that already."""
        cell = self._showing.selected_cell
        tile = self._tile(cell)
        return tile is not None and tile.sight.zoom != WHOLE and self._look(cell, WHOLE)

    def _tile(self, cell: int) -> Tile | None:
        tile = self._showing.tile_at(cell)
        return tile if tile is not None and tile.seen_image() is not None else None

    def _look(self, cell: int, zoom: Zoom) -> bool:
        camera_id = self._showing.parts()[cell].camera_id
        if camera_id is None:
            return False
        self._showing.sights.zoom(self._showing.slot_at(cell), camera_id, zoom)
        self._showing.see()
        return True
