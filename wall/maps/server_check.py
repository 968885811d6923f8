"""Says whether an address is that of a tile server, before it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from wall.maps.found import Found
from wall.maps.template import Template
from wall.maps.tile_server import TileServer, check_answer
from wall.model.errors import MapError
from wall.model.geo.mercator import to_world
from wall.model.inventory import Position
from wall.model.map_kinds import MapFault, MapKind, Tile

USUAL_DEPTH = 19
_LOOKED_AT = (12, 15, 9, 17, 6)
"""Zoom levels at which a server of one city may have something, where it has nothing of the world."""


async def examine_server(
    server: TileServer, template: Template, near: Position | None = None, max_zoom: int = USUAL_DEPTH
) -> Found:
    """What a server is that nobody else asks, and an end to it. MapError where it gives nothing that is a tile.

    `near`: where the city is, for a server that has nothing else. A few tiles are asked for, at most one is taken.
    """
    try:
        for tile in _some_tiles(near, max_zoom):
            reply = await server.ask(tile)
            if reply.data is not None:
                check_answer(reply.data, template.host)
                return Found(MapKind.TILE_SERVER, template.host, template.attribution, 0, max_zoom)
    finally:
        await server.close()
    raise MapError(MapFault.WRONG_ANSWER, template.host, "it has none of the tiles that were asked for")


def _some_tiles(near: Position | None, max_zoom: int) -> Iterator[Tile]:
    yield Tile(0, 0, 0)
    if near is None:
        return
    x, y = to_world(near)
    for zoom in _LOOKED_AT:
        if zoom <= max_zoom:
            side = 1 << zoom
            yield Tile(zoom, min(int(x * side), side - 1), min(int(y * side), side - 1))
