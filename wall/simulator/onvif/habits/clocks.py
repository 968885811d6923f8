"""What the clocks of makes say: some are years off, some take local time for UTC, some say no date at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Skew: TypeAlias = Callable[[float], float]
"""Seconds that a clock is ahead, from the true time (Unix seconds) at which the device was switched on."""

_VIETNAM_S = 7 * 3600.0
_YEAR_2017_S = 1_483_228_800.0


def right(booted_s: float) -> float:
    """A clock that is right."""
    return 0.0


def local_as_utc(booted_s: float) -> float:
    """An installer set Vietnam's time where UTC belongs."""
    return _VIETNAM_S


def since_1970(booted_s: float) -> float:
    """No battery and no time server: the clock starts with 1970."""
    return -booted_s


def since_2017(booted_s: float) -> float:
    """No time server: the clock starts with the year of the firmware."""
    return _YEAR_2017_S - booted_s


@dataclass(frozen=True, slots=True)
class Clock:
    """`skew` holds for every `every`-th device. `invalid_date` is told in place of the date, as (year, month, day)."""

    skew: Skew = right
    every: int = 4
    invalid_date: tuple[int, int, int] | None = None

    def ahead_s(self, number: int, booted_s: float) -> float:
        """How far ahead the clock of device number `number` is."""
        return self.skew(booted_s) if number % self.every == 0 else 0.0
