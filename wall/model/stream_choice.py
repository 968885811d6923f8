"""Which of a camera's streams stands in a cell: the smallest that is as large as its picture there.

Sizes are what was received; else what the camera says; None where nobody knows. A stream of unknown size counts as
large enough: it is taken in its turn, and its size is known a moment later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wall.model.camera import Camera
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.video import StreamSize

Sizes = Sequence[StreamSize | None]
Needs = Callable[[tuple[int, int]], tuple[int, int]]
"""How many device pixels a whole picture of a shape takes in its cell, across and down."""

_BAND = 0.08
"""A stream is kept that is a little too small, and one that would just do is not yet changed to."""
_ROUNDING_PX = 1


def sizes_of(camera: Camera, seen: Callable[[Source], SeenStream]) -> list[StreamSize | None]:
    """What is known of the sizes of a camera's streams."""
    return [seen(stream.source).size or _told(stream.size) for stream in camera.streams]


def by_size(sizes: Sizes) -> list[int]:
    """The streams by their places, the smallest first.

    One of unknown size is taken to be a little larger than the one that the camera names after it. Of two of the same
    size the one named later comes first: cameras name first what they think most of.
    """
    ranks: list[tuple[int, int]] = []
    for size in reversed(sizes):
        area, above = ranks[-1] if ranks else (0, 0)
        ranks.append((area, above + 1) if size is None else (size.width * size.height, 0))
    ranks.reverse()
    return sorted(range(len(sizes)), key=lambda place: (ranks[place], -place))


def largest(sizes: Sizes) -> int:
    """The one for a picture that is looked at closely, or alone."""
    return by_size(sizes)[-1]


def smallest_for(sizes: Sizes, needs: Needs, former: int | None = None) -> int:
    """The one for a picture in a cell; the largest where none is large enough.

    `former` is the one that stands there already. It stays near the border between two, so that a window that is being
    resized, or a cell of just that size, does not change streams to and fro.
    """
    order = by_size(sizes)
    if former is not None and former in order and _may_stay(sizes, order, needs, former):
        return former
    return next((place for place in order if _is_enough(sizes[place], needs)), order[-1])


def next_smaller(sizes: Sizes, place: int) -> int | None:
    """The one that stands in for a larger one; None where that is the smallest already."""
    order = by_size(sizes)
    at = order.index(place)
    return order[at - 1] if at else None


def _may_stay(sizes: Sizes, order: Sequence[int], needs: Needs, former: int) -> bool:
    """Is it about large enough, and no smaller one clearly so?"""
    smaller = order[: order.index(former)]
    if any(_is_enough(sizes[place], needs, 1.0 + _BAND) for place in smaller):
        return False
    return former == order[-1] or _is_enough(sizes[former], needs, 1.0 - _BAND)


def _is_enough(size: StreamSize | None, needs: Needs, share: float = 1.0) -> bool:
    """Has it so large a share of the pixels that are needed?"""
    if size is None:
        return True
    across, down = needs(size.shape)
    return size.width + _ROUNDING_PX >= across * share and size.height + _ROUNDING_PX >= down * share


def _told(size: tuple[int, int] | None) -> StreamSize | None:
    return StreamSize(*size, size) if size is not None and min(size) > 0 else None
