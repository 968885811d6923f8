"""Pictures that come before the camera has answered PLAY: some cameras send first and answer later."""

from __future__ import annotations

from collections.abc import Callable

from wall.video.rtsp.units import AccessUnit


class EarlyUnits:
    """Holds units back, so that the sink hears of the stream before its first picture. Bounded."""

    def __init__(self, max_bytes: int) -> None:
        self._units: list[AccessUnit] = []
        self._room = max_bytes

    def hold(self, unit: AccessUnit) -> None:
        """Keep a unit. When there are too many the newest are dropped: the oldest begin with a keyframe."""
        self._room -= len(unit.data)
        if self._room >= 0:
            self._units.append(unit)

    def release(self, deliver: Callable[[AccessUnit], None]) -> None:
        """Hand on what was kept."""
        units, self._units = self._units, []
        for unit in units:
            deliver(unit)
