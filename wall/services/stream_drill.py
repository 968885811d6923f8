"""A drill of one stream's pictures: for a while it is seen as a stream is whose camera sends such pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wall.model.picture import PictureDrill
from wall.model.tile import Observation


class StreamDrill:
    """One at a time. `clock` is monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._drill: tuple[PictureDrill, float | None, float] | None = None
        """What is done to the picture, when it had changed last by then, and until when it is done."""

    def begin(self, drill: PictureDrill, changed_s: float | None, seconds: float) -> None:
        """For so long, with a picture that changed last then."""
        self._drill = drill, changed_s, self._clock() + seconds

    def ends(self, now_s: float) -> bool:
        """Is one at its end? Says so once."""
        is_over = self._drill is not None and now_s >= self._drill[2]
        if is_over:
            self._drill = None
        return is_over

    def as_seen(self, seen: Observation) -> Observation:
        """As it is seen in the drill, if there is one."""
        if self._drill is None:
            return seen
        drill, changed_s, _ = self._drill
        return replace(seen, is_black=True) if drill is PictureDrill.BLACK else replace(seen, changed_s=changed_s)
