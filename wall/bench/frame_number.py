"""Reads the number that the simulated cameras draw into every frame, from painted pixels.

Sixteen square cells at the top left, each a fortieth of the width: twelve bits of number, most significant first, then
four of check sum. A number that does not check is no number.
"""

from __future__ import annotations

from wall.model.picture import Picture

_CELLS = 16
_CELLS_ACROSS = 40
_HALF_CELL_OF_HEIGHT = 45
_BLUE_GREEN_RED_X = 4
_MIDDLE = 128


def frame_number(picture: Picture) -> int | None:
    """The frame number in a picture (0 to 4095), or None where it cannot be read."""
    row = picture.height // _HALF_CELL_OF_HEIGHT * picture.stride
    value = 0
    for cell in range(_CELLS):
        column = (2 * cell + 1) * picture.width // (2 * _CELLS_ACROSS)
        value = value << 1 | (picture.pixels[row + column * _BLUE_GREEN_RED_X + 1] > _MIDDLE)
    number, check = value >> 4, value & 0xF
    return number if check == (number >> 8 ^ number >> 4 ^ number ^ 0xA) & 0xF else None
