"""A picture in a few hundred cells of grey, for looks at what it shows: a tenth of a millisecond, whatever its size.

Points are taken by slices of bytes, which is C's work: numpy would cost each decode process its memory and a start that
is a third of a second later.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter, sub
from typing import NamedTuple

from wall.model.picture import Picture

COLUMNS, ROWS = 32, 18
_ACROSS, _DOWN = 2 * COLUMNS, 2 * ROWS
"""Four points make a cell."""
_PIXEL = 4
_DARKNESS = 24
"""So far up, of 255, brightness says little of a scene: sensors are never quite black."""
_AS_SEEN = bytes(
    round(255 * math.log((value + _DARKNESS) / _DARKNESS) / math.log((255 + _DARKNESS) / _DARKNESS))
    for value in range(256)
)
"""As the eye sees it: half of the light is one step down everywhere, and what differs stays as different as it was."""
_GREY = 3
"""Of 255, on the average: what has less colour has none."""


class Thumbnail(NamedTuple):
    """`cells` row by row, each the sum of four points; `detail` is what differs within them."""

    cells: list[int]
    detail: int
    is_grey: bool
    """Has it no colour at all, as those that are taken by infrared light?"""


def thumbnail_of(picture: Picture) -> Thumbnail | None:
    """None where the picture is too small for it."""
    if picture.width < _ACROSS or picture.height < _DOWN:
        return None
    step = _PIXEL * max(1, picture.width // (2 * _ACROSS))
    starts = [picture.stride * ((2 * row + 1) * picture.height // (2 * _DOWN)) for row in range(_DOWN)]
    span, pixels = picture.width * _PIXEL, picture.pixels
    pick = _picking(-(-span // step))
    # Green alone, which is most of what the eye calls bright.
    rows = [bytes(pick(bytes(pixels[start + 1 : start + span : step]))) for start in starts]
    upper, lower = b"".join(rows[::2]).translate(_AS_SEEN), b"".join(rows[1::2]).translate(_AS_SEEN)
    first, second = upper[::2], upper[1::2]
    cells = [a + b + c + d for a, b, c, d in zip(first, second, lower[::2], lower[1::2], strict=True)]
    middle = starts[_DOWN // 4 :: _DOWN // 4]
    blue = b"".join([bytes(pick(bytes(pixels[start : start + span : step]))) for start in middle])
    colour = sum(map(abs, map(sub, blue, b"".join(rows[_DOWN // 4 :: _DOWN // 4]))))
    return Thumbnail(cells, sum(map(abs, map(sub, first, second))), colour < _GREY * len(blue))


@lru_cache(maxsize=16)
def _picking(points: int) -> Callable[[bytes], tuple[int, ...]]:
    """Picks as many as are wanted out of so many, evenly: what is seen must not depend on the size."""
    return itemgetter(*((2 * number + 1) * points // (2 * _ACROSS) for number in range(_ACROSS)))
