"""How large a picture is inside its tile."""

from __future__ import annotations


def fit(shape: tuple[int, int], tile: tuple[int, int]) -> tuple[int, int]:
    """The largest size with the aspect of `shape` (width, height, square pixels) inside `tile`, even, in pixels.

    A shape within two per cent of the tile's fills it: nobody sees that, and everybody sees a one-pixel border.
    """
    width, height = shape
    tile_width, tile_height = tile
    if abs(width * tile_height / (height * tile_width) - 1) < 0.02:
        return tile
    if width * tile_height > tile_width * height:
        return tile_width, max(2, tile_width * height // width & ~1)
    return max(2, tile_height * width // height & ~1), tile_height
