"""The tiles that are being received: asks the live view for them, and gives back those nobody looks at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator

from wall.model.camera import Camera
from wall.model.events import TileChanged
from wall.model.stream import Source
from wall.model.tile import Thresholds
from wall.ui.ports import LiveViewPort
from wall.ui.tile import LastPicture, Tile

_REMEMBERED = 64


class Stage:
    """Tiles by number. UI thread only.

    The last picture of a tile given back is remembered (the newest 64 of them), so that coming back begins
    with an old picture that says its age instead of a black hole.
    """

    def __init__(self, live: LiveViewPort, monotonic: Callable[[], float], limits: Thresholds) -> None:
        self._live = live
        self._monotonic = monotonic
        self._limits = limits
        self._tiles: dict[int, Tile] = {}
        self._remembered: OrderedDict[int, LastPicture] = OrderedDict()

    def __iter__(self) -> Iterator[Tile]:
        return iter(self._tiles.values())

    def find(self, number: int) -> Tile | None:
        """The tile with this number, if it is being received."""
        return self._tiles.get(number)

    def want(self, number: int, camera: Camera, source: Source, size: tuple[int, int]) -> Tile:
        """Have a tile received at a size in device pixels; a tile that is there goes on without a break."""
        tile = self._tiles.get(number)
        if tile is None:
            tile = self._tiles[number] = self._begin(number, camera, source, size)
        elif tile.size != size:
            self._live.resize(number, *size)
            tile.size = size
        return tile

    def keep_only(self, numbers: Collection[int]) -> None:
        """Give back all other tiles."""
        for number in [number for number in self._tiles if number not in numbers]:
            self._give_back(number)

    def take_note(self, event: TileChanged) -> Tile | None:
        """Tell the tile what it now is. None for a tile that was given back in the meantime."""
        tile = self._tiles.get(event.tile)
        if tile is not None:
            tile.tell(event.status, event.since_s)
        return tile

    def retry(self, number: int) -> None:
        """Try a failed tile again because the operator says so."""
        if number in self._tiles:
            self._live.retry(number)

    def _begin(self, number: int, camera: Camera, source: Source, size: tuple[int, int]) -> Tile:
        feed = self._live.show(number, source, *size)
        tile = Tile(number, camera, feed, self._limits, self._monotonic())
        tile.size = size
        if kept := self._remembered.pop(number, None):
            tile.remember(kept)
        return tile

    def _give_back(self, number: int) -> None:
        if kept := self._tiles.pop(number).let_go():
            self._remembered[number] = kept
            self._remembered.move_to_end(number)
        self._live.hide(number)
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
