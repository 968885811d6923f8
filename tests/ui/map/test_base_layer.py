"""Tiles that are asked for and come later, on other threads: what is painted is what came, each in its place."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.map.cities import MIDDLE
from tests.ui.map.conftest import MakeCanvas
from wall.model.geo.mercator import to_world
from wall.model.map_kinds import BaseMap, Bounds, MapKind, Tile
from wall.ui.map import base_layer
from wall.ui.map.base_layer import BaseLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.theme import DARK

PATIENCE_MS = 15_000
CITY = Bounds(105.9, 21.0, 106.3, 21.4)
BASE = BaseMap(3, "Bản đồ thử", MapKind.MBTILES, "© Thử nghiệm", 10, 16, CITY)


def colour_of(tile: Tile) -> QColor:
    """Another one for each neighbour, and for each zoom."""
    return QColor(40 + tile.x % 4 * 50, 40 + tile.y % 4 * 50, tile.zoom * 12)


def png(colour: QColor) -> bytes:
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(colour)
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())


class Tiles:
    """Answers on a thread of its own. `gate` holds answers back; `deepest` is the last zoom that has tiles."""

    def __init__(self) -> None:
        self.thread = ThreadPoolExecutor(1)
        self.gate = Event()
        self.gate.set()
        self.asked: list[Tile] = []
        self.deepest = 99
        self.broken = False
        self.colours: dict[Tile, QColor] = {}

    def tile(self, map_id: int, tile: Tile) -> Future[bytes | None]:
        assert map_id == BASE.map_id
        self.asked.append(tile)
        return self.thread.submit(self._answer, tile)

    def _answer(self, tile: Tile) -> bytes | None:
        self.gate.wait(PATIENCE_MS / 1000)
        if tile.zoom > self.deepest:
            return None
        return b"no picture" if self.broken else png(self.colours.get(tile, colour_of(tile)))


@pytest.fixture
def tiles() -> Iterator[Tiles]:
    made = Tiles()
    yield made
    made.gate.set()
    made.thread.shutdown(cancel_futures=True)


@pytest.fixture
def canvas(make_canvas: MakeCanvas) -> MapCanvas:
    made = make_canvas()
    made.centre_on(to_world(MIDDLE), 14, at_once=True)
    return made


@pytest.fixture
def layer(canvas: MapCanvas, tiles: Tiles) -> Iterator[BaseLayer]:
    made = BaseLayer(BASE, tiles.tile, canvas)
    canvas.add_layer(made)
    yield made
    made.close()


def settle(qtbot: QtBot, canvas: MapCanvas, layer: BaseLayer) -> QImage:
    """The map once nothing comes any more."""
    canvas.grab()  # So that it is asked for.
    qtbot.wait(50)
    qtbot.waitUntil(lambda: layer.is_whole, timeout=PATIENCE_MS)
    return QImage(canvas.grab().toImage())


def is_like(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= 2 for a, b in pairs)


def tile_at(canvas: MapCanvas, px: float, py: float, zoom: int) -> Tile:
    x, y = canvas.frame.world(px, py)
    return Tile(zoom, int(x * 2**zoom), int(y * 2**zoom))


@pytest.mark.parametrize("zoom", [14.0, 14.3, 13.7])
def test_each_tile_is_in_its_place(
    canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot, zoom: float
) -> None:
    canvas.centre_on(to_world(MIDDLE), zoom, at_once=True)
    image = settle(qtbot, canvas, layer)
    for px in range(20, 800, 76):
        for py in range(20, 600, 76):
            near = {tile_at(canvas, px + right, py + down, 14) for right in (-2, 2) for down in (-2, 2)}
            if len(near) == 1:  # Not where two of them meet.
                assert is_like(image.pixelColor(px, py), colour_of(near.pop()))


def test_its_parent_stands_in_until_it_comes(canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot) -> None:
    settle(qtbot, canvas, layer)
    tiles.gate.clear()
    canvas.centre_on(to_world(MIDDLE), 15, at_once=True)
    spot = tile_at(canvas, 400, 300, 14)

    def stands_in() -> bool:
        return is_like(canvas.grab().toImage().pixelColor(402, 302), colour_of(spot))

    qtbot.waitUntil(stands_in, timeout=PATIENCE_MS)
    tiles.gate.set()
    image = settle(qtbot, canvas, layer)
    assert is_like(image.pixelColor(402, 302), colour_of(tile_at(canvas, 402, 302, 15)))


def test_where_there_is_none_deeper_the_parent_stays(
    canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot
) -> None:
    tiles.deepest = 14
    settle(qtbot, canvas, layer)
    canvas.centre_on(to_world(MIDDLE), 16, at_once=True)
    image = settle(qtbot, canvas, layer)
    assert is_like(image.pixelColor(402, 302), colour_of(tile_at(canvas, 402, 302, 14)))


def test_beyond_the_deepest_zoom_its_tiles_are_made_larger(
    canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot
) -> None:
    canvas.centre_on(to_world(MIDDLE), 18, at_once=True)
    image = settle(qtbot, canvas, layer)
    assert {tile.zoom for tile in tiles.asked} <= {14, 16}
    assert is_like(image.pixelColor(402, 302), colour_of(tile_at(canvas, 402, 302, 16)))


def test_beyond_its_bounds_nothing_is_asked_or_painted(
    canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot
) -> None:
    canvas.centre_on((0.2, 0.2), 14, at_once=True)
    tiles.asked.clear()
    image = settle(qtbot, canvas, layer)
    assert tiles.asked == []
    assert image.pixelColor(400, 300) == DARK.ground


def test_what_is_no_picture_is_nothing(canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot) -> None:
    tiles.broken = True
    assert settle(qtbot, canvas, layer).pixelColor(400, 300) == DARK.ground


def test_what_was_missing_is_asked_again_once_it_may_be_there(
    canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot
) -> None:
    tiles.deepest = 0
    settle(qtbot, canvas, layer)
    tiles.deepest = 99
    layer.ask_again()
    image = settle(qtbot, canvas, layer)
    assert is_like(image.pixelColor(402, 302), colour_of(tile_at(canvas, 402, 302, 14)))


def test_a_renewed_tile_takes_the_place_of_the_old_one(
    canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot
) -> None:
    settle(qtbot, canvas, layer)
    tile = tile_at(canvas, 402, 302, 14)
    tiles.colours[tile] = QColor("white")
    layer.renew_tile(tile)
    image = settle(qtbot, canvas, layer)
    assert is_like(image.pixelColor(402, 302), QColor("white"))


def test_what_is_no_longer_seen_is_not_waited_for(
    canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot
) -> None:
    tiles.gate.clear()
    canvas.grab()
    qtbot.waitUntil(lambda: len(tiles.asked) >= 12, timeout=PATIENCE_MS)
    before = tiles.asked.copy()
    canvas.centre_on(to_world(MIDDLE), 11, at_once=True)
    qtbot.waitUntil(lambda: len(tiles.asked) > len(before), timeout=PATIENCE_MS)
    tiles.gate.set()
    image = settle(qtbot, canvas, layer)
    assert is_like(image.pixelColor(402, 302), colour_of(tile_at(canvas, 402, 302, 11)))


def test_no_more_tiles_are_kept_than_there_is_room_for(
    canvas: MapCanvas, layer: BaseLayer, tiles: Tiles, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base_layer, "TILES_KEPT", 30)
    for zoom in (14, 15, 13):
        canvas.centre_on(to_world(MIDDLE), zoom, at_once=True)
        settle(qtbot, canvas, layer)
    assert len(layer._kept) <= 2 * len(layer._seen(canvas.frame)) + 60
