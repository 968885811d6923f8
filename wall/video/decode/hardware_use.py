"""Whether a decode process may decode in a graphics device: how, and no more where that has failed too often."""

from __future__ import annotations

from collections import deque

from wall.video.hardware import va, vdp

CHROMAS = {va.WAY: frozenset({b"VAOP", b"VAO0"}), vdp.WAY: frozenset({b"VDV0", b"VDV2", b"VDV4"})}
"""What libVLC calls pictures that still lie in the graphics device."""

_FAILURES = 3
_WITHIN_S = 60.0


class HardwareUse:
    """Of one process. Until it is told a `way`, and after that has failed, there is none."""

    def __init__(self) -> None:
        self.way = ""
        """What libVLC calls it; "" is by the processor."""
        self.has_failed = False
        self._failures_s: deque[float] = deque(maxlen=_FAILURES)

    def use(self, way: str) -> None:
        """Decode so; "" is by the processor."""
        self.way = "" if self.has_failed else way

    def failed(self, now_s: float) -> None:
        """A stream gave no pictures there, and does without. One may be odd; three in a minute are no accident."""
        self._failures_s.append(now_s)
        if len(self._failures_s) == _FAILURES and now_s - self._failures_s[0] < _WITHIN_S:
            self.way, self.has_failed = "", True
