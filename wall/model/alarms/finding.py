"""What may be asked of the history."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.alarms.state import State, Verdict


@dataclass(frozen=True, slots=True)
class AlarmFilter:
    """What is empty asks for nothing; of what is listed any one is enough. Times are Unix seconds, `to_s` excluded."""

    states: frozenset[State] = frozenset()
    kinds: frozenset[str] = frozenset()
    priorities: frozenset[int] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()
    camera_id: int | None = None
    site_id: int | None = None
    rule_id: int | None = None
    owner: str = ""
    from_s: float | None = None
    to_s: float | None = None
    drills: bool | None = None
    """Only drills, or none of them."""


EVERYTHING = AlarmFilter()


@dataclass(frozen=True, slots=True)
class Tried:
    """What a rule would have done with what came since then (Unix seconds)."""

    alarms: int
    signals: int
    """So many concerned it."""
    since_s: float
    """From when on it is known: the log of signals does not reach back for ever."""
