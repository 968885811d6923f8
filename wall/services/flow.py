"""What an open stream delivers: frames and bits a second, from counters that only grow."""

from __future__ import annotations

from dataclasses import dataclass

_LEAST_S = 1.5


@dataclass(frozen=True, slots=True)
class Rate:
    """Over the time between two looks."""

    fps: float
    """What is shown."""
    kbit_s: float
    skipped_fps: float = 0.0
    """What there was no time to show."""

    @property
    def coming_fps(self) -> float:
        """What the camera sends, as far as all of it is decoded."""
        return self.fps + self.skipped_fps

    @property
    def skipped_share(self) -> float:
        """0 to 1."""
        return self.skipped_fps / self.coming_fps if self.coming_fps else 0.0

    def nearer(self, other: Rate, share: float) -> Rate:
        """A step towards another one, 1 is all of the way."""
        return Rate(
            self.fps + (other.fps - self.fps) * share,
            self.kbit_s + (other.kbit_s - self.kbit_s) * share,
            self.skipped_fps + (other.skipped_fps - self.skipped_fps) * share,
        )


class FlowMeter:
    """Looks at the counters of one stream now and then. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._since_s: float | None = None
        self._pictures = self._bytes = self._skipped = 0

    def look(self, now_s: float, pictures: int, bytes_in: int, skipped: int = 0) -> Rate | None:
        """The rates since the last look that gave some; None while too little time has passed, or all began anew.

        `pictures` were shown, and `skipped` were not.
        """
        passed_s = now_s - (self._since_s if self._since_s is not None else now_s)
        if self._since_s is not None and passed_s < _LEAST_S and pictures >= self._pictures:
            return None
        new_pictures, new_bytes = pictures - self._pictures, bytes_in - self._bytes
        new_skipped = skipped - self._skipped
        is_first = self._since_s is None
        self._since_s, self._pictures, self._bytes, self._skipped = now_s, pictures, bytes_in, skipped
        if is_first or min(new_pictures, new_bytes, new_skipped) < 0:
            return None
        return Rate(new_pictures / passed_s, new_bytes * 8 / 1000 / passed_s, new_skipped / passed_s)
