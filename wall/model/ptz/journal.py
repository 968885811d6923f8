"""What is written down of domes: who did what to which, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.ptz.operator import Operator


class Deed(Enum):
    """The value is what is kept; it never changes."""

    MOVED = "moved"
    """By hand, from now until STOPPED."""
    STOPPED = "stopped"
    """It has said yes, and stands."""
    SENT = "sent"
    """To a place, a preset or home, or on a patrol of its own; `detail` says where."""
    CHANGED = "changed"
    """What it keeps or has on it: a preset, its home, a wiper; `detail` says what."""
    RESERVED = "reserved"
    RELEASED = "released"
    REQUESTED = "requested"
    GAVE = "gave"
    """To who had asked; `detail` names them."""
    DECLINED = "declined"
    TOOK = "took"
    """From somebody of a lower rank; `detail` names them."""
    PATROLLED = "patrolled"
    """Somebody has sent it on a patrol, or ended that; `detail` says which."""
    CAME = "came"
    """Another operator is at the desk; no camera."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """`at_s` is Unix time. `camera_id` is 0 where it is about no camera."""

    at_s: float
    camera_id: int
    deed: Deed
    operator: Operator
    detail: str = ""
    entry_id: int = 0
    """0 until it is kept; the larger, the later."""


@dataclass(frozen=True, slots=True)
class JournalQuestion:
    """Which entries are meant: all that fit. Times are Unix time; without a camera, a name, deeds: of any."""

    camera_id: int | None = None
    operator: str | None = None
    deeds: frozenset[Deed] = frozenset()
    is_of_people: bool = False
    """Nothing that the program did itself."""
    since_s: float | None = None
    before_s: float | None = None
