"""Notes what was really painted: which frame of which tile, and when."""

from __future__ import annotations

import time
from collections import defaultdict

from wall.bench.frame_number import frame_number
from wall.model.picture import Picture


class PaintLog:
    """A painting hook (`WallWindow.hear_painted`). A frame painted twice counts once."""

    def __init__(self) -> None:
        self.first_s: dict[int, float] = {}
        self.frames: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._last: dict[int, int] = {}
        self.used_s = 0.0
        """CPU-seconds that reading the numbers has taken: no wall does that."""

    def __call__(self, tile: int, picture: Picture, now_s: float) -> None:
        began_s = time.thread_time()
        self._note(tile, picture, now_s)
        self.used_s += time.thread_time() - began_s

    def _note(self, tile: int, picture: Picture, now_s: float) -> None:
        number = frame_number(picture)
        if number is None or self._last.get(tile) == number:
            return
        self._last[tile] = number
        self.first_s.setdefault(tile, now_s)
        self.frames[tile].append((number, now_s))

    def between(self, tile: int, begin_s: float, end_s: float) -> list[tuple[int, float]]:
        """The frames of a tile painted in a span of time: number and when."""
        return [each for each in self.frames[tile] if begin_s <= each[1] < end_s]
