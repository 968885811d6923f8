"""A base map made of tiles, as a layer: it asks for what is seen, and paints what there is until that comes."""

from __future__ import annotations

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from wall.model.geo.mercator import to_world
from wall.model.inventory import Position
from wall.model.map_kinds import BaseMap, Tile
from wall.ui.homeward import Homeward
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import FadedLayer
from wall.ui.map.sheet import Sheet

TILES_KEPT = 384
"""Decoded: 96 MB of usual ones. On a screen that shows more of them at once, twice what it shows."""

_A_PORTION = 4
_PARENTS = 6
"""So many zooms up a tile is looked for that may stand in."""

_DECODE_MS, _RENEW_MS = 4, 80
"""Between the decoding of one tile and the next; and from the first new one until they are painted."""

AsksTiles = Callable[[int, Tile], "Future[bytes | None]"]
"""Such as `wall.services.maps.Maps.tile`."""


class BaseLayer(FadedLayer):
    """UI thread. `ask` is answered later, on any thread. Where there is no tile, nothing is painted."""

    def __init__(
        self, base: BaseMap, ask: AsksTiles, parent: QObject, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.base = base
        self._ask = ask
        self._own = QObject(parent)
        self._homeward = Homeward(self._own)
        self._kept: OrderedDict[Tile, QImage | None] = OrderedDict()
        """The one used last at the end. None: there is none."""
        self._room = TILES_KEPT
        self._waiting: dict[Tile, Future[bytes | None]] = {}
        self._undecoded: deque[tuple[Tile, bytes]] = deque()
        left, top = to_world(Position(base.bounds.north, base.bounds.west))
        right, bottom = to_world(Position(base.bounds.south, base.bounds.east))
        self._bounds = left, top, right, bottom
        # A small picture of the whole, which a sheet paints where it does not reach, is what parents are here.
        nothing = left, top, left, top
        self._sheet = Sheet(self._portions, nothing, None, lambda: self.changed(), monotonic=monotonic)
        self._decoding = QTimer(self._own, interval=_DECODE_MS)
        self._decoding.timeout.connect(self._decode_one)
        self._renewing = QTimer(self._own, singleShot=True, interval=_RENEW_MS)
        self._renewing.timeout.connect(self._sheet.renew)

    @property
    def is_whole(self) -> bool:
        """Is nothing on its way any more?"""
        timers = self._decoding, self._renewing
        return self._sheet.is_whole and not self._waiting and not any(timer.isActive() for timer in timers)

    def renew_tile(self, tile: Tile) -> None:
        """This one looks different now: it is asked for again, and stays until the new one is there."""
        if tile in self._kept and tile not in self._waiting:
            self._want(tile)

    def ask_again(self) -> None:
        """What was not there may be there now."""
        for tile in [tile for tile, image in self._kept.items() if image is None]:
            del self._kept[tile]
        self._sheet.renew()

    def close(self) -> None:
        """It is on no map any more."""
        self._sheet.stop()
        self._decoding.stop()
        self._renewing.stop()
        for future in self._waiting.values():
            future.cancel()
        self._waiting.clear()
        self._undecoded.clear()
        self._own.deleteLater()

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setOpacity(self._opacity)
        if isinstance(painter.device(), QWidget):
            self._sheet.paint(painter, frame)
            return
        for _portion in self._portions(painter, frame, False):
            pass

    # -- painting

    def _portions(self, painter: QPainter, frame: MapFrame, is_small: bool) -> Iterator[None]:
        if is_small:
            return
        tiles = self._seen(frame)
        self._want_only(tiles)
        for place, tile in enumerate(tiles):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint_tile(painter, frame, tile)
            if place % _A_PORTION == _A_PORTION - 1:
                yield

    def _paint_tile(self, painter: QPainter, frame: MapFrame, tile: Tile) -> None:
        """The tile, or that part of an older relative which lies there."""
        for up in range(_PARENTS + 1):
            parent = Tile(tile.zoom - up, tile.x >> up, tile.y >> up)
            image = self._kept.get(parent)
            if image is not None:
                self._kept.move_to_end(parent)
                size = image.width() / 2**up
                part = QRectF((tile.x - (parent.x << up)) * size, (tile.y - (parent.y << up)) * size, size, size)
                painter.drawImage(_rect_of(tile, frame), image, part)
                return

    def _seen(self, frame: MapFrame) -> list[Tile]:
        """The tiles of a frame, those in the middle last."""
        zoom = round(frame.zoom + math.log2(max(1.0, frame.ratio)))
        zoom = max(self.base.min_zoom, min(self.base.max_zoom, zoom))
        side = 1 << zoom
        left, top, right, bottom = self._bounds
        columns = range(_first(max(frame.left, left), side), _last(min(frame.right, right), side) + 1)
        rows = range(_first(max(frame.top, top), side), _last(min(frame.bottom, bottom), side) + 1)
        x, y = frame.centre
        tiles = [Tile(zoom, column, row) for column in columns for row in rows]
        return sorted(tiles, key=lambda tile: -math.hypot(tile.x + 0.5 - x * side, tile.y + 0.5 - y * side))

    # -- asking

    def _want_only(self, tiles: list[Tile]) -> None:
        """The newest question is answered first: that is the one in the middle."""
        wanted = set(tiles)
        self._room = max(TILES_KEPT, 2 * len(tiles))
        for tile in [tile for tile in self._waiting if tile not in wanted]:
            self._waiting.pop(tile).cancel()
        for tile in tiles:
            if tile not in self._kept and tile not in self._waiting:
                self._want(tile)

    def _want(self, tile: Tile) -> None:
        future = self._waiting[tile] = self._ask(self.base.map_id, tile)
        self._homeward.follow(future, lambda data: self._take(tile, data), lambda _why: self._take(tile, None))

    def _take(self, tile: Tile, data: bytes | None) -> None:
        self._waiting.pop(tile, None)
        if data is None:
            self._keep(tile, self._kept.get(tile))
            return
        self._undecoded.append((tile, data))
        self._decoding.start()

    def _decode_one(self) -> None:
        """The one that came last: it is the likeliest to be seen."""
        if not self._undecoded:
            self._decoding.stop()
            return
        tile, data = self._undecoded.pop()
        image = QImage.fromData(data)
        self._keep(tile, None if image.isNull() else image.convertToFormat(_FORMAT))
        if not self._renewing.isActive():
            self._renewing.start()

    def _keep(self, tile: Tile, image: QImage | None) -> None:
        self._kept[tile] = image
        self._kept.move_to_end(tile)
        while len(self._kept) > self._room:
            self._kept.popitem(last=False)


_FORMAT = QImage.Format.Format_ARGB32_Premultiplied


def _first(world: float, side: int) -> int:
    return max(0, min(side - 1, math.floor(world * side)))


def _last(world: float, side: int) -> int:
    return max(-1, min(side - 1, math.ceil(world * side) - 1))


def _rect_of(tile: Tile, frame: MapFrame) -> QRectF:
    """On whole pixels of the device, so that neighbours meet."""
    side = 1 << tile.zoom
    left, top = frame.pixel(tile.x / side, tile.y / side)
    right, bottom = frame.pixel((tile.x + 1) / side, (tile.y + 1) / side)
    left, top, right, bottom = (round(each * frame.ratio) / frame.ratio for each in (left, top, right, bottom))
    return QRectF(left, top, right - left, bottom - top)
