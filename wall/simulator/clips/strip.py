"""The frame counter in every picture: sixteen black or white cells in a strip at the top left.

A cell is width/40 wide and height*2/45 high (16x16 at 640x360, 32x32 at 1280x720: whole macroblocks, so
that the encoder keeps them clean). Cells 0 to 11 are the picture's number, most significant bit first; 12
to 15 its checksum.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Plane: TypeAlias = NDArray[np.uint8]
CELLS = 16
WHITE, BLACK = 235, 16


def checksum(number: int) -> int:
    """Four bits over the twelve of a picture's number."""
    return (number >> 8 ^ number >> 4 ^ number ^ 0xA) & 0xF


def stamp(luma: Plane, number: int) -> None:
    """Write the number into a luma plane (height, width) of video range. The chroma there must be 128."""
    height, width = luma.shape
    word = (number & 0xFFF) << 4 | checksum(number & 0xFFF)
    bits = np.array([word >> (CELLS - 1 - i) & 1 for i in range(CELLS)], dtype=np.uint8)
    edges = [round(i * width / 40) for i in range(CELLS + 1)]
    row = np.repeat(bits * np.uint8(WHITE - BLACK) + np.uint8(BLACK), np.diff(edges))
    luma[: strip_height(height), : edges[-1]] = row


def strip_height(height: int) -> int:
    """How many rows of a picture the strip takes."""
    return round(height * 2 / 45)


def read(luma: NDArray[Any]) -> int | None:
    """The number in a luma or grey picture (height, width); None where the checksum does not agree."""
    height, width = luma.shape
    word = 0
    for i in range(CELLS):
        word = word << 1 | int(luma[height // 45, int((i + 0.5) / 40 * width)] > 128)
    number = word >> 4
    return number if checksum(number) == word & 0xF else None
