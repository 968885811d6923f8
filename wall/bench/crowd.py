"""How crowded the machine is: promises of milliseconds can only be held where there is a processor to hold them."""

from __future__ import annotations

import time
from pathlib import Path

_PRESSURE = Path("/proc/pressure/cpu")
_CALM_SHARE = 0.3
"""The wall, the city and the test alone keep two cores below this."""


class Crowd:
    """Measures from when it is made. Linux counts when some task had to wait for a processor (PSI)."""

    def __init__(self) -> None:
        self._start_s, self._waited_s = time.monotonic(), _waited_s()

    def share(self) -> float:
        """The share of the time in which somebody waited, 0 to 1; 1 where the system does not tell."""
        waited_s = _waited_s()
        if waited_s is None or self._waited_s is None:
            return 1.0
        return (waited_s - self._waited_s) / max(1e-3, time.monotonic() - self._start_s)

    def allows(self, wanted: float, crowded: float) -> float:
        """What to demand: `wanted` on a calm machine, `crowded` on any other."""
        return wanted if self.share() < _CALM_SHARE else crowded


def _waited_s() -> float | None:
    try:
        return int(_PRESSURE.read_text().split("total=")[1].split()[0]) / 1e6
    except (OSError, ValueError, IndexError):
        return None
