"""What is known of one stream that matters for its cost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wall.model.decode_cost import Load
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
    """What is planned for it."""
    importance: int = 0
    codec: Codec | None = None
    size: StreamSize | None = None
    rate: Rate = _USUAL_RATE

    def measured(self, rate: Rate, level: Level) -> None:
        """What is shown of it; what the camera sends is only seen while nothing is left out."""
        if level is Level.FULL:
            self.rate = rate
        else:
            self.rate = replace(self.rate, kbit_s=rate.kbit_s)

    def load(self, shown: tuple[int, int], ease: Ease, *, is_resting: bool) -> Load | None:
        """What decoding it so is; None while too little is known."""
        if self.codec is None or self.size is None:
            return None
        size = (self.size.width, self.size.height)
        return Load(self.codec, size, shown, self.rate.fps, self.rate.kbit_s, ease, is_resting)

    def expected(self, shown: tuple[int, int], said: tuple[int, int] | None = None) -> Load:
        """The same for a stream that is not received, of which what is not known is what it is said to be, or usual."""
        size = (self.size.width, self.size.height) if self.size else said or _USUAL_SIZE
        return Load(self.codec or Codec.H264, size, shown, self.rate.fps, self.rate.kbit_s)
