"""Values as somebody types them on a command line; argparse tells what would be right."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable

MOST_CELLS = 8
"""Of a side of a grid."""


def grid(text: str) -> tuple[int, int]:
    """Columns and rows."""
    columns, rows = _pair(text)
    if not (1 <= columns <= MOST_CELLS and 1 <= rows <= MOST_CELLS):
        raise argparse.ArgumentTypeError(f"a grid is 1x1 to 8x8, not {text}")
    return columns, rows


def size(text: str) -> tuple[int, int]:
    """Width and height, pixels."""
    width, height = _pair(text)
    if not (160 <= width <= 16384 and 120 <= height <= 16384):
        raise argparse.ArgumentTypeError(f"a size is 160x120 to 16384x16384, not {text}")
    return width, height


def _pair(text: str) -> tuple[int, int]:
    left, separator, right = text.lower().partition("x")
    if not (separator and left.isdecimal() and right.isdecimal()):
        raise argparse.ArgumentTypeError(f"two numbers with an x between them, not {text!r}")
    return int(left), int(right)


def duration(text: str) -> float:
    """Above 0."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"a number above 0, not {text!r}")
    return number


def count(least: int, most: int) -> Callable[[str], int]:
    """A whole number from `least` to `most`."""

    def counted(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"a number from {least} to {most}, not {text}")
        return int(text)

    return counted
