"""The clock of a file: ticks made from when units arrived, strictly growing whatever the camera stamps.

A camera's own stamps jump, repeat and run backwards; when a unit arrived is ours, and what an operator saw. Only where
pictures are sent in another order than they are shown (B-frames) do the camera's stamps say when each is to be shown,
and only as long as they agree with the arrival.
"""

from __future__ import annotations

TICKS_S = 90_000
"""Of one second."""

_LEAST_STEP = TICKS_S // 1000
_SHOWN_LATER = TICKS_S // 4
"""How much later than they arrive reordered pictures are shown, so that none is shown before it is there."""
_FARTHEST = TICKS_S
"""What is said to be shown later than this is a camera's mistake."""


class Stamps:
    """Of one file."""

    def __init__(self) -> None:
        self._began_s: float | None = None
        self._last = -_LEAST_STEP
        self._anchor: int | None = None
        self._shown: list[int] = []

    @property
    def ticks(self) -> int:
        """The decoding stamp given last."""
        return max(0, self._last)

    def next(self, arrived_s: float, shown_s: float | None = None, *, keyframe: bool = False) -> tuple[int, int]:
        """The presentation and the decoding stamp of the next unit.

        `arrived_s` is monotonic; `shown_s` is the camera's presentation time, where pictures are reordered.
        """
        if self._began_s is None:
            self._began_s = arrived_s
        decoded = max(self._last + _LEAST_STEP, round((arrived_s - self._began_s) * TICKS_S))
        self._last = decoded
        return (decoded if shown_s is None else self._presented(decoded, shown_s, keyframe)), decoded

    def _presented(self, decoded: int, shown_s: float, keyframe: bool) -> int:
        shown = round(shown_s * TICKS_S)
        if self._anchor is None or (keyframe and not 0 < shown + self._anchor - decoded < 2 * _SHOWN_LATER):
            self._anchor = decoded + _SHOWN_LATER - shown
        presented = shown + self._anchor
        if not 0 <= presented - decoded <= _FARTHEST or presented in self._shown:
            presented = decoded
            while presented in self._shown:
                presented += 1
        self._shown = [*self._shown[-31:], presented]
        return presented
