"""What is known of one stream that matters for its cost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wall.model.decode_cost import Load
from wall.model.stream import Codec
from wall.model.video import Ease, Level, StreamSize
from wall.services.flow import Rate

_USUAL_FPS = 15.0
_USUAL_KBIT_MPIX = 2200.0
"""A second, for each million of pixels: a bit and a half for a pixel of each picture."""
_USUAL_SIZES = ((640, 360), (1280, 720))
_NEWEST_SHARE = 0.25
"""Of a look's rate that counts: a look sees two seconds, in which a picture more or less comes, and at first those of a
group that had begun.
"""


@dataclass(slots=True)
class StreamFacts:
    """Of one stream, on the io loop."""

    ease: Ease = field(default_factory=Ease)
    """What is planned for it."""
    importance: int = 0
    codec: Codec | None = None
    size: StreamSize | None = None
    rate: Rate | None = None
    """What it was seen to send lately; None until it is measured."""

    def measured(self, rate: Rate, level: Level) -> None:
        """What is shown of it; what the camera sends is only seen while nothing is left out."""
        if self.rate is None:
            self.rate = rate if level is Level.FULL else None
        else:
            self.rate = self.rate.nearer(
                rate if level is Level.FULL else replace(self.rate, kbit_s=rate.kbit_s), _NEWEST_SHARE
            )

    def load(self, shown: tuple[int, int], ease: Ease, *, is_resting: bool) -> Load | None:
        """What decoding it so is; None while too little is known."""
        if self.codec is None or self.size is None:
            return None
        size = (self.size.width, self.size.height)
        rate = self.rate or _usual_rate(size)
        return Load(self.codec, size, shown, rate.coming_fps, rate.kbit_s, ease, is_resting)

    def expected(self, shown: tuple[int, int], said: tuple[int, int] | None = None, codec: Codec | None = None) -> Load:
        """The same for a stream that is not received, of which what is not known is what the camera says, or usual."""
        size = (self.size.width, self.size.height) if self.size else said or _usual_size(shown)
        rate = self.rate or _usual_rate(size)
        return Load(self.codec or codec or Codec.H264, size, shown, rate.coming_fps, rate.kbit_s)


def _usual_size(shown: tuple[int, int]) -> tuple[int, int]:
    """Of what is chosen for a picture so large."""
    return next((size for size in _USUAL_SIZES if size[0] >= shown[0]), _USUAL_SIZES[-1])


def _usual_rate(size: tuple[int, int]) -> Rate:
    return Rate(_USUAL_FPS, size[0] * size[1] / 1e6 * _USUAL_KBIT_MPIX)
