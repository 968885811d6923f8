"""The tiles that are being received: asks the live view for them, lets those rest that nobody looks at, and gives them
back when nobody has come back for a while.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from wall.model.camera import Camera
from wall.model.events import KeptChanged, TileChanged
from wall.model.hardware import Hardware
from wall.model.other_stream import OtherStream
from wall.model.picture import PictureBox, PictureFeed
from wall.model.stream import Source
from wall.model.tile import Thresholds
from wall.ui.past import Past, Reel
from wall.ui.ports import LiveViewPort
from wall.ui.tile import LastPicture, Tile
from wall.ui.tile_facts import StreamFact
from wall.ui.tile_numbers import TileNumbers

MOST_RESTING = 72
"""Two walls of 36: there and back again is instant."""

_GIVEN_BACK_AT_ONCE = 12
REST_S = 60.0
"""For how long a tile rests before it is given back."""

_REMEMBERED = 64


class TileKey(NamedTuple):
    """What makes a tile the same one: wherever its camera is moved to, it is never received anew."""

    camera_id: int
    stream: int = 0
    """Its place among the camera's streams."""
    copy: int = 0
    """The same camera may stand on a screen several times."""


class Stage:
    """Tiles by key. UI thread only.

    The last picture of a tile given back is remembered (the newest 64 of them), so that coming back begins with an old
    picture that says its age instead of a black hole.
    """

    def __init__(
        self, live: LiveViewPort, numbers: TileNumbers, monotonic: Callable[[], float], limits: Thresholds
    ) -> None:
        self._live = live
        self._numbers = numbers
        self._monotonic = monotonic
        self._limits = limits
        self._tiles: dict[TileKey, Tile] = {}
        self._by_number: dict[int, Tile] = {}
        self._resting: OrderedDict[TileKey, float] = OrderedDict()
        self._remembered: OrderedDict[TileKey, LastPicture] = OrderedDict()

    def __iter__(self) -> Iterator[Tile]:
        return iter(self._tiles.values())

    def find(self, key: TileKey) -> Tile | None:
        """The tile of this key, if it is being received."""
        return self._tiles.get(key)

    def want(self, key: TileKey, camera: Camera, source: Source, size: PictureBox) -> Tile:
        """Have a tile received and decoded at a size in device pixels; one that is there goes on without a break."""
        tile = self._same(key, camera, source)
        if tile is None:
            return self._begin(key, camera, source, size, self._live.show)
        if self._resting.pop(key, None) is not None:
            tile.wake(self._monotonic())
            self._live.wake(tile.number, *size)
        elif tile.size != size:
            self._live.resize(tile.number, *size)
        tile.size = size
        return tile

    def warm(self, key: TileKey, camera: Camera, source: Source, size: PictureBox) -> Tile:
        """Have it received, so that it can be shown in a moment. What is being shown stays as it is."""
        tile = self._same(key, camera, source)
        if tile is None:
            tile = self._begin(key, camera, source, size, self._live.warm)
            self._resting[key] = self._monotonic()
        elif key in self._resting:
            self._resting[key] = self._monotonic()
            self._resting.move_to_end(key)
        return tile

    def rest_all_but(self, keys: Collection[TileKey]) -> None:
        """All others are received on, and not decoded."""
        now_s = self._monotonic()
        for key in [key for key in self._tiles if key not in keys and key not in self._resting]:
            self._tiles[key].drop_past()
            self._tiles[key].take()
            self.offer(self._tiles[key], None)
            self._live.rest(self._tiles[key].number)
            self._resting[key] = now_s

    def look_back(self, tile: Tile, reel: Reel) -> None:
        """Let a tile show what was kept of it, as the playhead of this reel says; one that rests, too."""
        if tile.past is not None and not tile.past.is_wanted:
            tile.drop_past()
        if tile.past is not None:
            tile.past.reel = reel
            self.steer(tile)
            return
        for key in [key for key in self._resting if self._tiles[key] is tile]:
            del self._resting[key]
        feed = self._live.replay(tile.number, reel.head, *tile.size)
        tile.look_back(Past(feed, reel, tile.feed))

    def steer(self, tile: Tile) -> None:
        """The playhead of its reel is another one."""
        if tile.past is not None:
            self._live.steer(tile.number, tile.past.reel.head)

    def come_back(self, tile: Tile) -> None:
        """Let a tile that looks back show again what comes."""
        if tile.past is not None and tile.past.is_wanted:
            tile.come_back(self._monotonic())
            self._live.wake(tile.number, *tile.size)

    def note_kept(self, event: KeptChanged) -> None:
        """Tell a tile that looks back what is kept of it."""
        tile = self._by_number.get(event.tile)
        if tile is not None and tile.past is not None:
            tile.past.spans = event.spans

    def is_resting(self, key: TileKey) -> bool:
        """Is it received, and not decoded?"""
        return key in self._resting

    def give_back_rested(self, rest_s: float = REST_S, but: Collection[TileKey] = ()) -> None:
        """Give back what has rested for long enough, and the oldest where there are too many, `but` for these: a few at
        a time.

        Called now and then, and never in the moment in which others are called up.
        """
        until_s = self._monotonic() - rest_s
        oldest = islice((each for each in self._resting.items() if each[0] not in but), _GIVEN_BACK_AT_ONCE)
        for key, since_s in list(oldest):
            if since_s >= until_s and len(self._resting) <= MOST_RESTING:
                break
            self._give_back(key)

    def give_back_resting(self) -> None:
        """Give back all that rests, before its time."""
        for key in list(self._resting):
            self._give_back(key)

    def give_back_all(self) -> None:
        """Nothing is received any more."""
        for key in list(self._tiles):
            self._give_back(key)

    def forget(self) -> None:
        """Remember no picture: the next tile of a key is another camera's."""
        self._remembered.clear()

    def take_note(self, event: TileChanged | StreamFact) -> Tile | None:
        """Tell a tile what it now is. None where it was given back in the meantime, or is another stage's."""
        tile = self._by_number.get(event.tile)
        if tile is not None and isinstance(event, TileChanged):
            tile.tell(event.status, event.since_s)
        elif tile is not None and not isinstance(event, TileChanged):
            tile.learn(event)
        return tile

    def note_hardware(self, hardware: Hardware) -> None:
        """What this machine decodes with, is told with the figures of each stream."""
        for tile in self:
            tile.facts = replace(tile.facts, hardware=hardware)

    def weigh(self, tile: Tile, importance: int) -> None:
        """How late it is to be decoded with less when the machine has too much to do."""
        if importance != tile.importance:
            tile.importance = importance
            self._live.weigh(tile.number, importance)

    def offer(self, tile: Tile, other: OtherStream | None) -> None:
        """Which other stream of its camera its cell can do with, when the machine has too much to do or room again."""
        if other != tile.other:
            tile.other = other
            self._live.offer(tile.number, other)

    def key_of(self, number: int) -> TileKey | None:
        """Of the tile with this number; None where it was given back, or is another stage's."""
        return next((key for key, tile in self._tiles.items() if tile.number == number), None)

    def retry(self, key: TileKey) -> None:
        """Try a failed tile again because the operator says so."""
        if key in self._tiles:
            self._live.retry(self._tiles[key].number)

    def _same(self, key: TileKey, camera: Camera, source: Source) -> Tile | None:
        """The tile that is there; one whose address has changed is given back."""
        tile = self._tiles.get(key)
        if tile is not None and tile.source != source:
            self._give_back(key)
            return None
        if tile is not None:
            tile.rename(camera)
        return tile

    def _begin(
        self, key: TileKey, camera: Camera, source: Source, size: PictureBox, ask: Callable[..., PictureFeed]
    ) -> Tile:
        number = self._numbers.next(camera.camera_id)
        tile = Tile(number, camera, ask(number, source, *size), self._limits, self._monotonic())
        tile.source, tile.size = source, size
        tile.facts = replace(tile.facts, hardware=self._live.hardware())
        if kept := self._recollection(key):
            tile.remember(kept)
        self._tiles[key] = self._by_number[number] = tile
        return tile

    def _recollection(self, key: TileKey) -> LastPicture | None:
        """The last picture that is remembered of a tile, else of another stream of its camera."""
        kept = self._remembered.pop(key, None)
        if kept is not None:
            return kept
        others = (each for each in reversed(self._remembered) if each.camera_id == key.camera_id)
        return self._remembered[other] if (other := next(others, None)) is not None else None

    def _give_back(self, key: TileKey) -> None:
        tile = self._tiles.pop(key)
        del self._by_number[tile.number]
        self._numbers.give_back(tile.number)
        self._resting.pop(key, None)
        if kept := tile.let_go():
            self._remembered[key] = kept
            self._remembered.move_to_end(key)
        self._live.hide(tile.number)
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
