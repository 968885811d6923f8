"""The clock ledger: how far each device's clock is off, and how fast it drifts. Pure; time comes in.

Cameras tell their time in whole seconds, so a single reading is off by up to one. But checks fall on every part of a
second: the mean of a quarter of an hour of them is good to a few hundredths. From a day of such means the drift is the
median of the slopes between all pairs (Theil and Sen): a wild reading or two do not move it. A clock that was set
starts its drift anew.
"""

from __future__ import annotations

from collections import deque
from itertools import combinations
from statistics import fmean, median

from wall.model.device import ClockReading

_WINDOW_S = 900.0
_MOST_MEANS = 96
_FEWEST_MEANS = 6
_WILD_S = 2.0
"""So far from the median of its window, a reading is not counted."""
_JUMP_S = 3.0
"""More than this between two means is no drift: somebody set the clock."""
_DAY_S = 86400.0


class ClockLedger:
    """The readings of one device."""

    __slots__ = ("_means", "_window", "drift_s_per_day", "latest")

    def __init__(self, latest: ClockReading | None = None, drift_s_per_day: float | None = None) -> None:
        """`latest` and `drift_s_per_day` are what was known when the program last ended."""
        self.latest = latest
        self.drift_s_per_day = drift_s_per_day
        self._window: list[ClockReading] = []
        self._means: deque[tuple[float, float]] = deque(maxlen=_MOST_MEANS)

    def note(self, reading: ClockReading) -> None:
        """One more reading, later than all before."""
        if self._window and reading.measured_s - self._window[0].measured_s >= _WINDOW_S:
            self._close_window()
        self._window.append(reading)
        self.latest = reading

    def _close_window(self) -> None:
        middle_s = median(each.offset_s for each in self._window)
        sound = [each for each in self._window if abs(each.offset_s - middle_s) <= _WILD_S]
        self._window = []
        if not sound:
            return
        mean = fmean(each.measured_s for each in sound), fmean(each.offset_s for each in sound)
        if self._means and abs(mean[1] - self._means[-1][1]) > _JUMP_S:
            self._means.clear()
            self.drift_s_per_day = None
        self._means.append(mean)
        if len(self._means) >= _FEWEST_MEANS:
            self.drift_s_per_day = _slope(list(self._means)) * _DAY_S


def _slope(points: list[tuple[float, float]]) -> float:
    """The median slope of all pairs of points with growing x."""
    return median((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2))
