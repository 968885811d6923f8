"""How well a device is listened to: whether what its cameras say would reach us, which no picture tells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.device import Trouble


class Hearing(Enum):
    """What to think of the subscription to a device's events, the best first."""

    FINE = "it is heard"
    STARTING = "it is being asked"
    DEAD = "it is not heard"
    NOT_OFFERED = "it has no events"


@dataclass(frozen=True, slots=True)
class Gap:
    """Between these two moments (Unix time) what happened may be missing: what lay with the device is lost."""

    from_s: float
    until_s: float

    @property
    def lasts_s(self) -> float:
        return max(0.0, self.until_s - self.from_s)


@dataclass(frozen=True, slots=True)
class SubscriptionHealth:
    """What is known of one device's subscription. `since_s` is Unix time: since when it stands so; a dead one since it
    last answered.
    """

    hearing: Hearing
    since_s: float
    trouble: Trouble | None = None
    """Why it is dead."""
    detail: str = ""
    """More of it, in English, for the expert; no secret."""
    gap: Gap | None = None
    """The last one that there was."""
