"""When a rule holds: days of the week and hours of the day, by the clock on the wall."""

from __future__ import annotations

from dataclasses import dataclass

DAY_MINUTES = 24 * 60
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Span:
    """From one minute of the day to another, on these days (0 is Monday). One that ends before it begins goes on into
    the next day: `days` are those on which it begins. Equal ends mean the whole day.
    """

    days: frozenset[int] = EVERY_DAY
    from_minute: int = 0
    to_minute: int = 0

    def __post_init__(self) -> None:
        if not (0 <= self.from_minute <= DAY_MINUTES and 0 <= self.to_minute <= DAY_MINUTES):
            raise ValueError("a minute of a day is 0 to 1440")
        if not self.days <= EVERY_DAY:
            raise ValueError("a day of the week is 0 to 6")

    def holds(self, day: int, minute: float) -> bool:
        if self.from_minute < self.to_minute:
            return day in self.days and self.from_minute <= minute < self.to_minute
        begun = day in self.days and minute >= self.from_minute
        return begun or ((day - 1) % 7 in self.days and minute < self.to_minute)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Any of these; none: always."""

    spans: tuple[Span, ...] = ()

    def holds(self, day: int, minute: float) -> bool:
        """At this minute of this day of the week (0 is Monday), local time?"""
        return not self.spans or any(span.holds(day, minute) for span in self.spans)


ALWAYS = Schedule()
