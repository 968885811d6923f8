"""The packets since the last keyframe: what a new decoder needs to show the present picture at once."""

from __future__ import annotations

from wall.video.engine import Unit

_MOST_BYTES = 16 * 1024 * 1024
_MOST_UNITS = 600


class GopCache:
    """Keeps the current group of pictures, bounded; a camera that sends no keyframes is not kept."""

    def __init__(self) -> None:
        self._units: list[Unit] = []
        self._bytes = 0

    def add(self, unit: bytes, arrived_s: float, *, keyframe: bool) -> None:
        if keyframe:
            self._units, self._bytes = [(unit, arrived_s)], len(unit)
        elif self._units:
            self._units.append((unit, arrived_s))
            self._bytes += len(unit)
            if self._bytes > _MOST_BYTES or len(self._units) > _MOST_UNITS:
                self.clear()

    def units(self) -> list[Unit]:
        """From the last keyframe on; empty while there was none."""
        return self._units

    def clear(self) -> None:
        self._units, self._bytes = [], 0
