"""What an open stream delivers: frames and bits a second, from counters that only grow."""

from __future__ import annotations

from dataclasses import dataclass

_LEAST_S = 1.5


@dataclass(frozen=True, slots=True)
class Rate:
    """Over the time between two looks."""

    fps: float
    kbit_s: float


class FlowMeter:
    """Looks at the counters of one stream now and then. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._since_s: float | None = None
        self._pictures = self._bytes = 0

    def look(self, now_s: float, pictures: int, bytes_in: int) -> Rate | None:
        """The rates since the last look that gave some; None while too little time has passed, or all began anew."""
        passed_s = now_s - (self._since_s if self._since_s is not None else now_s)
        if self._since_s is not None and passed_s < _LEAST_S and pictures >= self._pictures:
            return None
        new_pictures, new_bytes = pictures - self._pictures, bytes_in - self._bytes
        is_first = self._since_s is None
        self._since_s, self._pictures, self._bytes = now_s, pictures, bytes_in
        if is_first or new_pictures < 0 or new_bytes < 0:
            return None
        return Rate(new_pictures / passed_s, new_bytes * 8 / 1000 / passed_s)
