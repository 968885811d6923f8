"""The packets since the last keyframe: what a new decoder needs to show the present picture at once."""

from __future__ import annotations

_MOST_BYTES = 16 * 1024 * 1024
_MOST_UNITS = 600


class GopCache:
    """Keeps the current group of pictures, bounded; a camera that sends no keyframes is not kept."""

    def __init__(self) -> None:
        self._units: list[bytes] = []
        self._bytes = 0

    def add(self, unit: bytes, keyframe: bool) -> None:
        if keyframe:
            self._units, self._bytes = [unit], len(unit)
        elif self._units:
            self._units.append(unit)
            self._bytes += len(unit)
            if self._bytes > _MOST_BYTES or len(self._units) > _MOST_UNITS:
                self.clear()

    def units(self) -> list[bytes]:
        """From the last keyframe on; empty while there was none."""
        return self._units

    def clear(self) -> None:
        self._units, self._bytes = [], 0
