"""Where in the past one is looking: a pure function of the monotonic clock, which all processes of a machine share.

So tiles that have the same playhead run in step, whichever processes decode them, without talking to each other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

RATES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""The speeds that can be chosen."""


@dataclass(frozen=True, slots=True)
class Playhead:
    """At `since_s` the moment `at_s` was shown; from then on it goes on `rate` times as fast. Monotonic seconds.

    `steps` is so many pictures further (or back) than the one of that moment, for one that stands: how far that is in
    time each stream knows itself.
    """

    at_s: float
    since_s: float
    rate: float = 1.0
    steps: int = 0
    speed: float = 1.0
    """The rate when it does not stand."""

    @property
    def stands(self) -> bool:
        return self.rate == 0

    def position(self, now_s: float) -> float:
        """The moment that is shown now, but for `steps`."""
        return self.at_s + (now_s - self.since_s) * self.rate

    def due_s(self, at_s: float) -> float:
        """When a moment is shown; infinity for one ahead of a head that stands."""
        if self.rate == 0:
            return self.since_s if at_s <= self.at_s else math.inf
        return self.since_s + (at_s - self.at_s) / self.rate

    def moved(self, at_s: float, now_s: float) -> Playhead:
        """Show that moment now, and go on as before."""
        return replace(self, at_s=at_s, since_s=now_s, steps=0)

    def paused(self, now_s: float) -> Playhead:
        """Stand where it is."""
        return replace(self.moved(self.position(now_s), now_s), rate=0.0) if not self.stands else self

    def resumed(self, now_s: float) -> Playhead:
        """Go on from where it stands."""
        return replace(self.moved(self.position(now_s), now_s), rate=self.speed)

    def at_speed(self, speed: float, now_s: float) -> Playhead:
        """Go on so fast; one that stands will, when it goes on."""
        moved = replace(self.moved(self.position(now_s), now_s), speed=speed)
        return moved if self.stands else replace(moved, rate=speed)

    def stepped(self, pictures: int) -> Playhead:
        """So many pictures further; for one that stands."""
        return replace(self, steps=self.steps + pictures)


def faster(speed: float) -> float:
    """The next of `RATES`."""
    return next((rate for rate in RATES if rate > speed), RATES[-1])


def slower(speed: float) -> float:
    """The one before."""
    return next((rate for rate in reversed(RATES) if rate < speed), RATES[0])
