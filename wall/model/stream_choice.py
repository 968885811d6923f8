"""Which of a camera's streams stands in a cell: the smallest that is as large as its picture there.

Sizes are what was received; else what the camera says; None where nobody knows. A stream of unknown size counts as
large enough: it is taken in its turn, and its size is known a moment later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wall.model.camera import Camera
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.tile import RETRY_NEVER, Cause, TileState, TileStatus
from wall.model.video import StreamSize

Sizes = Sequence[StreamSize | None]
Needs = Callable[[tuple[int, int]], tuple[int, int]]
"""How many device pixels a whole picture of a shape takes in its cell, across and down."""

_BAND = 0.08
"""By so large a share a box may change before a stream is chosen anew."""
_ROUNDING_PX = 1

_NO_FAILURE = frozenset({TileState.LIVE, TileState.CONNECTING, TileState.LATE, TileState.FROZEN})
_NO_STREAM_HELPS = RETRY_NEVER | {
    Cause.UNREACHABLE,
    Cause.REFUSED,
    Cause.SESSIONS_FULL,
    Cause.DECODER_LOST,
    Cause.MEMORY,
}
"""They are not of the stream, but of its camera or of us."""
_NO_SUCH_STREAM = frozenset({Cause.NOT_FOUND, Cause.NO_VIDEO, Cause.CODEC, Cause.NOT_VIDEO})


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


def smallest_for(sizes: Sizes, needs: Needs) -> int:
    """The one for a picture in a cell; the largest where none is large enough."""
    order = by_size(sizes)
    return next((place for place in order if _is_enough(sizes[place], needs)), order[-1])


def next_smaller(sizes: Sizes, place: int) -> int | None:
    """The one that takes its place where there is too much to do; None for the smallest. It has fewer pixels."""
    order = by_size(sizes)
    smaller = (other for other in reversed(order[: order.index(place)]) if _is_smaller(sizes[other], sizes[place]))
    return next(smaller, None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A stream by its place, and for what it was chosen: a box of device pixels, and what was known of the sizes."""

    place: int
    box: tuple[int, int]
    sizes: tuple[StreamSize | None, ...]
    is_given: bool = False
    """Somebody else had chosen it: it says nothing about the box."""

    def still_holds(self, box: tuple[int, int], sizes: Sizes) -> bool:
        """Is the box hardly another one? Then the stream stays, so that a window that is being resized, or a box of
        about a stream's size, does not change streams to and fro.
        """
        return (
            not self.is_given
            and self.sizes == tuple(sizes)
            and all(abs(now - then) <= then * _BAND for now, then in zip(box, self.box, strict=True))
        )


def stands_in(sizes: Sizes, place: int, status: TileStatus) -> int | None:
    """The stream that is shown in place of one which is in such a state; None where none would help, or none need.

    It is the next smaller one. For the smallest the next larger one costs more, and is taken only where the camera
    answers and there is no such stream.
    """
    if status.state in _NO_FAILURE or status.cause in _NO_STREAM_HELPS:
        return None
    order = by_size(sizes)
    at = order.index(place)
    if at:
        return order[at - 1]
    return order[1] if len(order) > 1 and status.cause in _NO_SUCH_STREAM else None


def _is_enough(size: StreamSize | None, needs: Needs) -> bool:
    if size is None:
        return True
    across, down = needs(size.shape)
    return size.width + _ROUNDING_PX >= across and size.height + _ROUNDING_PX >= down


def _is_smaller(size: StreamSize | None, than: StreamSize | None) -> bool:
    """What nobody knows is believed of the order."""
    return size is None or than is None or size.width * size.height < than.width * than.height


def _told(size: tuple[int, int] | None) -> StreamSize | None:
    return StreamSize(*size, size) if size is not None and min(size) > 0 else None
