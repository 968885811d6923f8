"""What a tile shows that looks back: pictures of a feed of their own, and words that say so."""

from __future__ import annotations

from dataclasses import dataclass, field

from wall.model.picture import Picture, PictureFeed
from wall.model.playhead import Playhead

_LEAVES_WITHIN_S = 0.7
_GROWS_S = 2.0
"""What is kept is told once a second, and grows meanwhile."""


@dataclass(slots=True)
class Reel:
    """Tiles that look back together, in step: they have one playhead. Replaced by whoever steers."""

    head: Playhead
    is_settled: bool = False
    """Is it known of all that were taken last whether anything is kept of the moment?"""
    former: Picture | None = None
    """What was seen when the playhead was moved last: it does not tell where that has led to."""


@dataclass(slots=True)
class Past:
    """Mutable, owned by the UI thread. Times are monotonic seconds."""

    feed: PictureFeed
    reel: Reel
    present: PictureFeed
    """What shows what comes now."""
    spans: tuple[tuple[float, float], ...] | None = field(default=None)
    """What is kept, from when to when, the oldest first; None where that is not known yet."""
    label: str = ""
    """How long ago, and what time it was: «XEM LẠI −01:23  14:03:22»."""
    sentence: str = ""
    """What is to be said of this moment, where there is no picture of it."""
    leaves_s: float | None = None
    """Until when the present is waited for, once it is wanted."""

    def leave(self, now_s: float) -> None:
        """The present is wanted: what is shown stays, as what it is, until that has a picture."""
        self.leaves_s = now_s + _LEAVES_WITHIN_S

    @property
    def is_wanted(self) -> bool:
        """Not when the present is waited for."""
        return self.leaves_s is None

    def has_left(self, now_s: float) -> bool:
        """Is the present there, or waited for long enough?"""
        return self.leaves_s is not None and (self.present.has_newer() or now_s > self.leaves_s)

    def is_kept(self, at_s: float) -> bool:
        """Is there a picture of that moment, as far as is known?"""
        return self.spans is None or any(from_s <= at_s <= to_s + _GROWS_S for from_s, to_s in self.spans)

    @property
    def first_s(self) -> float | None:
        """The earliest moment that is kept."""
        return self.spans[0][0] if self.spans else None
