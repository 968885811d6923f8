"""Whether what a source tells has lasted long enough: dwell and hysteresis. One idea for states and for moments: what
comes again and again lasts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.alarms.rule import Merging
from wall.model.alarms.signal import Phase, Signal


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something that lasts, or has just ended, at one place. Unix seconds."""

    since_s: float
    last_s: float
    is_on: bool
    """It began and has not ended."""
    first: Signal
    alarm_id: int = 0
    """The alarm that it made; 0: none yet."""
    waiting: tuple[tuple[int, Phase], ...] = ()
    """The signals, by id, of which nobody knows yet what becomes of them."""

    @classmethod
    def of(cls, signal: Signal) -> Stretch:
        """It begins with this."""
        return cls(signal.at_s, signal.at_s, signal.phase is Phase.BEGINS, signal)

    def ended(self, at_s: float) -> Stretch:
        """It is told that it ended."""
        return replace(self, is_on=False, last_s=max(self.last_s, at_s))

    def with_waiting(self, signal_id: int, phase: Phase) -> Stretch:
        return replace(self, waiting=(*self.waiting, (signal_id, phase)))

    def is_due(self, merging: Merging, now_s: float) -> bool:
        """Has it lasted long enough for an alarm that it has not made yet?"""
        until_s = now_s if self.is_on else self.last_s
        return not self.alarm_id and until_s - self.since_s >= merging.dwell_s

    def is_over(self, merging: Merging, now_s: float) -> bool:
        """Was it away for so long that what comes next is another one?"""
        return not self.is_on and now_s - self.last_s > merging.hysteresis_s


def heard(stretch: Stretch | None, signal: Signal, merging: Merging) -> Stretch:
    """How it goes on with a signal that ends nothing."""
    if stretch is None or stretch.is_over(merging, signal.at_s):
        return Stretch.of(signal)
    is_on = stretch.is_on or signal.phase is Phase.BEGINS
    return replace(stretch, last_s=max(stretch.last_s, signal.at_s), is_on=is_on)
