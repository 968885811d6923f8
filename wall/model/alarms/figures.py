"""Alarms in figures: how many, how soon somebody saw to them, how many were false, when there were too many at once,
and who makes most of them. Drills, and alarms that were folded into others, do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

WINDOW_S = 600.0
FLOOD = 10
"""More alarms than this within ten minutes are more than one person can take in (ANSI/ISA-18.2)."""
WAITS_S = (10.0, 30.0, 60.0, 120.0, 300.0, 900.0)
"""Bounds of the groups in which waiting is told; one more group is beyond the last."""
MOST_NOISY = 10


@dataclass(frozen=True, slots=True)
class Noisy:
    """Who makes alarms of one kind. `camera_id` is 0 for a site as a whole."""

    camera_id: int
    site_id: int
    kind: str
    number: int = 0
    name: str = ""
    site: str = ""
    alarms: int = 0
    signals: int = 0
    false: int = 0
    judged: int = 0
    """Closed as real or false."""

    @property
    def false_share(self) -> float | None:
        """0 to 1; None where nothing was judged."""
        return self.false / self.judged if self.judged else None

    @property
    def key(self) -> tuple[int, int, str]:
        return self.camera_id, self.site_id, self.kind


@dataclass(frozen=True, slots=True)
class FigurePart:
    """What is known of one stretch of time."""

    windows: tuple[int, ...]
    """Alarms in each ten minutes of it."""
    waits: tuple[int, ...]
    """Alarms in each group of `WAITS_S`, of those that were acknowledged."""
    judged: int
    """Closed as real or false."""
    false: int
    sources: tuple[Noisy, ...]


@dataclass(slots=True)
class Figures:
    """Put together part by part, the oldest first. `from_s` is Unix time."""

    from_s: float
    windows: list[int] = field(default_factory=list)
    waits: list[int] = field(default_factory=lambda: [0] * (len(WAITS_S) + 1))
    judged: int = 0
    false: int = 0
    _sources: dict[tuple[int, int, str], Noisy] = field(default_factory=dict)

    def add(self, part: FigurePart) -> None:
        """The next stretch."""
        self.windows += part.windows
        self.waits = [ours + theirs for ours, theirs in zip_longest(self.waits, part.waits, fillvalue=0)]
        self.judged += part.judged
        self.false += part.false
        for source in part.sources:
            self._sources[source.key] = _sum(self._sources.get(source.key), source)

    @property
    def alarms(self) -> int:
        return sum(self.windows)

    @property
    def floods(self) -> int:
        """So many times ten minutes with too many alarms."""
        return sum(count > FLOOD for count in self.windows)

    @property
    def false_share(self) -> float | None:
        """0 to 1; None where nothing was judged."""
        return self.false / self.judged if self.judged else None

    def rate(self, parts: int) -> list[int]:
        """Alarms in so many equal stretches, or as many as there are windows."""
        size = max(1, -(-len(self.windows) // parts))
        return [sum(self.windows[at : at + size]) for at in range(0, len(self.windows), size)]

    def noisiest(self) -> list[Noisy]:
        """Who makes most alarms; with as many, who says more."""
        return sorted(self._sources.values(), key=lambda each: (-each.alarms, -each.signals))[:MOST_NOISY]


def _sum(before: Noisy | None, more: Noisy) -> Noisy:
    """By its newest name."""
    if before is None:
        return more
    return replace(
        more,
        alarms=before.alarms + more.alarms,
        signals=before.signals + more.signals,
        false=before.false + more.false,
        judged=before.judged + more.judged,
    )


def windows_of(counts: Iterable[tuple[int, int]], length: int) -> tuple[int, ...]:
    """Counts by their place, as a row of so many."""
    known: Mapping[int, int] = dict(counts)
    return tuple(known.get(place, 0) for place in range(length))
