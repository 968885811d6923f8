"""How many cameras were lost over the last hour. Kept in memory: it begins anew with the program."""

from __future__ import annotations

from collections import deque

KEPT_S = 3600.0
SAMPLE_S = 10.0


class LossHistory:
    """Pure bookkeeping over the times it is told (monotonic seconds)."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque()

    def note(self, now_s: float, lost: int) -> bool:
        """Take down how many are lost now. True if that was worth a new point: a change, or ten seconds."""
        if self._samples and now_s - self._samples[-1][0] < SAMPLE_S and self._samples[-1][1] == lost:
            return False
        self._samples.append((now_s, lost))
        while self._samples[0][0] < now_s - KEPT_S:
            self._samples.popleft()
        return True

    def steps(self, now_s: float) -> tuple[list[float], list[int]]:
        """For drawing: minutes before now (never positive), and how many were lost from then on."""
        minutes = [min(0.0, (at_s - now_s) / 60) for at_s, _ in self._samples]
        return minutes, [lost for _, lost in self._samples]
