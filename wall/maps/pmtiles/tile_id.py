"""The number of a tile in PMTiles (specification, section 4): zoom by zoom, in each along a Hilbert curve."""

from __future__ import annotations

from wall.model.map_kinds import Tile


def tile_id(tile: Tile) -> int:
    """For a tile that is possible."""
    x, y = tile.x, tile.y
    number = ((1 << (tile.zoom * 2)) - 1) // 3
    for bit in range(tile.zoom - 1, -1, -1):
        side = 1 << bit
        right, lower = x & side, y & side
        number += ((3 if right else 0) ^ (1 if lower else 0)) << (bit * 2)
        x, y = _turned(side, x & (side - 1), y & (side - 1), bool(right), bool(lower))
    return number


def _turned(side: int, x: int, y: int, is_right: bool, is_lower: bool) -> tuple[int, int]:
    """How the curve lies in a quarter."""
    if is_lower:
        return x, y
    if is_right:
        x, y = side - 1 - x, side - 1 - y
    return y, x
