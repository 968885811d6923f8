"""What is known of one stream that matters for its cost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wall.model.decode_cost import Load
from wall.model.degradation import Candidate
from wall.model.stream import Codec
from wall.model.video import Ease, Level, StreamSize
from wall.services.flow import Rate

_USUAL_RATE = Rate(15.0, 700.0)
"""Until it is measured."""
_USUAL_SIZE = (640, 360)


@dataclass(slots=True)
class StreamFacts:
    """Of one stream, on the io loop."""

    ease: Ease = field(default_factory=Ease)
    importance: int = 0
    codec: Codec | None = None
    size: StreamSize | None = None
    rate: Rate = _USUAL_RATE

    def measured(self, rate: Rate) -> None:
        """What is shown of it; what the camera sends is only seen while nothing is left out."""
        if self.ease.level is Level.FULL:
            self.rate = rate
        else:
            self.rate = replace(self.rate, kbit_s=rate.kbit_s)

    def candidate(self, key: int, shown: tuple[int, int], *, is_resting: bool) -> Candidate | None:
        """For the budget; None while too little is known."""
        if self.codec is None or self.size is None:
            return None
        size = (self.size.width, self.size.height)
        load = Load(self.codec, size, shown, self.rate.fps, self.rate.kbit_s, self.ease, is_resting)
        return Candidate(key, load, self.importance)

    def expected(self, key: int, shown: tuple[int, int]) -> Candidate:
        """The same for a stream that is not received yet, of which what is not known is what is usual."""
        size = (self.size.width, self.size.height) if self.size else _USUAL_SIZE
        load = Load(self.codec or Codec.H264, size, shown, self.rate.fps, self.rate.kbit_s)
        return Candidate(key, load, self.importance)
