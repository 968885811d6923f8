"""What tile and map tell of a dome at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.ptz.move import Place
from wall.model.ptz.operator import Hold
from wall.model.tile import Cause


class Duty(Enum):
    """How a dome stands to the preset where it belongs."""

    NONE = "it has no duty view"
    THERE = "it looks where it belongs"
    AWAY = "it looks elsewhere"
    RETURNING = "it goes back"
    UNKNOWN = "it does not tell where it looks"


@dataclass(frozen=True, slots=True)
class PtzStanding:
    """`moved_by` is who turned it away last, and `returns_at_s` (monotonic) when it goes back by itself."""

    camera_id: int
    is_moving: bool = False
    place: Place | None = None
    hold: Hold | None = None
    patrol: str = ""
    """The name of the patrol that it is on, "" for none."""
    is_patrol_paused: bool = False
    duty: Duty = Duty.NONE
    moved_by: str = ""
    returns_at_s: float | None = None
    trouble: str = ""
    """Why its last command came to nothing, in plain words, for the expert; "" where all is well."""
    cause: Cause = Cause.NONE
    """The same for the operator. HELD: `hold` says by whom."""
    answers_after_s: int = 0
    """It takes so many whole seconds to answer of late, and moves in steps."""
    is_stop_unconfirmed: bool = False
    """It was told to stop, and has not said yes yet: it may still move."""


def is_turned(standing: PtzStanding) -> bool:
    """Does it look elsewhere on purpose, or may it: another scene is nothing to be alarmed at?"""
    is_at_work = standing.is_moving or standing.is_stop_unconfirmed or standing.hold is not None
    on_patrol = bool(standing.patrol) and not standing.is_patrol_paused
    return is_at_work or on_patrol or standing.duty in (Duty.AWAY, Duty.RETURNING)
