"""When one of a camera's streams gives way to a smaller one, or stands in a larger one's place: what that means for the
decoder, and for the budget.
"""

from __future__ import annotations

from collections.abc import Iterable

from wall.model.decode_cost import Load
from wall.model.degradation import Candidate
from wall.model.other_stream import OtherStream
from wall.model.video import Ease, Level
from wall.services.viewer import Viewer


def other_of(viewers: Iterable[Viewer]) -> OtherStream | None:
    """The other stream that those who look at one have for it. It may give way only where all of them can do with less,
    and comes back as soon as one of them wants that.
    """
    others = [viewer.other for viewer in viewers]
    larger = next((other for other in others if other is not None and not other.is_smaller), None)
    return larger or (others[0] if others and None not in others else None)


def decoded_so(ease: Ease, other: OtherStream | None) -> Ease:
    """How a stream itself is decoded when so much is planned for its cell."""
    stands_in = other is not None and not other.is_smaller
    is_whole = ease.level is Level.SMALLER_STREAM or (stands_in and ease.level is Level.HALF_RATE)
    return Ease(ease.decoder, Level.FULL) if is_whole else ease


def level_beside(level: Level, other: OtherStream | None, others: Level) -> Level:
    """What is planned for a stream once its cell has another one beside it, for which `others` is planned."""
    if other is not None and not other.is_smaller:
        return max(level, Level.SMALLER_STREAM, others)
    return Level.FULL if level is Level.SMALLER_STREAM and other is None else level


def candidate(key: int, importance: int, own: Load, planned: Ease, other: tuple[OtherStream, Load] | None) -> Candidate:
    """A cell for the budget: the stream that it wants, and the smaller one that may take its place, or has done so."""
    if other is None or own.is_resting:
        return Candidate(key, own.eased(planned), importance)
    stream, load = other
    wanted, smaller = (own, load) if stream.is_smaller else (load, own)
    return Candidate(key, wanted.eased(planned), importance, smaller)
