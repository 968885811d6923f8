"""The last small picture of each camera, in memory only, and not more of them than there is room for."""

from __future__ import annotations

from collections.abc import Collection, ItemsView
from dataclasses import replace

from wall.model.glimpse import Sight

MOST_BYTES = 256 * 1024 * 1024
"""Room for 2,000 pictures of 240x135."""


class Album:
    """Written by one thread; `get` from any. Those `in_sight` are the last to go."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.in_sight: frozenset[int] = frozenset()
        self._most_bytes = most_bytes
        self._bytes = 0
        self._sights: dict[int, Sight] = {}

    def get(self, camera: int) -> Sight | None:
        return self._sights.get(camera)

    def items(self) -> ItemsView[int, Sight]:
        return self._sights.items()

    def put(self, camera: int, sight: Sight) -> None:
        """This is what is known of it now; where that is too much, the oldest picture that nobody sees goes."""
        self._bytes += _size(sight) - _size(self._sights.get(camera))
        self._sights[camera] = sight
        while self._bytes > self._most_bytes and (oldest := self._oldest(but=camera)) is not None:
            former = self._sights[oldest]
            self._bytes -= _size(former)
            self._sights[oldest] = replace(former, glimpse=None)

    def keep_only(self, cameras: Collection[int]) -> None:
        """The others are not there any more."""
        for camera in [each for each in self._sights if each not in cameras]:
            self._bytes -= _size(self._sights.pop(camera))

    def _oldest(self, but: int) -> int | None:
        with_picture = (
            (sight.glimpse.taken_s, camera)
            for camera, sight in self._sights.items()
            if sight.glimpse is not None and camera != but and camera not in self.in_sight
        )
        return min(with_picture, default=(0.0, None))[1]


def _size(sight: Sight | None) -> int:
    return len(sight.glimpse.pixels) if sight is not None and sight.glimpse is not None else 0
