"""The other stream of a camera that its cell can do with, when the machine has too much to do or has room again."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.stream import Source


@dataclass(frozen=True, slots=True)
class OtherStream:
    """Seen from the stream of the same camera that a tile shows."""

    source: Source
    size: tuple[int, int] | None
    """Of its pictures; None where that is not known."""
    is_smaller: bool
    """May it take the place of the one that is shown? Else that one stands in its place, and goes when there is room
    for it again.
    """
