"""How many alarms began when, by how urgent they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wall.model.alarms.alarm import LEAST_URGENT, Alarm

PARTS = 120
"""As many stretches as are told apart."""
LEAST_S = 600.0
"""No shorter time is shown: one alarm alone needs some around it."""

Counts = tuple[int, ...]
"""Alarms of one stretch, the most urgent first."""
NONE: Counts = (0,) * LEAST_URGENT


@dataclass(frozen=True, slots=True)
class Timeline:
    """From `from_s` (Unix seconds) on in equal stretches of `step_s`."""

    from_s: float
    step_s: float
    counts: tuple[Counts, ...] = ()

    @property
    def until_s(self) -> float:
        return self.from_s + self.step_s * len(self.counts)

    @property
    def most(self) -> int:
        """In one stretch."""
        return max(map(sum, self.counts), default=0)

    @property
    def total(self) -> int:
        return sum(map(sum, self.counts))

    def begins(self, part: int) -> float:
        """When a stretch begins; the one after the last: when all ends."""
        return self.from_s + part * self.step_s

    def part_at(self, at_s: float) -> int:
        """In which stretch a moment lies; the nearest where in none."""
        return min(len(self.counts) - 1, max(0, int((at_s - self.from_s) // self.step_s)))


@dataclass(slots=True)
class Tally:
    """A timeline that is being counted."""

    from_s: float
    until_s: float
    parts: int = PARTS
    _counts: dict[tuple[int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.from_s = min(self.from_s, self.until_s - LEAST_S)

    @property
    def step_s(self) -> float:
        return (self.until_s - self.from_s) / self.parts

    def add(self, counts: Mapping[tuple[int, int], int]) -> None:
        """So many more, by stretch and priority."""
        for key, count in counts.items():
            self._counts[key] = self._counts.get(key, 0) + count

    def take(self, alarms: Iterable[Alarm]) -> None:
        """One by one."""
        step_s, last, counts = self.step_s, self.parts - 1, self._counts
        for alarm in alarms:
            part = min(last, max(0, int((alarm.began_s - self.from_s) / step_s)))
            key = part, alarm.priority
            counts[key] = counts.get(key, 0) + 1

    def timeline(self) -> Timeline:
        """What was counted."""
        rows = [list(NONE) for _ in range(self.parts)]
        for (part, priority), count in self._counts.items():
            rows[part][priority - 1] += count
        return Timeline(self.from_s, self.step_s, tuple(map(tuple, rows)))
