"""The wall's cost and the floor's in turns: a machine that is faster or slower for a while is so for both.

The floor has the machine for itself, as it has without a wall: the city stands still for as long as it takes, about an
eighth of a second. What comes late for that is decoded and painted before the wall's next turn begins.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import psutil

from wall.bench.floor import Floor
from wall.bench.percentile import percentile
from wall.bench.processes import used_s, wall_processes
from wall.ui.spin import spin

_TURN_S = 2.0
"""As long as a group of pictures: each turn has one keyframe of each camera."""
_SETTLE_S = 0.4
_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Span:
    """One turn of the wall. Monotonic seconds, and the CPU-seconds that it used."""

    begin_s: float
    end_s: float
    cpu_s: float

    @property
    def cores(self) -> float:
        """What it used on average."""
        return self.cpu_s / (self.end_s - self.begin_s)

    def has(self, at_s: float) -> bool:
        """Was that in it?"""
        return self.begin_s <= at_s < self.end_s


class Turns:
    """Takes them. UI thread."""

    def __init__(
        self, city_pid: int, floor: Floor, size: tuple[int, int], others: Sequence[int], tools_s: Callable[[], float]
    ) -> None:
        """`size` is what pictures are scaled to. The wall is this process and its children without `others`, and
        without `tools_s`: what has been spent in here, CPU-seconds so far, on looking at it.
        """
        self._city = psutil.Process(city_pid)
        self._floor = floor
        self._size = size
        self._others = others
        self._tools_s = tools_s
        self.spans: list[Span] = []
        self.floors_s: list[float] = []
        """CPU-seconds a picture: before, between and after the spans."""

    def take(self, seconds: float) -> None:
        """As many as make so long a time of the wall."""
        self._take_floor()
        for _ in range(max(1, round(seconds / _TURN_S))):
            spin(_SETTLE_S)
            self._take_span()
            self._take_floor()

    @property
    def seconds(self) -> float:
        """Of the wall, all turns together."""
        return sum(span.end_s - span.begin_s for span in self.spans)

    def within(self, moments: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
        """Those in one of the spans; each moment comes with a number."""
        return [each for each in moments if any(span.has(each[1]) for span in self.spans)]

    def figures(self, tiles: int, source_fps: float) -> dict[str, object]:
        """The costs of a tile, and their ratio: the median of all turns, each against the floors beside it, and the
        quartiles.
        """
        beside_s = [statistics.mean(pair) for pair in pairwise(self.floors_s)]
        per_tile = [span.cores / tiles for span in self.spans]
        ratios = [cost / (source_fps * floor_s) for cost, floor_s in zip(per_tile, beside_s, strict=True)]
        return {
            "cpu_per_tile": round(statistics.median(per_tile), 5),
            "floor_per_tile": round(statistics.median(self.floors_s) * source_fps, 5),
            "ratio": round(statistics.median(ratios), 3),
            "ratio_p25": round(percentile(ratios, 25), 3),
            "ratio_p75": round(percentile(ratios, 75), 3),
        }

    def _take_span(self) -> None:
        processes = list(wall_processes(*self._others))

        def cpu_s() -> float:
            return used_s(processes) - self._tools_s()

        begin_s, begin_cpu_s = time.monotonic(), cpu_s()
        spin(_TURN_S)
        self.spans.append(Span(begin_s, time.monotonic(), cpu_s() - begin_cpu_s))

    def _take_floor(self) -> None:
        self._city.suspend()
        try:
            cost_s = self._floor.measure(*self._size)
            spin(_PATIENCE_S, cost_s.done)
        finally:
            self._city.resume()
        self.floors_s.append(cost_s.result())
