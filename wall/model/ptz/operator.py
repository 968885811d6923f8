"""Who is at the desk, and who may take a dome from whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """Who goes before whom; equal ranks ask each other."""

    SYSTEM = -1
    """The program itself, on patrols and on the way back: it gives way to every person without being asked."""
    GUEST = 0
    OPERATOR = 1
    DUTY_OFFICER = 2
    SUPERVISOR = 3


@dataclass(frozen=True, slots=True)
class Operator:
    """One person at one desk; two desks of one person are two."""

    name: str
    rank: Rank = Rank.OPERATOR
    desk: str = ""


SYSTEM = Operator("system", Rank.SYSTEM)


@dataclass(frozen=True, slots=True)
class Hold:
    """A dome is held: by whom, and until when (monotonic seconds; None: as long as it moves)."""

    operator: Operator
    until_s: float | None = None
    is_reserved: bool = False
    """By a deliberate reservation; else because it is being moved, and for a moment after."""
    asked_by: Operator | None = None
    """Who has asked politely to have it."""
