"""How things move: along a path, again and again with the clip's period, so that the clip repeats without a jump."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import atan2, cos, hypot, pi, sin

Ground = tuple[float, float]


class Path:
    """A line over the ground through some points."""

    def __init__(self, points: list[Ground]) -> None:
        self._points = points
        steps = (hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
        self._at = list(accumulate(steps, initial=0.0))
        self.length = self._at[-1]

    def point(self, distance: float) -> Ground:
        """Where one is after that many metres."""
        index = min(max(bisect_right(self._at, distance) - 1, 0), len(self._points) - 2)
        (ax, ay), (bx, by) = self._points[index], self._points[index + 1]
        part = (distance - self._at[index]) / ((self._at[index + 1] - self._at[index]) or 1.0)
        return ax + (bx - ax) * part, ay + (by - ay) * part

    def heading(self, distance: float, reach: float = 0.8) -> float:
        """The direction of going there, clockwise from north, in radians."""
        (ax, ay), (bx, by) = self.point(distance - reach), self.point(distance + reach)
        return atan2(bx - ax, by - ay)


def arc(centre: Ground, radius: float, from_deg: float, to_deg: float, steps: int = 16) -> list[Ground]:
    """Points of an arc; angles clockwise from north."""
    angles = ((from_deg + (to_deg - from_deg) * i / steps) * pi / 180 for i in range(steps + 1))
    return [(centre[0] + radius * sin(a), centre[1] + radius * cos(a)) for a in angles]


@dataclass(frozen=True, slots=True)
class Pose:
    """Where something is at a moment; `gone_m` is how far it went, for wheels and legs."""

    x: float
    y: float
    heading: float
    gone_m: float
    is_braking: bool = False


@dataclass(frozen=True, slots=True)
class Halt:
    """A stop on the way, at a red light: `at_m` along the path, until `until_s` after the start."""

    at_m: float
    until_s: float


@dataclass(frozen=True, slots=True)
class Move:
    """Goes along a path from `start_s` in every period, at a speed, with one halt or none.

    Without speed it stands where the path begins, all the time.
    Who needs longer than a period for its way is seen several times on it, which keeps the loop seamless.
    """

    path: Path
    start_s: float
    speed: float
    halt: Halt | None = None

    def poses(self, time_s: float, period_s: float) -> Iterator[Pose]:
        """Where it is at that moment; none while it is not on its way."""
        if not self.speed:
            yield Pose(*self.path.point(0.0), self.path.heading(0.0), 0.0)
            return
        since = (time_s - self.start_s) % period_s
        gone, is_braking = self._gone(since)
        while gone < self.path.length:
            x, y = self.path.point(gone)
            yield Pose(x, y, self.path.heading(gone), gone, is_braking)
            since += period_s
            gone, is_braking = self._gone(since)

    def _gone(self, since_s: float) -> tuple[float, bool]:
        if self.halt is None:
            return self.speed * since_s, False
        # Braking and starting take the same time: half the speed on average.
        ramp_s = 1.6
        ramp_m = self.speed * ramp_s / 2
        brake_s = (self.halt.at_m - ramp_m) / self.speed
        go_s = max(self.halt.until_s, brake_s + ramp_s)
        if since_s <= brake_s:
            return self.speed * since_s, False
        if since_s < brake_s + ramp_s:
            part = (since_s - brake_s) / ramp_s
            return self.halt.at_m - ramp_m * (1 - part) ** 2, True
        if since_s < go_s:
            return self.halt.at_m, True
        if since_s < go_s + ramp_s:
            part = (since_s - go_s) / ramp_s
            return self.halt.at_m + ramp_m * part**2, False
        return self.halt.at_m + ramp_m + self.speed * (since_s - go_s - ramp_s), False
