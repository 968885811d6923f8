"""When pictures were taken, by what cameras tell of it, and which of them tell rubbish. Pure."""

from __future__ import annotations

from collections.abc import Collection

_ALIKE_S = 1.5
"""Devices tell whole seconds."""


class ToldTimes:
    """A device that tells the same time for two different pictures is not believed any more. Monotonic seconds."""

    def __init__(self) -> None:
        self._told: dict[int, tuple[float, str]] = {}
        self._liars: set[int] = set()

    def taken_s(self, camera: int, came_s: float, age_s: float | None, digest: str) -> float:
        """When a picture that has just come was taken: when it came, where the camera tells nothing that holds."""
        if age_s is None:
            return came_s
        told_s = came_s - age_s
        former_s, former = self._told.get(camera, (told_s, digest))
        self._told[camera] = told_s, digest
        if former != digest and abs(told_s - former_s) < _ALIKE_S and came_s - told_s > _ALIKE_S:
            self._liars.add(camera)
        return came_s if camera in self._liars else told_s

    def forget_all_but(self, cameras: Collection[int]) -> None:
        """The others are not there any more."""
        self._told = {camera: told for camera, told in self._told.items() if camera in cameras}
        self._liars.intersection_update(cameras)
